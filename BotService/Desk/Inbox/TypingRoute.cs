using System.Collections.Concurrent;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Operation;

namespace SupportBot.Desk.Inbox;

/// <summary>Shows the shopper that their agent is writing: a client shows it for three seconds, so once in three is enough.</summary>
internal sealed class TypingRoute(IDeskStore desk, IConversationStore store, ConversationAddresses addresses, ConversationFeed feed, ISharedLimits limits, TimeProvider time)
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

        if (IsDue(id) && await limits.TakeAsync(new Allowance($"typing:{id}", 1, ShownFor)) is null && await store.FindAsync(id, cancellation) is { } conversation && addresses.Of(conversation) is { Template: { } template })
        {
            Activity typing = template with { Type = ActivityTypes.Typing, Id = RandomId.New(), ReplyToId = null, From = template.From is { } bot ? bot with { Name = member.Name } : null };
            feed.Show(id, JsonSerializer.SerializeToUtf8Bytes(typing, WireJson.Compact.Activity));
        }

        return TypedResults.NoContent();
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
