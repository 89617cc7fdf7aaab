using SupportBot.Conversations;
using SupportBot.Desk.Floor;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;

namespace SupportBot.Desk.Stream;

internal sealed record ConversationEvent(SummaryDocument Summary)
{
    public string Type => "conversation";
}

internal sealed record MessageEvent(string ConversationId, MessageDocument Message)
{
    public string Type => "message";
}

internal sealed record OfferEvent(string ConversationId, DateTimeOffset Until, SummaryDocument Summary)
{
    public string Type => "offer";
}

internal sealed record AgentEvent(AgentDocument Agent)
{
    public string Type => "agent";
}

internal sealed record CannedEvent
{
    public string Type => "canned";
}

/// <param name="Who"><c>shopper</c>, or the colleague.</param>
internal sealed record TypingEvent(string ConversationId, System.Text.Json.Nodes.JsonNode Who)
{
    public string Type => "typing";
}

internal sealed record ComposingEvent(string ConversationId, PersonDocument Agent, bool Composing)
{
    public string Type => "composing";
}

internal sealed record PeekEvent(string ConversationId, string Text)
{
    public string Type => "peek";
}

internal sealed record PageEvent(string ConversationId, ViewedPage Page)
{
    public string Type => "page";
}

internal sealed record FloorEvent(FloorDocument Floor)
{
    public string Type => "floor";
}
