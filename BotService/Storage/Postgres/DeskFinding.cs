using Npgsql;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Storage.Postgres;

/// <summary>A conversation as a write that concerns people finds it, its row locked.</summary>
/// <param name="Exists">Whether it is there; it may be opened yet.</param>
/// <param name="LastSequence">Its newest message.</param>
/// <param name="Owner">Who answers.</param>
/// <param name="Attended">Whether an assignment follows what is said.</param>
/// <param name="Version">What a turn has to be decided on.</param>
/// <param name="Assignment">The assignment; a new one when people never had the conversation.</param>
internal sealed record DeskFinding(bool Exists, long LastSequence, Owner Owner, bool Attended, long Version, Assignment Assignment)
{
    // Locked in the order in which all do who lock several.
    private const string Tails = "select id, last_sequence, owner, attended, channel, version from conversation where id = any ($1) order by id for update";

    private const string Twins = """
        select asked.id, m.sequence, m.fingerprint from unnest($1, $2) asked (id, client_id)
        join message m on m.conversation_id = asked.id and m.client_id = asked.client_id
        """;

    private const string Leases = "select lease from node where lease = any ($1)";

    /// <summary>As it lies in the store; null when people never had the conversation.</summary>
    public Assignment? Before { get; init; }

    /// <summary>What the write comes to when its first message is stored already.</summary>
    public AppendResult? Repeat { get; init; }

    /// <summary>
    /// False when the node's lease has ended. The call could look later, but no later than it matters: from here on nobody else writes to
    /// the conversation, and what another node had done before, the version or the rules show.
    /// </summary>
    public bool LeaseHolds { get; init; } = true;

    /// <summary>Locks and reads the conversations of writes of which no two are to the same one, in one round trip.</summary>
    public static async Task<DeskFinding[]> ReadAsync(NpgsqlConnection connection, IReadOnlyList<Append> appends)
    {
        string[] ids = [.. appends.Select(append => append.ConversationId)];
        Append[] named = [.. appends.Where(append => ClientIdOf(append) is not null)];
        await using NpgsqlBatch batch = new(connection);
        DeskLedger.Add(batch, Tails).With(ids);
        DeskLedger.Add(batch, AssignmentRows.Find).With(ids);
        DeskLedger.Add(batch, Twins).With([.. named.Select(append => append.ConversationId)]).With([.. named.Select(append => ClientIdOf(append) ?? "")]);
        DeskLedger.Add(batch, Leases).With([.. appends.Select(append => append.Lease).OfType<string>().Distinct()]);
        await using NpgsqlDataReader row = await batch.ExecuteReaderAsync();
        Dictionary<string, DeskFinding> tails = await row.AllAsync(ReadTail);
        await row.NextResultAsync();
        Dictionary<string, Assignment> assignments = await row.AllAsync(AssignmentRows.ReadNamed);
        await row.NextResultAsync();
        Dictionary<string, (long Sequence, long Fingerprint)> twins = await row.AllAsync(twin => (twin.GetString(0), (twin.GetInt64(1), twin.GetInt64(2))));
        await row.NextResultAsync();
        Dictionary<string, bool> leases = await row.AllAsync(lease => (lease.GetString(0), true));
        return [.. appends.Select(append =>
        {
            DeskFinding tail = tails.GetValueOrDefault(append.ConversationId) ?? None(append);
            Assignment? before = assignments.GetValueOrDefault(append.ConversationId);
            return tail with
            {
                Assignment = before ?? tail.Assignment,
                Before = before,
                Repeat = twins.TryGetValue(append.ConversationId, out (long Sequence, long Fingerprint) twin) ? RepeatOf(append, twin) : null,
                LeaseHolds = append.Lease is null || leases.ContainsKey(append.Lease),
            };
        })];
    }

    private static string? ClientIdOf(Append append) => append.Messages is [var first, ..] ? AppendCall.Storable(first.ClientId) : null;

    private static AppendResult RepeatOf(Append append, (long Sequence, long Fingerprint) twin) =>
        new(twin.Fingerprint == append.Messages[0].Fingerprint ? AppendOutcome.Repeated : AppendOutcome.Changed, twin.Sequence);

    private static DeskFinding None(Append append) => new(false, 0, Owner.Bot, false, 0, New(append.ConversationId, append.Opening?.Channel ?? ""));

    private static (string Id, DeskFinding Tail) ReadTail(NpgsqlDataReader row)
    {
        string id = row.GetString(0);
        return (id, new DeskFinding(true, row.GetInt64(1), (Owner)row.GetInt64(2), row.GetInt64(3) != 0, row.GetInt64(5), New(id, row.GetString(4))));
    }

    private static Assignment New(string id, string channel) => new() { ConversationId = id, Channel = channel };
}
