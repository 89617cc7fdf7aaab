using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Desk;

namespace SupportBot.Storage.Sqlite;

/// <summary>Conversations on SQLite: writes through the commit loop, reads on pooled connections beside it (WAL).</summary>
internal sealed class SqliteConversationStore(SqliteDatabase database, CommitLoop commits, IOptions<DeskOptions> desk, TimeProvider time) : IConversationStore, IDisposable
{
    private readonly ConcurrentBag<ConversationReader> readers = [];
    private ConversationWriter? writer;

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellation) =>
        commits.WriteAsync(connection => AppendOn(connection, append), cancellation);

    /// <summary>For writes that are made of several appends; only inside the commit loop.</summary>
    public AppendResult AppendOn(SqliteConnection connection, Append append) => Writer(connection).Append(append);

    public ValueTask<Conversation?> FindAsync(string conversationId, CancellationToken cancellation) =>
        Read(reader => reader.Find(conversationId));

    public ValueTask<IReadOnlyList<(string ConversationId, long LastSequence)>> LastSequencesAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellation) =>
        Read(reader => reader.LastSequences(conversationIds));

    public ValueTask<IReadOnlyList<Message>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation) =>
        Read(reader => reader.Read(conversationId, after, limit));

    public ValueTask<IReadOnlyList<Message>> ReadAsync(IReadOnlyCollection<LogPart> parts, CancellationToken cancellation) =>
        Read(reader => reader.Read(parts));

    public ValueTask<IReadOnlyList<Message>> ReadBackAsync(string conversationId, long before, int limit, CancellationToken cancellation) =>
        Read(reader => reader.ReadBack(conversationId, before, limit));

    public ValueTask<IReadOnlyList<Message>> PendingAsync(string conversationId, int limit, CancellationToken cancellation) =>
        Read(reader => reader.Pending(conversationId, limit));

    public ValueTask<IReadOnlyList<Message>> RepliesAsync(string conversationId, long sequence, CancellationToken cancellation) =>
        Read(reader => reader.Replies(conversationId, sequence));

    public ValueTask<IReadOnlyList<string>> UnansweredAsync(int limit, CancellationToken cancellation) =>
        Read(reader => reader.Unanswered(limit));

    public ValueTask<StoredFile?> FileAsync(string fileId, CancellationToken cancellation) =>
        Read(reader => reader.File(fileId));

    public Task KeepFileAsync(StoredFile file, CancellationToken cancellation) =>
        commits.WriteAsync(connection => Writer(connection).Keep(file), cancellation);

    public void Dispose()
    {
        writer?.Dispose();
        while (readers.TryTake(out ConversationReader? reader))
        {
            reader.Dispose();
        }
    }

    // Only the commit thread comes here.
    private ConversationWriter Writer(SqliteConnection connection) => writer ??= new ConversationWriter(connection, desk.Value, time);

    // A local read takes some microseconds: handing it to another thread would cost more than it.
    private ValueTask<T> Read<T>(Func<ConversationReader, T> read)
    {
        if (!readers.TryTake(out ConversationReader? reader))
        {
            reader = new ConversationReader(database.Open());
        }

        try
        {
            T result = read(reader);
            readers.Add(reader);
            return ValueTask.FromResult(result);
        }
        catch
        {
            // A connection that failed is not used again.
            reader.Dispose();
            throw;
        }
    }
}
