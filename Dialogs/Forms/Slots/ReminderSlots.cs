using SupportBot.Dialogs.Reminders;

namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>One of the shopper's reminders still to come, as its reference.</summary>
internal sealed class PendingReminderSlot(string name) : Slot(name)
{
    public override async ValueTask PrepareAsync(FormScene form, CancellationToken cancellation) =>
        form.Reminders = await form.Input.Reminders.PendingAsync(cancellation);

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        if (asked && heard.Number is { } number && number >= 1 && number <= form.Before.Options.Count)
        {
            return new Reading(form.Before.Options[number - 1]);
        }

        Reminder[] named = [.. form.Reminders.Where(reminder => heard.Normalized.Length > 0
            && (Spoken.Normalize(Title(form, reminder)) == heard.Normalized || heard.Text.Contains(reminder.Text, StringComparison.OrdinalIgnoreCase)))];
        return named.Length == 1 ? new Reading(named[0].Reference) : Reading.Nothing;
    }

    public override ValueTask<Hurdle?> SettleAsync(FormScene form, CancellationToken cancellation)
    {
        if (!form.Has(Name) && form.Reminders is [{ } only])
        {
            form.Set(Name, only.Reference);
        }

        return ValueTask.FromResult<Hurdle?>(null);
    }

    public override IReadOnlyList<Option> Options(FormScene form) => [.. form.Reminders.Select(reminder => new Option(reminder.Reference, Title(form, reminder)))];

    public override string Show(FormScene form, string value) => form.Reminders.FirstOrDefault(reminder => reminder.Reference == value) is { } found ? Title(form, found) : value;

    private static string Title(FormScene form, Reminder reminder) => $"{When.Moment(reminder.At, form.Locale, form.Now)}: {Plain.Cut(reminder.Text, 40)}";
}

/// <summary>What to remind of: what is left of the message without its date and the wish to be reminded.</summary>
internal sealed class ReminderTextSlot(string name) : Slot(name)
{
    private const int Most = 160;
    private const int LeastOfRest = 2;

    public override bool TakesAnything => true;

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        string rest = asked ? heard.Text : Rest(form, heard);
        return rest.Count(char.IsLetterOrDigit) >= LeastOfRest && (asked || form.Before.Asked is null) ? new Reading(Plain.Cut(rest, Most)) : Reading.Nothing;
    }

    private static string Rest(FormScene form, Heard heard)
    {
        string text = heard.Text;
        foreach (Recognizers.Recognition moment in heard.Moments.OrderByDescending(item => item.Start))
        {
            text = text.Remove(moment.Start, moment.End - moment.Start + 1);
        }

        foreach (string word in form.Words.Choices("frame").SelectMany(choice => choice.Words).OrderByDescending(word => word.Length))
        {
            int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            bool whole = at >= 0 && (word[0] > 'ÿ' || Persons.WordLists.HoldsWord(text, word));
            text = whole ? text.Remove(at, word.Length) : text;
        }

        // What is left of "… at … to pay".
        string trimmed = text.Trim(' ', ',', '，', '。', '.', ':', '：', '!', '！', '?', '？');
        for (string before = ""; before != trimmed;)
        {
            before = trimmed;
            foreach (string lead in form.Words.Choices("lead").SelectMany(choice => choice.Words))
            {
                trimmed = WithoutLead(trimmed, lead);
            }
        }

        return trimmed;
    }

    private static string WithoutLead(string text, string lead)
    {
        bool latin = lead[0] < 'ÿ';
        string shorter = text.StartsWith(latin ? lead + " " : lead, StringComparison.OrdinalIgnoreCase) ? text[(latin ? lead.Length + 1 : lead.Length)..].TrimStart() : text;
        return latin && shorter.EndsWith(" " + lead, StringComparison.OrdinalIgnoreCase) ? shorter[..^(lead.Length + 1)].TrimEnd() : shorter;
    }
}
