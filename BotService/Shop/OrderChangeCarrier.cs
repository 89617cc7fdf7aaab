using System.Text.Json;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Dialogs;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop;

/// <summary>Carries a confirmed change to the shop and tells the shopper in the conversation how it ended.</summary>
internal sealed class OrderChangeCarrier(IShop shop, ShopperOrders access, LiveCatalogue catalogue, IRestockNotices notices, ShopNews news) : IOutboxCarrier
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
            return await TellAsync(message.ConversationId, change, "told", ShopNews.Words.Say(change.Locale, "notYours", ("order", change.OrderNumber)), null, cancellation);
        }

        ShopChange result = await shop.ChangeAsync(change, cancellation);
        if (result.Outcome == ShopOutcome.Unavailable)
        {
            await TellAsync(message.ConversationId, change, "waiting", ShopNews.Words.Say(change.Locale, "waiting", ("order", change.OrderNumber)), null, cancellation);
            return new Delivery(DeliveryOutcome.Postponed, "the shop does not answer");
        }

        string text = result.Outcome == ShopOutcome.Done ? await DoneAsync(change, result, cancellation) : Refused(change, result);
        return await TellAsync(message.ConversationId, change, "told", text, result.Reference, cancellation);
    }

    public async Task GiveUpAsync(Message message, byte[]? payload, CancellationToken cancellation)
    {
        if (Read(payload) is { OrderNumber: not null } change)
        {
            await TellAsync(message.ConversationId, change, "gave-up", ShopNews.Words.Say(change.Locale, "gaveUp", ("order", change.OrderNumber)), null, cancellation);
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

        string text = ShopNews.Words.Say(change.Locale, here ? "restock.here" : "restock.noted", ("product", RestockTeller.NameOf(catalogue.Current, product, sku, change.Locale)));
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
        return ShopNews.Words.Say(change.Locale, key, ("order", change.OrderNumber), ("reference", result.Reference), ("link", link));
    }

    private string Refused(OrderChange change, ShopChange result)
    {
        string why = result.Outcome switch
        {
            ShopOutcome.NotFound => "notFound",
            ShopOutcome.Conflict => "conflict",
            _ => JsonNamingPolicy.CamelCase.ConvertName(result.Rule.ToString()),
        };
        return ShopNews.Words.Say(change.Locale, "refused", ("order", change.OrderNumber), ("why", ShopNews.Words.Say(change.Locale, $"rule.{why}")));
    }

    private async Task<Delivery> TellAsync(string conversationId, OrderChange change, string occasion, string text, string? receipt, CancellationToken cancellation) =>
        await news.TellAsync(conversationId, $"order-change {change.Key} {occasion}", text, change.Locale, cancellation)
            ? new Delivery(DeliveryOutcome.Delivered, Receipt: receipt)
            : new Delivery(DeliveryOutcome.Postponed, "a person speaks", AgentPause);
}
