using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Shop;

namespace SupportBot.Storage.Sqlite;

/// <summary>Attempts are taken and given back in the commit loop, so that many at once cannot slip past a limit.</summary>
internal sealed class SqliteOrderProofs(SqliteReads reads, CommitLoop commits, TimeProvider time) : IOrderProofs
{
    private const string Forget = "delete from proof_attempt where since <= @before";

    private const string Failures = "select coalesce((select failures from proof_attempt where scope = @scope), 0)";

    private const string Count = """
        insert into proof_attempt (scope, failures, since) values (@scope, 1, @now)
        on conflict (scope) do update set failures = failures + 1
        """;

    private const string GiveBack = "update proof_attempt set failures = max(0, failures - 1) where scope = @scope";

    private const string Grant = """
        insert into order_access (conversation_id, order_number, granted_at) values (@conversationId, @number, @now)
        on conflict do nothing
        """;

    public async Task<bool> TakeAttemptAsync(IReadOnlyList<ProofScope> scopes, TimeSpan window, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        return await commits.WriteAsync(connection => Take(connection, scopes, now.ToUnixTimeMilliseconds(), (now - window).ToUnixTimeMilliseconds()), cancellation);
    }

    public async Task GiveBackAsync(IReadOnlyList<ProofScope> scopes, CancellationToken cancellation) =>
        await commits.WriteAsync(connection => scopes.Sum(scope => connection.Execute(GiveBack, new { scope = scope.Name })), cancellation);

    public async Task GrantAsync(string conversationId, string number, CancellationToken cancellation) => await commits.WriteAsync(
        connection => connection.Execute(Grant, new { conversationId, number, now = time.GetUtcNow().ToUnixTimeMilliseconds() }), cancellation);

    public ValueTask<bool> IsGrantedAsync(string conversationId, string number, CancellationToken cancellation) => ValueTask.FromResult(reads.Read(connection =>
        connection.QueryFirst<bool>("select exists (select 1 from order_access where conversation_id = @conversationId and order_number = @number)", new { conversationId, number })));

    private static bool Take(SqliteConnection connection, IReadOnlyList<ProofScope> scopes, long now, long before)
    {
        connection.Execute(Forget, new { before });
        if (scopes.Any(scope => connection.QueryFirst<long>(Failures, new { scope = scope.Name }) >= scope.Limit))
        {
            return false;
        }

        foreach (ProofScope scope in scopes)
        {
            connection.Execute(Count, new { scope = scope.Name, now });
        }

        return true;
    }
}
