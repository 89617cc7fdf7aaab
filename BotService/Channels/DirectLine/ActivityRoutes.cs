using System.Buffers;
using SupportBot.Conversations;

namespace SupportBot.Channels.DirectLine;

/// <summary>Reading a conversation by polling, and posting to it.</summary>
internal static partial class ActivityRoutes
{
    private const int PageSize = 200;

    public static void MapActivities(this RouteGroupBuilder directLine)
    {
        directLine.MapGet("/conversations/{conversationId}/activities", Read);
        directLine.MapPost("/conversations/{conversationId}/activities", Post);
    }

    private static async Task<IResult> Read(string conversationId, string? watermark, DirectLineCaller caller, IConversationStore store, ILogger<ConversationDocument> logger, CancellationToken cancellation)
    {
        if (!Watermark.TryRead(watermark, out long after))
        {
            return WireError.BadRequest("The watermark is not one of ours.");
        }

        try
        {
            IReadOnlyList<Message> page = await store.ReadAsync(conversationId, after, PageSize, cancellation);
            if (page.Count == 0 && await store.FindAsync(conversationId, cancellation) is null)
            {
                return WireError.NotFound();
            }

            return Set(page, page.Count == 0 ? after : page[^1].Sequence);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // One 5xx ends the official client's polling for ever: an empty answer lets it ask again.
            ReadFailed(logger, error);
            return Set([], after);
        }
    }

    private static async Task<IResult> Post(string conversationId, HttpRequest request, DirectLineCaller caller, IncomingActivity incoming, CancellationToken cancellation)
    {
        (BodyOutcome outcome, Activity? activity) = await ActivityReader.ReadAsync(request, cancellation);
        return outcome switch
        {
            BodyOutcome.NotJson => WireError.BadRequest("The body is not an activity in JSON."),
            BodyOutcome.TooLarge => WireError.TooLarge(ActivityReader.MaxBytes),
            BodyOutcome.WrongContentType => WireError.WrongContentType("application/json"),
            BodyOutcome.Read => await incoming.AcceptAsync(conversationId, activity ?? new Activity(), caller, [], cancellation),
        };
    }

    private static IResult Set(IReadOnlyList<Message> page, long watermark)
    {
        ArrayBufferWriter<byte> json = new(1024);
        StoredActivity.WriteSet(page.Where(message => message.Sender.IsShownToShopper()), watermark, json);
        return Results.Bytes(json.WrittenMemory, "application/json; charset=utf-8");
    }

    [LoggerMessage(LogLevel.Error, "A conversation could not be read; its client was given an empty set")]
    private static partial void ReadFailed(ILogger logger, Exception error);
}
