using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms;

/// <summary>The store's rules about changes, in words.</summary>
internal static class Policy
{
    /// <summary>What the rules say to a change; the form's order must be found.</summary>
    public static PolicyAnswer? Judge(FormScene form, OrderChangeKind kind, Func<OrderChange, OrderChange>? with = null)
    {
        if (form.Order is not { } order)
        {
            return null;
        }

        OrderChange draft = new() { Key = "", Kind = kind, OrderNumber = order.Number, Locale = form.Locale };
        return OrderPolicy.Judge(order, with is null ? draft : with(draft), form.Input.Orders.Rules, DateOnly.FromDateTime(form.Now));
    }

    /// <summary>Ends the form with the rule's words when the change is not possible.</summary>
    public static Hurdle? Refusal(FormScene form, PolicyAnswer? answer, params IReadOnlyList<string> offers) => answer is null or { IsAllowed: true } ? null
        : new Hurdle(form.Say($"policy.{answer.Rule}", ("order", form.Order?.Number ?? ""), ("date", answer.Until is { } day ? When.Day(day, form.Locale, form.Now) : ""))) { Ends = true, Offers = offers };

    /// <summary>A change as the shopper has agreed to it.</summary>
    public static Effect Change(FormScene form, OrderChangeKind kind, Func<OrderChange, OrderChange> with) => new(EffectKind.ChangeOrder, form.Form.Id)
    {
        Change = with(new OrderChange { Key = form.Key(form.Form.Id), Kind = kind, OrderNumber = form.Order?.Number, Locale = form.Locale }),
    };
}
