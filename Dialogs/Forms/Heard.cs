using SupportBot.Dialogs.Persons;
using SupportBot.Recognizers;

namespace SupportBot.Dialogs.Forms;

/// <summary>What a message holds, read once however many slots ask.</summary>
internal sealed class Heard
{
    private const int LongestRead = 2_000;
    private const double SureYes = 0.5;
    private const int LastHourOfDay = 23;
    private const string Prefix = "datetimeV2.";
    private const string QuestionEnds = "?？吗呢";

    private readonly DateTime now;
    private readonly Culture culture;
    private readonly OrderNumberPatterns orderNumbers;
    private IReadOnlyList<Recognition>? found;
    private Recognition[]? moments;

    public Heard(Utterance utterance, string locale, DateTime now, StoreSettings settings, Phrases words, Func<string, SpokenCommand?> command)
    {
        this.now = now;
        orderNumbers = settings.OrderNumbers;
        culture = locale == Language.Chinese ? Culture.Chinese : Culture.English;
        Utterance = utterance;
        Text = utterance.Text.Length > LongestRead ? utterance.Text[..LongestRead].Trim() : utterance.Text.Trim();
        Normalized = Spoken.Normalize(Text);
        Command = command(Normalized);
        Common = words.Of(FormWords.Shared);
    }

    public Utterance Utterance { get; }

    public string Text { get; }

    public string Normalized { get; }

    public SpokenCommand? Command { get; }

    /// <summary>The number the whole message is, such as a choice.</summary>
    public int? Number => Spoken.Number(Normalized);

    public IReadOnlyList<Recognition> Found => found ??= [.. Recognizer.Recognize(Text, culture, Kinds.All, now, orderNumbers).Where(item => item.TypeName != "ordernumber" || StandsAlone(item))];

    public string? OrderNumber => First("ordernumber");

    public string? Email => First("email");

    /// <summary>A phone number, unless it is part of an order number.</summary>
    public string? Phone => Found.FirstOrDefault(item => item.TypeName == "phonenumber" && !Found.Any(other => other.TypeName == "ordernumber" && other.Start <= item.End && item.Start <= other.End))?.Resolution["value"];

    /// <summary>Whether the message takes something back: "no, …", "make it … instead", "不对".</summary>
    public bool Corrects => Holds("correction");

    /// <summary>Whether it asks for another one of what was chosen: "the other order".</summary>
    public bool WantsOther => Holds("other");

    public bool? YesNo => Command switch
    {
        _ when IsQuestion => null,
        SpokenCommand.Yes => true,
        SpokenCommand.No => false,
        _ => Found.FirstOrDefault(item => item.TypeName == "boolean")?.Resolution is { } answer && (answer["value"] == "false" || ScoreOf(answer) >= SureYes)
            ? answer["value"] == "true"
            : null,
    };

    /// <summary>Whether it is put as a question.</summary>
    public bool IsQuestion => Text.Length > 0 && QuestionEnds.Contains(Text[^1], StringComparison.Ordinal);

    private FormWords Common { get; }

    /// <summary>The first date or time it names, past ones included; no part of a phone or order number.</summary>
    public Recognition? AnyMoment => Moments.FirstOrDefault();

    /// <summary>The day meant, when one is named that lies ahead or is today.</summary>
    public DateOnly? Day => Moments.Any(item => item.TypeName is "datetimeV2.date" or "datetimeV2.datetime" or "datetimeV2.datetimerange") && Moment(LastHourOfDay) is { } at ? DateOnly.FromDateTime(at) : null;

    /// <summary>The hour of the day meant, when one is named.</summary>
    public int? Hour => Moments.Any(item => item.TypeName[Prefix.Length..].Contains("time", StringComparison.Ordinal)) ? Moment(0)?.Hour : null;

    /// <summary>All dates and times it names, but durations.</summary>
    public Recognition[] Moments => moments ??=
    [
        .. Found.Where(item => item.TypeName.StartsWith(Prefix, StringComparison.Ordinal) && !item.TypeName.EndsWith("duration", StringComparison.Ordinal)
            && !Found.Any(other => other.TypeName is "ordernumber" or "phonenumber" or "email" && other.Start <= item.Start && item.End <= other.End)),
    ];

    /// <summary>The moment meant, when it lies ahead.</summary>
    public DateTime? Moment(int defaultHour) => Moments.Length == 0 ? null : ReminderReading.MostLikely(Moments, now, defaultHour);

    /// <summary>Words beyond numbers, addresses and the like; what is left to be a wish of its own.</summary>
    public bool SaysMore
    {
        get
        {
            int letters = Text.Length - Found.Where(item => item.TypeName is "ordernumber" or "email" or "phonenumber").Sum(item => item.End - item.Start + 1);
            return letters >= (culture == Culture.Chinese ? 4 : 10);
        }
    }

    /// <summary>Whether there is nothing but numbers, addresses and the words people put around them: "my order number is …".</summary>
    public bool IsOnlyData
    {
        get
        {
            string rest = Text;
            foreach (Recognition item in Found.Where(item => item.TypeName is "ordernumber" or "email" or "phonenumber").OrderByDescending(item => item.Start))
            {
                rest = item.End < rest.Length ? rest.Remove(item.Start, item.End - item.Start + 1) : rest;
            }

            foreach (string word in Common.Choices("fillers").SelectMany(choice => choice.Words))
            {
                rest = WordLists.HoldsWord(rest, word) ? rest.Replace(word, " ", StringComparison.OrdinalIgnoreCase) : rest;
            }

            return !rest.Any(char.IsLetterOrDigit);
        }
    }

    /// <summary>An order number is no piece of a longer one.</summary>
    private bool StandsAlone(Recognition item) =>
        (item.Start == 0 || !char.IsAsciiLetterOrDigit(Text[item.Start - 1])) && (item.End + 1 >= Text.Length || !char.IsAsciiLetterOrDigit(Text[item.End + 1]));

    private string? First(string type) => Found.FirstOrDefault(item => item.TypeName == type)?.Resolution["value"];

    /// <summary>Whether it holds a word of one of the shared lists.</summary>
    public bool Holds(string list) => Common.Choices(list).Any(choice => WordLists.Holds(choice.Words, Text));

    private static double ScoreOf(Resolution answer) => double.TryParse(answer["score"], System.Globalization.CultureInfo.InvariantCulture, out double score) ? score : 0;
}
