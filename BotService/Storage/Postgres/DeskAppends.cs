using Microsoft.Extensions.Options;
using Npgsql;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk;

namespace SupportBot.Storage.Postgres;

/// <summary>
/// How writes that concern people are made. Their rules look at the assignment and at the agent's other conversations, so that one
/// transaction at a time makes such writes: what the rules saw is still so at the commit. However many are made together, they are
/// looked up in two round trips and written in one.
/// </summary>
internal sealed class DeskAppends(IOptions<DeskOptions> options, TimeProvider time)
{
    private const string Own = "update conversation set owner = $2, attended = $3, version = version + $4 where id = $1";
    private const string Spare = "delete from pending_turn where conversation_id = $1";

    private const string Ask = """
        insert into pending_turn select conversation_id, sequence from message asked
        where conversation_id = $1 and sequence >= $2 and sender = 0
          and not exists (select 1 from message reply where reply.conversation_id = $1 and reply.sequence > asked.sequence and reply.reply_to = asked.sequence)
        on conflict do nothing
        """;

    /// <summary>Makes writes inside a transaction in <see cref="Room.Desk"/>, in their order.</summary>
    public async Task<AppendResult[]> AppendAsync(NpgsqlConnection connection, IReadOnlyList<Append> appends)
    {
        AppendResult[] results = new AppendResult[appends.Count];
        int[] left = [.. Enumerable.Range(0, appends.Count)];
        while (left.Length > 0)
        {
            // Of one conversation's writes, each looks at what the one before has made. The first time the rows of all are locked.
            int[] together = [.. left.DistinctBy(index => appends[index].ConversationId)];
            AppendResult[] made = await MakeAsync(connection, [.. together.Select(index => appends[index])]);
            for (int index = 0; index < made.Length; index++)
            {
                results[together[index]] = made[index];
            }

            left = left.Length == together.Length ? [] : [.. left.Except(together)];
        }

        return results;
    }

    private async Task<AppendResult[]> MakeAsync(NpgsqlConnection connection, Append[] appends)
    {
        DateTimeOffset now = time.GetUtcNow();
        DeskFinding[] found = await DeskFinding.ReadAsync(connection, appends);
        Move?[] moves = [.. appends.Select((append, index) => AssignmentStep.MoveOf(append, found[index].Owner, found[index].Attended))];
        DeskInquiry inquiry = await DeskInquiry.AskAsync(connection, found, moves, options.Value, now);
        AppendResult[] results = new AppendResult[appends.Length];
        List<(int Index, DeskWrite Write)> writes = new(appends.Length);
        for (int index = 0; index < appends.Length; index++)
        {
            (AssignmentStep? step, AppendResult? ended) = Rule(appends[index], found[index], moves[index], inquiry, now);
            if (ended is { } result)
            {
                results[index] = result;
                continue;
            }

            inquiry.Follow(step);
            writes.Add((index, new DeskWrite(appends[index], found[index], step)));
        }

        AppendResult[] written = await WriteAsync(connection, [.. writes.Select(one => one.Write)], now);
        for (int index = 0; index < written.Length; index++)
        {
            results[writes[index].Index] = written[index];
        }

        return results;
    }

    /// <summary>What the write comes to when nothing is to be written, or the step it makes.</summary>
    private static (AssignmentStep? Step, AppendResult? Ended) Rule(Append append, DeskFinding found, Move? move, DeskInquiry inquiry, DateTimeOffset now)
    {
        if (!found.LeaseHolds)
        {
            return (null, new AppendResult(AppendOutcome.Clash));
        }

        if (!found.Exists && append.Opening is null)
        {
            return (null, new AppendResult(AppendOutcome.Missing));
        }

        if (append.Turn is { } decided && decided.ExpectedVersion != found.Version)
        {
            return (null, found.Repeat ?? new AppendResult(AppendOutcome.Clash));
        }

        AssignmentStep? step = StepOf(append, found, move, inquiry, now);
        return step switch
        {
            { Refusal: { } refusal } => (null, found.Repeat ?? new AppendResult(AppendOutcome.Refused) { Refusal = refusal, HeldBy = step.HeldBy }),
            { ChangesNothing: true } => (null, new AppendResult(AppendOutcome.Repeated)),
            _ => (step, found.Repeat),
        };
    }

    private static AssignmentStep? StepOf(Append append, DeskFinding found, Move? move, DeskInquiry inquiry, DateTimeOffset now)
    {
        if (move is null)
        {
            return found.Attended ? new AssignmentStep(found.Before, new Ruling(found.Assignment), null) : null;
        }

        long sequence = move.Seen is not null || move.Takes ? inquiry.SequenceOf(append.ConversationId) : AssignmentStep.HeardIn(append, found.LastSequence);
        return new AssignmentStep(found.Before, found.Assignment.Make(move, inquiry.LoadOf(move.Candidate(found.Assignment), found.Assignment), sequence, now), move);
    }

    private static async Task<AppendResult[]> WriteAsync(NpgsqlConnection connection, DeskWrite[] writes, DateTimeOffset now)
    {
        if (writes.Length == 0)
        {
            return [];
        }

        AppendResult[] results = new AppendResult[writes.Length];
        await using (NpgsqlBatch batch = new(connection))
        {
            DeskNews[] news = [.. writes.Select(write => Add(batch, write, now))];
            await using NpgsqlDataReader row = await batch.ExecuteReaderAsync();
            for (int index = 0; index < writes.Length; index++)
            {
                (_, AppendResult result) = await AppendCall.ReadAsync(row);
                await row.NextResultAsync();
                results[index] = !writes[index].Found.Exists || result.Outcome == AppendOutcome.Stored
                    ? result with { News = news[index] }
                    : throw new InvalidDataException($"A write that nothing could refuse came to {result.Outcome}.");
            }
        }

        await OpenedAsync(connection, writes, results, now);
        return results;
    }

    // Whether another opens the conversation in the same moment, only the call itself can tell; and then nothing follows from it.
    private static async Task OpenedAsync(NpgsqlConnection connection, DeskWrite[] writes, AppendResult[] results, DateTimeOffset now)
    {
        await using NpgsqlBatch batch = new(connection);
        for (int index = 0; index < writes.Length; index++)
        {
            if (!writes[index].Found.Exists && results[index].Outcome == AppendOutcome.Stored)
            {
                results[index] = results[index] with { News = Follow(batch, writes[index], results[index].FirstSequence, now) };
            }
        }

        await (batch.BatchCommands.Count > 0 ? batch.ExecuteNonQueryAsync() : Task.FromResult(0));
    }

    // With the conversation's row locked and all looked at that may refuse it, what follows need not wait for the answer.
    private static DeskNews Add(NpgsqlBatch batch, DeskWrite write, DateTimeOffset now)
    {
        batch.BatchCommands.Add(AppendCall.Of(write.Append, now, write.Step?.Ruling.Next.Owner ?? write.Found.Owner));
        return write.Found.Exists ? Follow(batch, write, write.Found.LastSequence + 1, now) : DeskNews.None;
    }

    private static DeskNews Follow(NpgsqlBatch batch, DeskWrite write, long first, DateTimeOffset now)
    {
        (Append append, DeskFinding found, AssignmentStep? step) = write;
        if (step is null)
        {
            return DeskNews.None;
        }

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

    private sealed record DeskWrite(Append Append, DeskFinding Found, AssignmentStep? Step);
}
