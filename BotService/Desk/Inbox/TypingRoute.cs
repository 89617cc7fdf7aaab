using System.Collections.Concurrent;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.Channels;
using SupportBot.Channels.BotFramework;
using SupportBot.Conversations;
using SupportBot.Operation;

namespace SupportBot.Desk.Inbox;

/// <summary>Shows the shopper that their agent is writing: a client shows it for three seconds, so once in three is enough.</summary>
internal sealed class TypingRoute(IDeskStore desk, IConversationStore store, ConversationAddresses addresses, ConversationFeed feed, ConnectorClient connector, ISharedLimits limits, TimeProvider time)
{
    private const int Remembered = 10_000;
    private static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, DateTimeOffset> shown = new(StringComparer.Ordinal);

    public async Task<IResult> ShowAsync(string id, StaffMember member, CancellationToken cancellation)
    {
        if (await desk.FindAsync([id], member.Id, cancellation) is not [{ Assignment: { Owner: Owner.Agent } assignment }] || assignment.AgentId != member.Id)
        {
            return Refusal.NotFound;
        }

        if (IsDue(id) && await limits.TakeAsync(new Allowance($"typing:{id}", 1, ShownFor)) is null && await store.FindAsync(id, cancellation) is { } conversation && addresses.Of(conversation) is { } address)
        {
            Show(id, address, member);
        }

        return TypedResults.NoContent();
    }

    private void Show(string id, ReplyAddress address, StaffMember member)
    {
        Activity template = address.Template;
        bool ours = address.Delivery is null;
        Activity typing = template with { Type = ActivityTypes.Typing, Id = ours ? RandomId.New() : null, ReplyToId = null, From = template.From is { } bot ? bot with { Name = member.Name } : null };
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(typing, WireJson.Compact.Activity);
        if (ours)
        {
            feed.Show(id, body);
        }
        else if (address.Delivery == ActivityTurn.ConnectorDelivery)
        {
            // A hint that is late is worth nothing: it is sent once, nobody waits for it, and its failure is no news.
            _ = connector.SendAsync(template.ServiceUrl, template.Conversation?.Id ?? "", body, CancellationToken.None);
        }
    }

    private bool IsDue(string id)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (shown.Count > Remembered)
        {
            shown.Clear();
        }

        bool due = !shown.TryGetValue(id, out DateTimeOffset last) || now - last >= ShownFor;
        if (due)
        {
            shown[id] = now;
        }

        return due;
    }
}
