using System.Text.Json;
using SupportBot.Articles;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Dialogs;
using SupportBot.Shop;

namespace SupportBot.Tickets;

/// <summary>Makes a ticket of what the bot has taken down in a conversation.</summary>
internal sealed class TicketCarrier(TicketDesk tickets, StorePolicy store) : IOutboxCarrier
{
    public string Kind => EffectWork.OpenTicket;

    // The reference is made from the conversation and the turn: the same one again is the same ticket.
    public bool Repeatable => true;

    public async Task<Delivery> SendAsync(Message message, byte[]? payload, CancellationToken cancellation)
    {
        TicketRequest? request = Read(payload);
        return request is null
            ? new Delivery(DeliveryOutcome.Refused, "the row holds no ticket")
            : new Delivery(DeliveryOutcome.Delivered, Receipt: await tickets.OpenAsync(request, message.ConversationId, request.At is { } at ? StoreZone.Moment(at, store.Zone) : null, cancellation));
    }

    private static TicketRequest? Read(byte[]? payload)
    {
        try
        {
            return payload is null ? null : JsonSerializer.Deserialize(payload, EffectJson.Default.TicketRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
