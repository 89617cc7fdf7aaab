using System.Globalization;

namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>A day for a visit: not before tomorrow, not too far ahead, no Sunday.</summary>
internal sealed class DaySlot(string name) : Slot(name)
{
    private const int Furthest = 60;
    private const string Format = "yyyy-MM-dd";

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        if (!asked && heard.Holds("pastWords"))
        {
            return Reading.Nothing;
        }

        if (heard.Day is { } day)
        {
            string? problem = Problem(form, day);
            return problem is null ? new Reading(day.ToString(Format, CultureInfo.InvariantCulture)) : new Reading(null, asked ? problem : null);
        }

        return !asked ? Reading.Nothing
            : heard.AnyMoment is { } moment && !moment.TypeName.EndsWith("daterange", StringComparison.Ordinal) ? new Reading(null, form.Say("day.past", ("text", Plain.Line(Plain.Cut(heard.Text, 40)))))
            : heard.AnyMoment is not null || heard.Text.Any(char.IsAsciiDigit) ? new Reading(null, form.Say("day.malformed", ("text", Plain.Line(Plain.Cut(heard.Text, 40)))))
            : Reading.Nothing;
    }

    public override string Show(FormScene form, string value) =>
        DateOnly.TryParseExact(value, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? When.Day(day, form.Locale, form.Now) : value;

    private static string? Problem(FormScene form, DateOnly day)
    {
        int ahead = day.DayNumber - DateOnly.FromDateTime(form.Now).DayNumber;
        string key = ahead switch
        {
            < 0 => "day.past",
            0 => "day.today",
            > Furthest => "day.tooFar",
            _ when day.DayOfWeek == DayOfWeek.Sunday => "day.sunday",
            _ => "",
        };
        return key.Length == 0 ? null : form.Say(key, ("text", When.Day(day, form.Locale, form.Now)), ("most", Furthest.ToString(CultureInfo.InvariantCulture)));
    }
}
