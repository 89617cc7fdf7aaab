using SupportBot.Conversations;
using SupportBot.Desk.Inbox;

namespace SupportBot.Desk.Search;

/// <summary>Reads new messages into the index, a little behind their commit and in small pieces, so that no shopper waits for it.</summary>
internal sealed partial class SearchIndexer(ISearchStore search, TimeProvider time, ILogger<SearchIndexer> logger) : BackgroundService
{
    private const int Piece = 200;
    private const int LongestText = 8_000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause, time);
        do
        {
            try
            {
                while (await IndexAsync(stoppingToken))
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                IndexFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> IndexAsync(CancellationToken cancellation)
    {
        Unread unread = await search.UnreadAsync(Piece, cancellation);
        if (unread.To == unread.From)
        {
            return false;
        }

        List<(Message, string)> words = [];
        foreach (Message message in unread.Messages)
        {
            string text = MessageDocument.Of(message).Text;
            if (text.Length > 0)
            {
                words.Add((message, SearchWords.Index(text.Length > LongestText ? text[..LongestText] : text)));
            }
        }

        await search.IndexAsync(unread, words, cancellation);
        return unread.To - unread.From >= Piece;
    }

    [LoggerMessage(LogLevel.Error, "New messages could not be read into the search; it is tried again")]
    private static partial void IndexFailed(ILogger logger, Exception error);
}
