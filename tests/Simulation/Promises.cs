using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Simulation;

/// <summary>What must hold in every world, whatever fails in it.</summary>
internal sealed class Promises
{
    /// <summary>The first promise found broken, or null.</summary>
    public string? Broken { get; private set; }

    /// <summary>Watches every write as it happens.</summary>
    public void Witness(Row row, Append append)
    {
        foreach (NewMessage message in append.Messages)
        {
            if (message.Sender == Sender.Bot && append.Turn is not null && row.Owner == Owner.Agent)
            {
                Break($"{row.Id}: the bot answered while an agent had the conversation");
            }

            if (message.Sender == Sender.Agent && (row.Owner != Owner.Agent || row.Assignment?.AgentId != append.Move?.ActorId))
            {
                Break($"{row.Id}: {append.Move?.ActorId} answered what {row.Assignment?.AgentId ?? row.Owner.ToString()} had");
            }
        }

        if (append.Move is { Kind: MoveKind.Claim or MoveKind.Accept } move && row.Owner == Owner.Agent && row.Assignment?.AgentId != move.ActorId)
        {
            Break($"{row.Id}: {move.ActorId} took what {row.Assignment?.AgentId} had");
        }
    }

    /// <summary>Looks at the end, when everything that failed has long been repaired.</summary>
    public void Judge(World world)
    {
        foreach (Shopper shopper in world.Shoppers)
        {
            if (shopper.Complaint is { } complaint)
            {
                Break(complaint);
            }

            Row? row = world.Database.Find(shopper.ConversationId);
            foreach ((string clientId, long sequence) in shopper.Acknowledged)
            {
                if (row is null || row.Lines.Count < sequence || row.Lines[(int)sequence - 1].Message.ClientId != clientId)
                {
                    Break($"{shopper.ConversationId}: {clientId} was acknowledged as {sequence} and is not there");
                }
            }
        }

        foreach (Row row in world.Database.Rows)
        {
            JudgeLog(row);
            JudgeAnswers(row);
        }

        foreach (ShopperSocket socket in world.Sockets)
        {
            if (world.Database.Find(socket.ConversationId) is { } row && !row.Lines.Select(line => line.Message).SequenceEqual(socket.Seen))
            {
                Break($"{row.Id}: the page has seen {socket.Seen.Count} of {row.Lines.Count} messages, or others");
            }
        }
    }

    private void JudgeLog(Row row)
    {
        HashSet<string> clients = new(StringComparer.Ordinal);
        for (int index = 0; index < row.Lines.Count; index++)
        {
            Message message = row.Lines[index].Message;
            if (message.Sequence != index + 1 || (index > 0 && message.At <= row.Lines[index - 1].Message.At))
            {
                Break($"{row.Id}: {message.Sequence} stands at {index + 1}, or before its time");
            }

            if (message.ClientId is { } client && !clients.Add(client))
            {
                Break($"{row.Id}: {client} is stored twice");
            }
        }
    }

    private void JudgeAnswers(Row row)
    {
        int turns = 0;
        foreach (Line line in row.Lines)
        {
            if (line.Pending)
            {
                Break($"{row.Id}: {line.Message.Sequence} still waits for its turn");
            }

            if (line.Message.Sender == Sender.Shopper)
            {
                int answers = row.Lines.Count(other => other.Message.ReplyTo == line.Message.Sequence);
                bool byPerson = row.Lines.Exists(other => other.Message.Sender == Sender.Agent && other.Message.Sequence > line.Message.Sequence);
                turns += answers;
                if (answers > 1 || (answers == 0 && !byPerson))
                {
                    Break($"{row.Id}: {line.Message.Sequence} has {answers} answers of the bot and {(byPerson ? "one" : "none")} of a person");
                }

                JudgeWork(row, line.Message);
            }
        }

        if (WorldTaker.Turns(row.State) < turns)
        {
            Break($"{row.Id}: the dialogs remember {WorldTaker.Turns(row.State)} turns of {turns}");
        }
    }

    // What shall be done outside stands in the outbox once for each reply that promised it.
    private void JudgeWork(Row row, Message question)
    {
        if (question.Body[0] == WorldTaker.Work)
        {
            foreach (Line reply in row.Lines.Where(line => line.Message.ReplyTo == question.Sequence))
            {
                int rows = row.Outbox.Count(item => item.Sequence == reply.Message.Sequence);
                if (rows != (reply.Message.Body[0] == WorldTaker.Work ? 1 : 0))
                {
                    Break($"{row.Id}: {rows} rows of the outbox belong to {reply.Message.Sequence}");
                }
            }
        }
    }

    private void Break(string promise) => Broken ??= promise;
}
