using Dapper;
using SupportBot.Conversations.Retention;

namespace SupportBot.Storage.Postgres;

internal sealed class PostgresRetentionStore(PostgresWork work) : IRetentionStore
{
    public ValueTask<IReadOnlyList<IdleConversation>> IdleAsync(DateTimeOffset idleSince, IdleConversation? after, int limit, CancellationToken cancellation) =>
        work.ReadAsync<IReadOnlyList<IdleConversation>>(
            async connection => (await connection.QueryAsync<IdleConversation>(
                IdleConversations.Select, new { before = idleSince.ToUnixTimeMilliseconds(), at = after?.ActiveAt ?? 0, id = after?.Id ?? "", limit })).AsList(),
            cancellation);

    public Task<bool> EmptyAsync(string conversationId, DateTimeOffset idleSince, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            if (await connection.ExecuteAsync(IdleConversations.Empty, new { id = conversationId, before = idleSince.ToUnixTimeMilliseconds() }) == 0)
            {
                return false;
            }

            await PostgresErasure.TakeWordsAsync(connection, conversationId);
            return true;
        },
        cancellation,
        Room.Desk);
}
