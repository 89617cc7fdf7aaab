using System.Text.Json;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Dialogs;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop;

/// <summary>Carries a confirmed change to the shop and tells the shopper in the conversation how it ended.</summary>
internal sealed class OrderChangeCarrier(IShop shop, ShopperOrders access, LiveCatalogue catalogue, IRestockNotices notices, ShopNews news, ShopWords words) : IOutboxCarrier
{
    private static readonly TimeSpan AgentPause = TimeSpan.FromMinutes(1);

    public string Kind => EffectWork.ChangeOrder;

    // The shop knows the change again by its key, and the conversation the news.
    public bool Repeatable => true;

    public async Task<Delivery> SendAsync(Message message, byte[]? payload, CancellationToken cancellation)
    {
        if (Read(payload) is not { } change)
        {
            return new Delivery(DeliveryOutcome.Refused, "the row holds no change");
        }

        if (change.Kind == OrderChangeKind.RestockNotice)
        {
            return await NoteAsync(message.ConversationId, change, cancellation);
        }

        if (!await access.MayChangeAsync(message.ConversationId, change.OrderNumber ?? "", cancellation))
        {
            return await TellAsync(message.ConversationId, change, "told", words.Say("notYours", change.Locale, ("order", change.OrderNumber)), null, cancellation);
        }

        ShopChange result = await shop.ChangeAsync(change, cancellation);
        if (result.Outcome == ShopOutcome.Unavailable)
        {
            await TellAsync(message.ConversationId, change, "waiting", words.Say("waiting", change.Locale, ("order", change.OrderNumber)), null, cancellation);
            return new Delivery(DeliveryOutcome.Postponed, "the shop does not answer");
        }

        string text = result.Outcome == ShopOutcome.Done ? await DoneAsync(change, result, cancellation) : Refused(change, result);
        return await TellAsync(message.ConversationId, change, "told", text, result.Reference, cancellation);
    }

    public async Task GiveUpAsync(Message message, byte[]? payload, CancellationToken cancellation)
    {
        if (Read(payload) is { OrderNumber: not null } change)
        {
            await TellAsync(message.ConversationId, change, "gave-up", words.Say("gaveUp", change.Locale, ("order", change.OrderNumber)), null, cancellation);
        }
    }

    private static OrderChange? Read(byte[]? payload)
    {
        try
        {
            return payload is null ? null : JsonSerializer.Deserialize(payload, EffectJson.Default.OrderChange);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<Delivery> NoteAsync(string conversationId, OrderChange change, CancellationToken cancellation)
    {
        string sku = change.WantedSku ?? "";
        if (catalogue.Current.OfSku(sku) is not { } product)
        {
            return new Delivery(DeliveryOutcome.Refused, "there is no such SKU");
        }

        bool here = product.Variants.Any(variant => variant.Sku == sku && variant.Stock > 0);
        if (!here)
        {
            await notices.AddAsync(new RestockNotice(change.Key, sku, conversationId, change.Locale), cancellation);
        }

        string text = words.Say(here ? "restock.here" : "restock.noted", change.Locale, ("product", RestockTeller.NameOf(catalogue.Current, product, sku, change.Locale)));
        return await TellAsync(conversationId, change, "told", text, null, cancellation);
    }

    private async Task<string> DoneAsync(OrderChange change, ShopChange result, CancellationToken cancellation)
    {
        string? link = change.Kind == OrderChangeKind.Invoice ? (await shop.OrderAsync(change.OrderNumber ?? "", cancellation)).Value?.InvoiceUrl : null;
        string key = change.Kind switch
        {
            OrderChangeKind.Cancel => "cancel.done",
            OrderChangeKind.ChangeAddress => "changeAddress.done",
            OrderChangeKind.Return => "return.done",
            OrderChangeKind.Exchange => "exchange.done",
            OrderChangeKind.Invoice => link is null ? "invoice.done.mail" : "invoice.done",
            OrderChangeKind.RestockNotice => "restock.noted",
        };
        return words.Say(key, change.Locale, ("order", change.OrderNumber), ("reference", result.Reference), ("link", link));
    }

    private string Refused(OrderChange change, ShopChange result)
    {
        string why = result.Outcome switch
        {
            ShopOutcome.NotFound => "notFound",
            ShopOutcome.Conflict => "conflict",
            _ => JsonNamingPolicy.CamelCase.ConvertName(result.Rule.ToString()),
        };
        return words.Say("refused", change.Locale, ("order", change.OrderNumber), ("why", words.Say($"rule.{why}", change.Locale)));
    }

    private async Task<Delivery> TellAsync(string conversationId, OrderChange change, string occasion, string text, string? receipt, CancellationToken cancellation) =>
        await news.TellAsync(conversationId, $"order-change {change.Key} {occasion}", text, change.Locale, cancellation)
            ? new Delivery(DeliveryOutcome.Delivered, Receipt: receipt)
            : new Delivery(DeliveryOutcome.Postponed, "a person speaks", AgentPause);
}
