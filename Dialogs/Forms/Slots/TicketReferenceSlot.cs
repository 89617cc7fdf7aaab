using System.Text.RegularExpressions;

namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>The reference of a complaint, visit or call-back: asked for only of somebody who has none here.</summary>
internal sealed partial class TicketReferenceSlot : Slot
{
    public const string Key = "reference";

    public TicketReferenceSlot()
        : base(Key) => Optional = true;

    public override bool KeepsLanguage => true;

    public override async ValueTask PrepareAsync(FormScene form, CancellationToken cancellation) => form.Tickets = await form.Input.Tickets.RecentAsync(cancellation);

    public override ValueTask<Hurdle?> SettleAsync(FormScene form, CancellationToken cancellation)
    {
        if (!form.Has(Key) && form.Tickets.Count > 0)
        {
            form.Set(Key, "");
        }

        return ValueTask.FromResult<Hurdle?>(null);
    }

    // Eight letters without a digit are an English word, unless a reference was asked for.
    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        foreach (ValueMatch match in Shape().EnumerateMatches(heard.Text))
        {
            ReadOnlySpan<char> found = heard.Text.AsSpan(match.Index, match.Length);
            if (asked || found.ContainsAnyInRange('0', '9'))
            {
                return new Reading(found.ToString().ToUpperInvariant());
            }
        }

        return Reading.Nothing;
    }

    [GeneratedRegex("(?<![0-9A-Za-z-])[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{8}(?![0-9A-Za-z-])")]
    private static partial Regex Shape();
}
