namespace SupportBot.Conversations;

/// <summary>
/// Tells the other nodes what has happened on this one. It only wakes and shows for a moment: whoever misses it finds what is new in
/// the rows, by a slow re-check.
/// </summary>
internal interface INodeNews
{
    void Tell(NodeNews news);
}

/// <param name="Kind">What has happened.</param>
/// <param name="ConversationId">Where; empty when it concerns no single conversation.</param>
/// <param name="Moment">What is shown for a moment.</param>
internal readonly record struct NodeNews(NodeNewsKind Kind, string ConversationId = "", ReadOnlyMemory<byte> Moment = default);

/// <summary>The numbers go over the wire between nodes of different age.</summary>
internal enum NodeNewsKind : byte
{
    /// <summary>A conversation has grown or changed.</summary>
    Conversation = 1,

    /// <summary>Something to show those who follow a conversation, such as typing.</summary>
    Moment = 2,

    /// <summary>The desk's journal has grown.</summary>
    Journal = 3,

    /// <summary>Something to show the desk's pages that have a conversation open.</summary>
    DeskMoment = 4,
}
