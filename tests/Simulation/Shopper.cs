using SupportBot.Conversations;

namespace SupportBot.Simulation;

/// <summary>A shopper who asks, waits too short, asks again through another node, and remembers what was acknowledged.</summary>
internal sealed class Shopper(World world, string conversationId)
{
    private const int Patience = 400;

    private static readonly byte[] Wishes = [WorldTaker.Question, WorldTaker.Question, WorldTaker.Person, WorldTaker.Work, WorldTaker.Leave];

    private readonly Opening opening = new("directline", "shopper");

    public string ConversationId => conversationId;

    /// <summary>What the service has acknowledged: the client's id and the sequence it was told.</summary>
    public List<(string ClientId, long Sequence)> Acknowledged { get; } = [];

    /// <summary>What went wrong in the shopper's own eyes; null when nothing did.</summary>
    public string? Complaint { get; private set; }

    public async Task TalkAsync(int messages)
    {
        for (int number = 1; number <= messages; number++)
        {
            await world.Time.WaitAsync(world.Chance.Between(0, 900));
            NewMessage message = new(Sender.Shopper, [Wishes[world.Chance.Below(Wishes.Length)]]) { ClientId = $"m{number}", Fingerprint = number };
            if (world.Chance.OneIn(4))
            {
                _ = SayAsync(message);
            }

            await SayAsync(message);
        }
    }

    private async Task SayAsync(NewMessage message)
    {
        // Some callers wait for the answer in the same call; they too come again when none arrives.
        bool waits = world.Chance.OneIn(3);
        while (true)
        {
            Task<AppendResult?> sent = SendAsync(world.AnyNode(), message, waits);
            await Task.WhenAny(sent, world.Time.WaitAsync(Patience));
            if (sent.IsCompleted && await sent is { } result)
            {
                Note(message, result);
                return;
            }

            await world.Time.WaitAsync(world.Chance.Between(5, 120));
        }
    }

    private async Task<AppendResult?> SendAsync(Node node, NewMessage message, bool waits)
    {
        try
        {
            return waits
                ? (await node.Turns.AnswerAsync(conversationId, opening, message, [], CancellationToken.None)).Result
                : await node.Turns.ReceiveAsync(new Append { ConversationId = conversationId, Opening = opening, Messages = [message with { TurnPending = true }] }, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private void Note(NewMessage message, AppendResult result)
    {
        if (result.Outcome is AppendOutcome.Stored or AppendOutcome.Repeated)
        {
            Acknowledged.Add((message.ClientId ?? "", result.FirstSequence));
        }
        else
        {
            Complaint = $"{conversationId} {message.ClientId} was answered {result.Outcome}";
        }
    }
}
