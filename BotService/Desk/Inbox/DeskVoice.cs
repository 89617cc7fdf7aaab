using System.Text.Json.Nodes;
using SupportBot.Access;
using SupportBot.Channels;
using SupportBot.Conversations;

namespace SupportBot.Desk.Inbox;

/// <summary>What people say and do at the desk, in the form the log keeps it.</summary>
internal static class DeskVoice
{
    /// <summary>The agent's words to the shopper.</summary>
    public static NewMessage Said(ReplyAddress address, StaffMember agent, string text, IReadOnlyList<Attachment> attachments, string? locale)
    {
        Activity activity = address.Template with
        {
            From = address.Template.From is { } bot ? bot with { Name = agent.Name } : null,
            ReplyToId = null,
            Text = text,
            TextFormat = "markdown",
            Locale = locale,
            InputHint = "acceptingInput",
            Attachments = attachments.Count == 0 ? null : attachments,
        };
        return Marked(activity, Sender.Agent, MarkOf(agent));
    }

    /// <summary>A note for colleagues only.</summary>
    public static NewMessage Note(StaffMember author, string text, bool whisper) =>
        Marked(new Activity { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" }, Sender.Note, MarkOf(author) with { Whisper = whisper ? true : null });

    /// <summary>Tells the shopper's client how the way to a person goes on; what the mark holds besides is for the desk, and holds nothing private.</summary>
    public static NewMessage Status(ReplyAddress address, JsonObject value, DeskMark mark) => Marked(address.HandOffStatus(value), Sender.Bot, mark);

    /// <summary>A line for colleagues only about what was done.</summary>
    public static NewMessage Happened(DeskMark mark) => Marked(new Activity { Type = ActivityTypes.Event, Name = $"desk.{mark.Kind}" }, Sender.Note, mark);

    public static DeskMark MarkOf(StaffMember actor, string? kind = null) => new() { Actor = actor.Id, ActorName = actor.Name, Kind = kind };

    private static NewMessage Marked(Activity activity, Sender sender, DeskMark mark) =>
        StoredActivity.ToMessage(activity, sender) with { ChannelData = mark.Write() };
}
