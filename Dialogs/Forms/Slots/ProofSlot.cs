namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>The e-mail or phone on an order, which shows that the shopper may see it. It is only asked for when the look-up needs it.</summary>
internal sealed class ProofSlot() : Slot(Key)
{
    public const string Key = "proof";

    public override bool OnDemand => true;

    public override bool KeepsLanguage => true;

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        if (form.Input.Orders.SignedIn || !asked && heard.OrderNumber is null)
        {
            return Reading.Nothing;
        }

        return (heard.Email ?? heard.Phone) is { } proof ? new Reading(proof) : Reading.Nothing;
    }
}
