namespace SupportBot.Conversations;

/// <summary>Lets one turn at a time into a conversation on this node. Other nodes are held off by the version, not by this.</summary>
internal sealed class ConversationLane
{
    private readonly Dictionary<string, Gate> gates = new(StringComparer.Ordinal);

    /// <summary>Waits for the conversation's lane; disposing what is returned gives it free.</summary>
    public async ValueTask<IDisposable> EnterAsync(string conversationId, CancellationToken cancellation)
    {
        Gate gate = Join(conversationId);
        try
        {
            await gate.Door.WaitAsync(cancellation);
        }
        catch
        {
            Leave(conversationId, gate);
            throw;
        }

        return new Passage(this, conversationId, gate);
    }

    private Gate Join(string conversationId)
    {
        lock (gates)
        {
            if (!gates.TryGetValue(conversationId, out Gate? gate))
            {
                gates.Add(conversationId, gate = new Gate());
            }

            gate.Visitors++;
            return gate;
        }
    }

    // The last visitor takes the gate away, so idle conversations cost nothing.
    private void Leave(string conversationId, Gate gate)
    {
        lock (gates)
        {
            if (--gate.Visitors == 0)
            {
                gates.Remove(conversationId);
                gate.Door.Dispose();
            }
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public int Visitors { get; set; }
    }

    private sealed class Passage(ConversationLane lane, string conversationId, Gate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Door.Release();
            lane.Leave(conversationId, gate);
        }
    }
}
