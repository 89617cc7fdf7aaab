using SupportBot.Conversations;
using SupportBot.Desk.Queue;

namespace SupportBot.Simulation;

/// <summary>The way from one node to the database: it takes time, fails before or after the commit, and ends with the node.</summary>
internal sealed class NodeStore(World world, Node node) : IConversationStore
{
    private readonly TaskCompletionSource<object?> never = new();

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellation) => CallAsync(() =>
    {
        if (world.Missing == Guard.Atomicity && world.Faulty && world.Chance.OneIn(10))
        {
            world.Database.Tear(append, node.Clock.GetUtcNow());
            throw new StoreUnavailableException("Torn.");
        }

        return world.Database.Append(append, node.Clock.GetUtcNow());
    });

    public async ValueTask<Conversation?> FindAsync(string conversationId, CancellationToken cancellation) =>
        await CallAsync(() => world.Database.Find(conversationId)?.AsConversation());

    public async ValueTask<IReadOnlyList<Message>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation) =>
        await CallAsync<IReadOnlyList<Message>>(() => Lines(conversationId, line => line.Message.Sequence > after, limit));

    public async ValueTask<IReadOnlyList<Message>> PendingAsync(string conversationId, int limit, CancellationToken cancellation) =>
        await CallAsync<IReadOnlyList<Message>>(() => Lines(conversationId, line => line.Pending, limit));

    public async ValueTask<IReadOnlyList<Message>> RepliesAsync(string conversationId, long sequence, CancellationToken cancellation) =>
        await CallAsync<IReadOnlyList<Message>>(() => Lines(conversationId, line => line.Message.ReplyTo == sequence, int.MaxValue));

    public async ValueTask<IReadOnlyList<string>> UnansweredAsync(int limit, CancellationToken cancellation) =>
        await CallAsync<IReadOnlyList<string>>(() => [.. world.Database.Rows.Where(row => row.Lines.Exists(line => line.Pending)).Select(row => row.Id).Take(limit)]);

    public Task<QueueTending> TendAsync() => CallAsync(() => world.Queue.Tend(node.Clock.GetUtcNow()));

    /// <summary>Reads the assignments, as an agent's page shows them.</summary>
    public Task<T> LookAsync<T>(Func<SimulatedDatabase, T> look) => CallAsync(() => look(world.Database));

    public ValueTask<IReadOnlyList<Message>> ReadAsync(IReadOnlyCollection<LogPart> parts, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<Message>> ReadBackAsync(string conversationId, long before, int limit, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<(string ConversationId, long LastSequence)>> LastSequencesAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellation) => throw new NotSupportedException();

    public Task KeepFileAsync(StoredFile file, CancellationToken cancellation) => throw new NotSupportedException();

    public ValueTask<StoredFile?> FileAsync(string fileId, CancellationToken cancellation) => throw new NotSupportedException();

    private List<Message> Lines(string conversationId, Func<Line, bool> wanted, int limit)
    {
        List<Message> found = [];
        foreach (Line line in world.Database.Find(conversationId)?.Lines ?? [])
        {
            if (found.Count < limit && wanted(line))
            {
                found.Add(line.Message);
            }
        }

        return found;
    }

    private async Task<T> CallAsync<T>(Func<T> transaction)
    {
        await TravelAsync();
        if (world.Time.Now < world.OutageUntil)
        {
            throw new StoreUnavailableException("The database is away.");
        }

        T result = transaction();
        await TravelAsync();
        return world.Faulty && world.Chance.OneIn(50) ? throw new StoreUnavailableException("The answer was lost.") : result;
    }

    private async Task TravelAsync()
    {
        await world.Time.WaitAsync(world.Chance.Between(0, 6));
        while (node.FrozenUntil > world.Time.Now)
        {
            await world.Time.WaitAsync((int)(node.FrozenUntil - world.Time.Now));
        }

        if (node.Dead)
        {
            await never.Task;
        }
    }
}
