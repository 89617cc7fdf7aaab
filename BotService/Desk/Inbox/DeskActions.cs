using System.Text.Json.Nodes;
using SupportBot.Access;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk.Replies;

namespace SupportBot.Desk.Inbox;

/// <summary>Makes the moves of people: the assignment, the lines in the log and what is sent outside, in one write.</summary>
internal sealed class DeskActions(IConversationStore store, IDeskStore desk, TurnRunner turns, ConversationAddresses addresses, Greetings greetings)
{
    /// <summary>Makes a move that the shopper's client hears of.</summary>
    /// <param name="id">The conversation.</param>
    /// <param name="move">What is to be done.</param>
    /// <param name="state">The state of <c>handoff.status</c>.</param>
    /// <param name="mark">Who did it.</param>
    /// <param name="note">A note for colleagues that goes with it.</param>
    /// <param name="cancellation">Stops the waiting, not the write.</param>
    public async Task<AppendResult> TellAsync(string id, Move move, string state, DeskMark mark, NewMessage? note, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } conversation)
        {
            return new AppendResult(AppendOutcome.Missing);
        }

        List<NewMessage> messages = [];
        List<OutboxItem> outbox = [];
        if (addresses.Of(conversation) is { } address)
        {
            messages.Add(DeskVoice.Status(address, new JsonObject { ["state"] = state, ["agent"] = mark.To ?? mark.ActorName }, mark));
            Carry(outbox, address, 0);
        }

        messages.AddRange(note is null ? [] : [note]);
        return await turns.ReceiveAsync(new Append { ConversationId = id, Messages = messages, Move = move, Outbox = outbox }, cancellation);
    }

    /// <summary>Makes a move that only colleagues see.</summary>
    public Task<AppendResult> NoteAsync(string id, Move move, DeskMark mark, CancellationToken cancellation) =>
        turns.ReceiveAsync(new Append { ConversationId = id, Messages = [DeskVoice.Happened(mark)], Move = move }, cancellation);

    /// <summary>Takes a conversation for the member: out of the queue, from the bot, or as it was offered; with the standard greeting.</summary>
    public async Task<AppendResult> TakeAsync(string id, MoveKind kind, StaffMember member, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } conversation)
        {
            return new AppendResult(AppendOutcome.Missing);
        }

        List<NewMessage> messages = [];
        List<OutboxItem> outbox = [];
        if (addresses.Of(conversation) is { } address)
        {
            string mark = kind switch { MoveKind.TakeOver => "takenOver", MoveKind.Claim => "claimed", _ => "accepted" };
            messages.Add(DeskVoice.Status(address, new JsonObject { ["state"] = "accepted", ["agent"] = member.Name }, DeskVoice.MarkOf(member, mark)));
            Carry(outbox, address, 0);
            string? locale = (await desk.FindAsync([id], member.Id, cancellation)) is [var known] ? known.Assignment.Locale : null;
            if (await greetings.ForAsync(member, locale, cancellation) is { } greeting)
            {
                messages.Add(DeskVoice.Said(address, member, greeting, [], locale));
                Carry(outbox, address, 1);
            }
        }

        return await turns.ReceiveAsync(
            new Append { ConversationId = id, Messages = messages, Outbox = outbox, Move = new Move(kind, member.Id) { Supervises = member.May(Permission.DeskSupervise) } },
            cancellation);
    }

    /// <summary>Says the agent's words to the shopper.</summary>
    public async Task<AppendResult> SayAsync(string id, StaffMember member, string clientId, string text, IReadOnlyList<Attachment> attachments, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } conversation)
        {
            return new AppendResult(AppendOutcome.Missing);
        }

        if (addresses.Of(conversation) is not { } address)
        {
            return new AppendResult(AppendOutcome.Missing);
        }

        NewMessage said = DeskVoice.Said(address, member, text, attachments, null) with
        {
            ClientId = ClientIdOf(member, clientId),
            Fingerprint = StoredActivity.Fingerprint(new Activity { Type = ActivityTypes.Message, Text = text, Attachments = attachments.Count == 0 ? null : attachments }, []),
        };
        List<OutboxItem> outbox = [];
        Carry(outbox, address, 0);
        return await turns.ReceiveAsync(
            new Append { ConversationId = id, Messages = [said], Outbox = outbox, Move = new Move(MoveKind.Reply, member.Id) { OwnWords = true } },
            cancellation);
    }

    /// <summary>Writes a note; anybody who may read the conversation can, whoever has it.</summary>
    public Task<AppendResult> WriteNoteAsync(string id, StaffMember member, string clientId, string text, bool whisper, CancellationToken cancellation)
    {
        NewMessage note = DeskVoice.Note(member, text, whisper) with
        {
            ClientId = ClientIdOf(member, clientId),
            Fingerprint = StoredActivity.Fingerprint(new Activity { Type = "note", Text = text }, []),
        };
        return turns.ReceiveAsync(new Append { ConversationId = id, Messages = [note] }, cancellation);
    }

    // The shopper's client and every agent number their messages for themselves.
    private static string ClientIdOf(StaffMember member, string clientId) => $"desk {member.Id} {clientId}";

    private static void Carry(List<OutboxItem> outbox, ReplyAddress address, int index)
    {
        if (address.Delivery is { } carrier)
        {
            outbox.Add(new OutboxItem(carrier, index));
        }
    }
}
