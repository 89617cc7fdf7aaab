using System.Text.Encodings.Web;
using System.Text.Json;
using SupportBot.Conversations;
using SupportBot.Tickets;

namespace SupportBot.Customers;

/// <summary>Writes everything that is kept of a customer, conversation by conversation, so that its size is no matter.</summary>
internal sealed class CustomerExport(ICustomerStore customers, IConversationStore conversations, ITicketStore tickets, TimeProvider time)
{
    private const int PageSize = 500;

    public async Task WriteAsync(Customer customer, Stream stream, CancellationToken cancellation)
    {
        await using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WritePropertyName("customer");

        // The serializer itself would flush, and that blocks the thread.
        json.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(CustomerCard.Of(customer, unmasked: true, []), CustomersJson.Default.CustomerCard));
        json.WriteStartArray("conversations");
        foreach (string conversationId in await customers.ConversationsAsync(customer.Id, cancellation))
        {
            json.WriteStartObject();
            json.WriteString("id", conversationId);
            json.WriteStartArray("messages");
            await WriteMessagesAsync(json, conversationId, cancellation);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tickets");
        await WriteTicketsAsync(json, customer.Id, cancellation);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task WriteTicketsAsync(Utf8JsonWriter json, string customerId, CancellationToken cancellation)
    {
        TicketCursor? after = null;
        while (await tickets.ListAsync(new TicketFilter { CustomerId = customerId }, after, PageSize, cancellation) is { Count: > 0 } page)
        {
            foreach (TicketView view in page)
            {
                json.WriteStartObject();
                json.WritePropertyName("ticket");
                json.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(TicketSummary.Of(view, time.GetUtcNow()), TicketsJson.Default.TicketSummary));
                json.WritePropertyName("details");
                json.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(view.Ticket.Details, TicketsJson.Default.TicketDetails));
                json.WriteEndObject();
            }

            await json.FlushAsync(cancellation);
            after = new TicketCursor(page[^1].Ticket.CreatedAt.ToUnixTimeMilliseconds(), page[^1].Ticket.Id);
        }
    }

    private async Task WriteMessagesAsync(Utf8JsonWriter json, string conversationId, CancellationToken cancellation)
    {
        long after = 0;
        IReadOnlyList<Message> page;
        do
        {
            page = await conversations.ReadAsync(conversationId, after, PageSize, cancellation);
            foreach (Message message in page)
            {
                json.WriteStartObject();
                json.WriteNumber("sequence", message.Sequence);
                json.WriteString("at", message.At);
                json.WriteString("sender", JsonNamingPolicy.CamelCase.ConvertName(message.Sender.ToString()));
                json.WritePropertyName("activity");
                json.WriteRawValue(message.Body);
                json.WriteEndObject();
                after = message.Sequence;
            }

            await json.FlushAsync(cancellation);
        }
        while (page.Count == PageSize);
    }
}
