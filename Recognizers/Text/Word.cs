using SupportBot.Recognizers.Dates;

namespace SupportBot.Recognizers.Text;

/// <summary>What the vocabulary knows of one English word; a word can play several roles ("second", "may", "quarter").</summary>
internal sealed class Word
{
    public const int NoNumber = -1;

    public Term Term;

    /// <summary>The value of a counting word below one hundred, or -1.</summary>
    public int Cardinal = NoNumber;

    /// <summary>The value of an ordinal word below one hundred, or -1.</summary>
    public int Ordinal = NoNumber;

    /// <summary>One hundred and above for "hundred", "million" …, else 0.</summary>
    public double Scale;

    /// <summary>As <see cref="Scale"/>, for "hundredth", "millionths" …</summary>
    public double OrdinalScale;

    public bool IsPlural;

    public int Month;

    /// <summary>1 for Monday to 7 for Sunday, else 0.</summary>
    public int Weekday;

    public TimeUnit Unit;

    /// <summary>An adverb of repetition ("weekly"): its TIMEX.</summary>
    public string? Recurrence;

    public DayPart? DayPart;

    public Season Season;

    /// <summary>What the word makes possible, found once its roles are known.</summary>
    public Hints Hints;

    /// <summary>Some role lets a date or time begin or be meant here.</summary>
    public bool IsTemporal => Term != Term.None || Month > 0 || Weekday > 0 || Unit != TimeUnit.None || Recurrence is not null || DayPart is not null
        || Season != Season.None || Cardinal >= 0 || Ordinal >= 0 || Scale > 0;

    public Hints FindHints() => (Month > 0 ? Hints.Month : Hints.None)
        | (Season != Season.None ? Hints.Season : Hints.None)
        | (Recurrence is not null || Cardinal == 1 || Term is Term.Every or Term.Each or Term.Once || IsPlural && (Weekday > 0 || DayPart is not null || Unit == TimeUnit.Weekend) ? Hints.Recurs : Hints.None)
        | (Term is Term.From or Term.Starting ? Hints.Begins : Hints.None);
}
