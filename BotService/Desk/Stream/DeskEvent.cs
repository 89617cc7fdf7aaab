namespace SupportBot.Desk.Stream;

/// <summary>What a row of the journal tells of. The numbers are stored.</summary>
internal enum DeskEventKind
{
    /// <summary>A conversation has changed, and may have got messages.</summary>
    Conversation = 0,

    /// <summary>An agent's presence has changed.</summary>
    Agent = 1,

    /// <summary>The canned replies have changed.</summary>
    Canned = 2,

    /// <summary>A ticket has changed; the row carries its document.</summary>
    Ticket = 3,
}

/// <summary>A row of the journal.</summary>
/// <param name="Id">In the order of commit, without gaps.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="ConversationId">The conversation that has changed.</param>
/// <param name="FirstSequence">The first message it has got, or null.</param>
/// <param name="LastSequence">The last one.</param>
/// <param name="AgentId">Whom it concerns.</param>
/// <param name="FormerAgentId">Who had it before.</param>
/// <param name="Everyone">Whether it changes what others have on their lists.</param>
/// <param name="Payload">A document that is sent as it is.</param>
internal sealed record DeskEvent(
    long Id,
    DeskEventKind Kind,
    string? ConversationId,
    long? FirstSequence,
    long? LastSequence,
    string? AgentId,
    string? FormerAgentId,
    bool Everyone,
    byte[]? Payload);
