using SupportBot.Dialogs.Forms.Slots;

namespace SupportBot.Dialogs.Forms;

/// <summary>What a message did to a form.</summary>
/// <param name="Took">Whether anything was filled in or changed.</param>
/// <param name="Changed">What was corrected, in words.</param>
/// <param name="Problem">Why the answer to what was asked will not do.</param>
internal readonly record struct Applied(bool Took, string? Changed, string? Problem)
{
    /// <summary>Gives the message to every slot, the one asked for first.</summary>
    public static Applied From(FormScene form, Heard heard, Slot? asked)
    {
        Reading answer = asked?.Read(form, heard, true) ?? Reading.Nothing;
        Applied applied = new(false, null, answer.Problem);
        if (asked is not null)
        {
            applied = applied.With(form, asked, answer, true);
        }

        // In a free text every date and number may belong to the story.
        bool story = asked is { TakesAnything: true } && applied.Took;
        bool mayChange = heard.Corrects || !applied.Took;
        foreach (Slot slot in form.Form.Slots)
        {
            if (slot != asked && slot.Needed(form) && !(story && slot is not (OrderSlot or OrderNumberSlot or PhoneSlot)))
            {
                applied = applied.With(form, slot, slot.Read(form, heard, false), mayChange && !story);
            }
        }

        return applied;
    }

    /// <summary>Gives the message to the slots that belong to the order.</summary>
    public static void ToDependents(FormScene form, Heard heard)
    {
        foreach (Slot slot in form.Form.Slots.Where(slot => slot.OfOrder && slot.Needed(form) && !form.Has(slot.Name)))
        {
            default(Applied).With(form, slot, slot.Read(form, heard, false), true);
        }
    }

    private Applied With(FormScene form, Slot slot, Reading reading, bool mayChange)
    {
        bool known = form[slot.Name] is not null;
        if (reading.Forgets && known && mayChange)
        {
            Renew(form, slot);
            form.Forget(slot.Name);
            form.Memory = form.Memory with { Order = null };
            return this with { Took = true };
        }

        if (reading.Value is not { } value || known && form[slot.Name] != value && !mayChange)
        {
            return this;
        }

        if (known && form[slot.Name] == value)
        {
            return this with { Took = true };
        }

        if (known)
        {
            Renew(form, slot);
        }

        form.Set(slot.Name, value);
        string? changed = known && slot is not ProofSlot ? form.Say("changed", ("name", form.Say($"{slot.Name}.name")), ("value", Plain.Line(slot.Show(form, value)))) : null;
        return new Applied(true, Changed is null ? changed : $"{Changed}\n{changed}", null);
    }

    /// <summary>With another order, what was said about the first is void.</summary>
    private static void Renew(FormScene form, Slot slot)
    {
        if (slot is not OrderSlot)
        {
            return;
        }

        form.Order = null;
        foreach (Slot dependent in form.Form.Slots.Where(other => other.OfOrder))
        {
            form.Forget(dependent.Name);
        }
    }
}
