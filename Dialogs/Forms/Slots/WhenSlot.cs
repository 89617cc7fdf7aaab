using System.Globalization;
using SupportBot.Dialogs.Persons;

namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>A moment that lies ahead, to the minute; where it is allowed also "as soon as possible".</summary>
internal sealed class WhenSlot(string name) : Slot(name)
{
    public const string Soon = "soon";
    private const string Format = "yyyy-MM-dd'T'HH:mm";
    private const int UsualHour = 9;
    private const int MostYears = 2;

    public bool MayBeSoon { get; init; }

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        if (heard.Moment(UsualHour) is { } moment && moment < form.Now.AddYears(MostYears))
        {
            return new Reading(moment.ToString(Format, CultureInfo.InvariantCulture));
        }

        if (MayBeSoon && form.Words.Choices(Name).Any(choice => WordLists.Holds(choice.Words, heard.Text)))
        {
            return new Reading(Soon);
        }

        return !asked ? Reading.Nothing
            : heard.AnyMoment is not null ? new Reading(null, form.Say("when.past", ("text", Plain.Line(Plain.Cut(heard.Text, 40)))))
            : heard.Text.Any(char.IsAsciiDigit) ? new Reading(null, form.Say("when.malformed", ("text", Plain.Line(Plain.Cut(heard.Text, 40)))))
            : Reading.Nothing;
    }

    public override IReadOnlyList<Option> Options(FormScene form) => MayBeSoon ? [new Option(Soon, form.Words.Choices(Name)[0].Title)] : [];

    public override string Show(FormScene form, string value) => Parse(value) is { } at ? When.Moment(at, form.Locale, form.Now) : form.Words.Choices(Name)[0].Title;

    /// <summary>The moment of a value; null for "as soon as possible".</summary>
    public static DateTime? Parse(string? value) =>
        DateTime.TryParseExact(value, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime at) ? at : null;
}
