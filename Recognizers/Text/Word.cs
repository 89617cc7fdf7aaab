using SupportBot.Recognizers.Dates;

namespace SupportBot.Recognizers.Text;

/// <summary>What the vocabulary knows of one English word; a word can play several roles ("second", "may", "quarter").</summary>
internal sealed class Word
{
    public const int NoNumber = -1;

    public Term Term { get; set; }

    /// <summary>The value of a counting word below one hundred, or -1.</summary>
    public int Cardinal { get; set; } = NoNumber;

    /// <summary>The value of an ordinal word below one hundred, or -1.</summary>
    public int Ordinal { get; set; } = NoNumber;

    /// <summary>One hundred and above for "hundred", "million" …, else 0.</summary>
    public double Scale { get; set; }

    /// <summary>As <see cref="Scale"/>, for "hundredth", "millionths" …</summary>
    public double OrdinalScale { get; set; }

    public bool IsPlural { get; set; }

    public int Month { get; set; }

    /// <summary>1 for Monday to 7 for Sunday, else 0.</summary>
    public int Weekday { get; set; }

    public TimeUnit Unit { get; set; }

    /// <summary>An adverb of repetition ("weekly"): its TIMEX.</summary>
    public string? Recurrence { get; set; }

    public DayPart? DayPart { get; set; }

    public Season Season { get; set; }

    /// <summary>Some role lets a date or time begin or be meant here.</summary>
    public bool IsTemporal => Term != Term.None || Month > 0 || Weekday > 0 || Unit != TimeUnit.None || Recurrence is not null || DayPart is not null
        || Season != Season.None || Cardinal >= 0 || Ordinal >= 0 || Scale > 0;
}
