using Dapper;
using Npgsql;
using SupportBot.Shop;

namespace SupportBot.Storage.Postgres;

/// <summary>Attempts are taken and given back in <see cref="Room.Shop"/>, so that many at once cannot slip past a limit.</summary>
internal sealed class PostgresOrderProofs(PostgresWork work, TimeProvider time) : IOrderProofs
{
    private const string Forget = "delete from proof_attempt where since <= @before";

    private const string Failures = "select coalesce((select failures from proof_attempt where scope = @scope), 0)";

    private const string Count = """
        insert into proof_attempt (scope, failures, since) values (@scope, 1, @now)
        on conflict (scope) do update set failures = proof_attempt.failures + 1
        """;

    private const string GiveBack = "update proof_attempt set failures = greatest(0, failures - 1) where scope = any (@scopes)";

    private const string Grant = """
        insert into order_access (conversation_id, order_number, granted_at) values (@conversationId, @number, @now)
        on conflict do nothing
        """;

    public Task<bool> TakeAttemptAsync(IReadOnlyList<ProofScope> scopes, TimeSpan window, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        return work.WriteAsync(connection => TakeAsync(connection, scopes, now.ToUnixTimeMilliseconds(), (now - window).ToUnixTimeMilliseconds()), cancellation, Room.Shop);
    }

    public Task GiveBackAsync(IReadOnlyList<ProofScope> scopes, CancellationToken cancellation) =>
        work.WriteAsync(connection => connection.ExecuteAsync(GiveBack, new { scopes = scopes.Select(scope => scope.Name).ToArray() }), cancellation, Room.Shop);

    public Task GrantAsync(string conversationId, string number, CancellationToken cancellation) =>
        work.WriteAsync(connection => connection.ExecuteAsync(Grant, new { conversationId, number, now = time.GetUtcNow().ToUnixTimeMilliseconds() }), cancellation);

    public ValueTask<bool> IsGrantedAsync(string conversationId, string number, CancellationToken cancellation) => work.ReadAsync(
        connection => connection.QueryFirstAsync<bool>("select exists (select 1 from order_access where conversation_id = @conversationId and order_number = @number)", new { conversationId, number }),
        cancellation);

    private static async Task<bool> TakeAsync(NpgsqlConnection connection, IReadOnlyList<ProofScope> scopes, long now, long before)
    {
        await connection.ExecuteAsync(Forget, new { before });
        foreach (ProofScope scope in scopes)
        {
            if (await connection.QueryFirstAsync<long>(Failures, new { scope = scope.Name }) >= scope.Limit)
            {
                return false;
            }
        }

        foreach (ProofScope scope in scopes)
        {
            await connection.ExecuteAsync(Count, new { scope = scope.Name, now });
        }

        return true;
    }
}
