using Dapper;
using SupportBot.Conversations.Retention;

namespace SupportBot.Storage.Sqlite;

internal sealed class SqliteRetentionStore(SqliteReads reads, CommitLoop commits) : IRetentionStore
{
    public ValueTask<IReadOnlyList<IdleConversation>> IdleAsync(DateTimeOffset idleSince, IdleConversation? after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<IdleConversation>>(reads.Read(connection => connection.Query<IdleConversation>(
            IdleConversations.Select, new { before = idleSince.ToUnixTimeMilliseconds(), at = after?.ActiveAt ?? 0, id = after?.Id ?? "", limit }).AsList()));

    public Task<bool> EmptyAsync(string conversationId, DateTimeOffset idleSince, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            if (connection.Execute(IdleConversations.Empty, new { id = conversationId, before = idleSince.ToUnixTimeMilliseconds() }) == 0)
            {
                return false;
            }

            SqliteErasure.TakeWords(connection, [conversationId]);
            return true;
        },
        cancellation);
}
