using SupportBot.Access;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Operation;

namespace SupportBot.Desk.Inbox;

/// <summary>What people say in a conversation: to the shopper, or to each other.</summary>
internal static class MessageRoutes
{
    private const int LongestText = 10_000;
    private const int LongestClientId = 128;
    private const int MostFiles = 10;

    public static void MapMessages(this RouteGroupBuilder desk)
    {
        desk.MapPost("/conversations/{id}/messages", Say).RequirePermission(Permission.DeskReply).WithSummary("Answer the shopper; refused when the conversation is another's");
        desk.MapPost("/conversations/{id}/notes", (string id, SayRequest request, StaffMember member, DeskActions actions, IConversationStore store, CancellationToken cancellation) => Note(id, request, false, member, actions, store, cancellation)).WithSummary("Write a note for colleagues");
        desk.MapPost("/conversations/{id}/whisper", (string id, SayRequest request, StaffMember member, DeskActions actions, IConversationStore store, CancellationToken cancellation) => Note(id, request, true, member, actions, store, cancellation)).RequirePermission(Permission.DeskSupervise).WithSummary("Say something to its agent that the shopper does not see");
    }

    private static async Task<IResult> Say(string id, SayRequest request, HttpRequest http, StaffMember member, DeskActions actions, IConversationStore store, IDeskStore desk, CancellationToken cancellation)
    {
        string text = request.Text?.Trim() ?? "";
        IReadOnlyList<string?> files = request.Attachments ?? [];
        if (Refuse(request, text.Length is 0 && files.Count == 0 || text.Length > LongestText || files.Count > MostFiles) is { } refusal)
        {
            return refusal;
        }

        List<Attachment> attachments = [];
        foreach (string? fileId in files)
        {
            if (await store.FileAsync(fileId ?? "", cancellation) is not { } file)
            {
                return Refusal.Invalid("attachments", "FileMissing");
            }

            attachments.Add(new Attachment { ContentType = file.ContentType, Name = file.Name, ContentUrl = $"{http.Scheme}://{http.Host}{http.PathBase}/files/{file.Id}" });
        }

        AppendResult result = await actions.SayAsync(id, member, request.ClientId ?? "", text, attachments, cancellation);
        return await AnswerAsync(id, result, member, store, desk, cancellation);
    }

    private static async Task<IResult> Note(string id, SayRequest request, bool whisper, StaffMember member, DeskActions actions, IConversationStore store, CancellationToken cancellation)
    {
        string text = request.Text?.Trim() ?? "";
        if (Refuse(request, text.Length is 0 or > LongestText) is { } refusal)
        {
            return refusal;
        }

        AppendResult result = await actions.WriteNoteAsync(id, member, request.ClientId ?? "", text, whisper, cancellation);
        return await AnswerAsync(id, result, member, store, null, cancellation);
    }

    private static Refusal? Refuse(SayRequest request, bool wrong) =>
        request.ClientId is not { Length: > 0 and <= LongestClientId } ? Refusal.Invalid("clientId", "Unreadable")
        : wrong ? Refusal.Invalid("text", "TextWrong")
        : null;

    private static async Task<IResult> AnswerAsync(string id, AppendResult result, StaffMember member, IConversationStore store, IDeskStore? desk, CancellationToken cancellation)
    {
        if (result.Outcome is not (AppendOutcome.Stored or AppendOutcome.Repeated))
        {
            return DeskRefusals.Of(result, desk is null ? null : await MoveRoutes.HolderAsync(id, result, member, desk, cancellation));
        }

        IReadOnlyList<Message> stored = await store.ReadAsync(id, result.FirstSequence - 1, 1, cancellation);
        MessageDocument document = MessageDocument.Of(stored[0]);
        return result.Outcome == AppendOutcome.Repeated ? TypedResults.Ok(document) : TypedResults.Created((string?)null, document);
    }
}

internal sealed record SayRequest(string? ClientId, string? Text, IReadOnlyList<string?>? Attachments = null);
