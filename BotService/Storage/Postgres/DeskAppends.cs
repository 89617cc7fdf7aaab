using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk;

namespace SupportBot.Storage.Postgres;

/// <summary>
/// How a write that concerns people is made. Its rules look at the assignment and at the agent's other conversations, so that one
/// transaction at a time makes such writes: what the rules saw is still so at the commit.
/// </summary>
internal sealed class DeskAppends(IOptions<DeskOptions> options, TimeProvider time)
{
    private const string Tail = "select last_sequence, owner, attended, channel, version from conversation where id = $1 for update";
    private const string Twin = "select sequence, fingerprint from message where conversation_id = $1 and client_id = $2";
    private const string Unseen = "select coalesce((select sequence from message where conversation_id = $1 and sequence > $2 and sender = 0 order by sequence desc limit 1), 0)";
    private const string Own = "update conversation set owner = $2, attended = $3, version = version + $4 where id = $1";
    private const string Left = "select coalesce(min(sequence), 0) from pending_turn where conversation_id = $1";
    private const string Spare = "delete from pending_turn where conversation_id = $1";

    private const string Ask = """
        insert into pending_turn select conversation_id, sequence from message asked
        where conversation_id = $1 and sequence >= $2 and sender = 0
          and not exists (select 1 from message reply where reply.conversation_id = $1 and reply.sequence > asked.sequence and reply.reply_to = asked.sequence)
        on conflict do nothing
        """;

    private const string Hold = "select 1 from conversation where id = any (@ids) order by id for update";

    /// <summary>Locks the rows of all conversations that a transaction will write to, in the order in which all do.</summary>
    public static async Task HoldAsync(NpgsqlConnection connection, string[] ids)
    {
        if (ids.Length > 0)
        {
            await connection.ExecuteAsync(Hold, new { ids });
        }
    }

    /// <summary>Makes one write inside a transaction in <see cref="Room.Desk"/>; when there are several, their rows are held before.</summary>
    public async Task<AppendResult> AppendAsync(NpgsqlConnection connection, Append append)
    {
        DateTimeOffset now = time.GetUtcNow();
        Found found = await FindAsync(connection, append);
        if (!found.Exists && append.Opening is null)
        {
            return new AppendResult(AppendOutcome.Missing);
        }

        if (append.Turn is { } decided && decided.ExpectedVersion != found.Version)
        {
            return found.Repeat ?? new AppendResult(AppendOutcome.Clash);
        }

        AssignmentStep? step = await RuleAsync(connection, append, found, now);
        if (step is { Refusal: { } refusal })
        {
            return found.Repeat ?? new AppendResult(AppendOutcome.Refused) { Refusal = refusal, HeldBy = step.HeldBy };
        }

        if (step is { ChangesNothing: true })
        {
            return new AppendResult(AppendOutcome.Repeated);
        }

        return found.Repeat ?? await WriteAsync(connection, append, found, step, now);
    }

    private static async Task<Found> FindAsync(NpgsqlConnection connection, Append append)
    {
        await using NpgsqlBatch batch = new(connection);
        DeskLedger.Add(batch, Tail).With(append.ConversationId);
        DeskLedger.Add(batch, AssignmentRows.Find).With(append.ConversationId);
        NewMessage? first = append.Messages is [var one, ..] ? one : null;
        DeskLedger.Add(batch, Twin).With(append.ConversationId).With(AppendCall.Storable(first?.ClientId));
        await using NpgsqlDataReader row = await batch.ExecuteReaderAsync();
        Found found = await row.ReadAsync()
            ? new Found(true, row.GetInt64(0), (Owner)row.GetInt64(1), row.GetInt64(2) != 0, row.GetString(3), row.GetInt64(4))
            : new Found(false, 0, Owner.Bot, false, append.Opening?.Channel ?? "", 0);
        await row.NextResultAsync();
        found = await row.ReadAsync() ? found with { Assignment = AssignmentRows.Read(append.ConversationId, row) } : found;
        await row.NextResultAsync();
        return await row.ReadAsync() && first is not null
            ? found with { Repeat = new AppendResult(row.GetInt64(1) == first.Fingerprint ? AppendOutcome.Repeated : AppendOutcome.Changed, row.GetInt64(0)) }
            : found;
    }

    private async Task<AssignmentStep?> RuleAsync(NpgsqlConnection connection, Append append, Found found, DateTimeOffset now)
    {
        Move? move = AssignmentStep.MoveOf(append, found.Owner, found.Attended);
        if (move is null && !found.Attended)
        {
            return null;
        }

        Assignment assignment = found.Assignment ?? new Assignment { ConversationId = append.ConversationId, Channel = found.Channel };
        if (move is null)
        {
            return new AssignmentStep(found.Assignment, new Ruling(assignment), null);
        }

        // An answer of the agent's does not mean that they had seen what crossed with it: the log itself is asked.
        long sequence = move.Seen is { } seen ? await SequenceAsync(connection, Unseen, values => values.With(append.ConversationId).With(seen))
            : move.Takes ? await SequenceAsync(connection, Left, values => values.With(append.ConversationId))
            : AssignmentStep.HeardIn(append, found.LastSequence);
        AgentLoad load = await DeskLedger.LoadOfAsync(connection, move.Candidate(assignment), assignment, options.Value, now);
        return new AssignmentStep(found.Assignment, assignment.Make(move, load, sequence, now), move);
    }

    private static async Task<long> SequenceAsync(NpgsqlConnection connection, string sql, Action<NpgsqlParameterCollection> bind)
    {
        await using NpgsqlCommand command = new(sql, connection);
        bind(command.Parameters);
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }

    private static async Task<AppendResult> WriteAsync(NpgsqlConnection connection, Append append, Found found, AssignmentStep? step, DateTimeOffset now)
    {
        // With the conversation's row locked and all looked at that may refuse it, what follows need not wait for the answer. A lease,
        // and whether another opens the conversation in the same moment, only the call itself can tell.
        bool sure = found.Exists && append.Lease is null;
        DeskNews news = DeskNews.None;
        AppendResult result;
        await using (NpgsqlBatch batch = new(connection) { BatchCommands = { AppendCall.Of(append, now, step?.Ruling.Next.Owner ?? found.Owner) } })
        {
            news = sure && step is not null ? Follow(batch, append, found, step, found.LastSequence + 1, now) : news;
            await using NpgsqlDataReader row = await batch.ExecuteReaderAsync();
            (_, result) = await AppendCall.ReadAsync(row);
            while (await row.NextResultAsync())
            {
            }
        }

        if (sure && result.Outcome != AppendOutcome.Stored)
        {
            throw new InvalidDataException($"A write that nothing could refuse came to {result.Outcome}.");
        }

        if (!sure && step is not null && result.Outcome == AppendOutcome.Stored)
        {
            await using NpgsqlBatch batch = new(connection);
            news = Follow(batch, append, found, step, result.FirstSequence, now);
            await (batch.BatchCommands.Count > 0 ? batch.ExecuteNonQueryAsync() : Task.FromResult(0));
        }

        return result with { News = news };
    }

    private static DeskNews Follow(NpgsqlBatch batch, Append append, Found found, AssignmentStep step, long first, DateTimeOffset now)
    {
        Assignment after = step.Ruling.Next;
        bool attended = after.IsAttended(now);
        if (after.Owner != found.Owner || attended != found.Attended)
        {
            DeskLedger.Add(batch, Own).With(append.ConversationId).With((long)after.Owner).With(attended ? 1 : 0).With(append.Turn is null && after.Owner != found.Owner ? 1 : 0);
        }

        if (!attended && !found.Attended)
        {
            return DeskNews.None;
        }

        if (step.Move is { Takes: true })
        {
            // What the bot has not answered yet is the agent's from now on.
            DeskLedger.Add(batch, Spare).With(append.ConversationId);
        }

        if (step.LeavesToBot is { } unanswered)
        {
            // What the agent has left unanswered, the bot answers; not what it had answered itself, such as the wish for a person.
            DeskLedger.Add(batch, Ask).With(append.ConversationId).With(unanswered);
        }

        batch.BatchCommands.Add(AssignmentRows.Save(step.Before, after, AssignmentStep.ShopperMessages(append), now.ToUnixTimeMilliseconds()));
        DeskLedger.Account(batch, step.Before, after, step.Move, now);
        return DeskLedger.Journal(batch, step.Before, after, first, first + append.Messages.Count - 1, now);
    }

    private sealed record Found(bool Exists, long LastSequence, Owner Owner, bool Attended, string Channel, long Version)
    {
        public Assignment? Assignment { get; init; }

        public AppendResult? Repeat { get; init; }
    }
}
