using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SupportBot.Browser.Tests;

/// <summary>Notes everything that went wrong in a browser profile without a shopper seeing it.</summary>
internal sealed class Watch
{
    private static readonly string[] Lost = ["net::ERR_", "WebSocket connection", "status of 503"];

    private readonly ConcurrentQueue<string> problems = [];
    private readonly ConcurrentQueue<string> requests = [];

    /// <summary>The test cuts the connection, which the browser itself writes into the console.</summary>
    public bool ConnectionMayFail { get; set; }

    /// <summary>The test provokes refusals of this status, which the browser itself writes into the console.</summary>
    public int? RefusalMayCome { get; set; }

    /// <summary>Whether the browser may ask to stay, and how often it has; each time it is told to.</summary>
    public bool StayingMayBeAsked { get; set; }

    public int StayingAsked { get; private set; }

    public IEnumerable<string> Requests => requests;

    public static async Task<Watch> OverAsync(IBrowserContext context)
    {
        Watch watch = new();
        context.Console += (_, message) => watch.Read(message);
        context.WebError += (_, error) => watch.problems.Enqueue($"uncaught: {error.Error}");
        context.Dialog += (_, dialog) => watch.Close(dialog);
        context.Request += (_, request) => watch.Read(request);
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`));");
        return watch;
    }

    public void AssertQuiet() => Assert.Empty(problems);

    private void Read(IConsoleMessage message)
    {
        bool isExpected = (ConnectionMayFail && Lost.Any(word => message.Text.Contains(word, StringComparison.Ordinal)))
            || (RefusalMayCome is { } status && message.Text.Contains($"status of {status} ", StringComparison.Ordinal));
        if (message.Type is "error" or "warning" && !isExpected)
        {
            problems.Enqueue($"console: {message.Text} ({message.Location})");
        }
    }

    private async void Close(IDialog dialog)
    {
        if (StayingMayBeAsked && dialog.Type == "beforeunload")
        {
            StayingAsked++;
        }
        else
        {
            problems.Enqueue($"dialog: {dialog.Message}");
        }

        await dialog.DismissAsync();
    }

    private void Read(IRequest request)
    {
        requests.Enqueue(request.Url);
        Uri address = new(request.Url);
        // The desk's own addresses say what is looked for, as a colleague may be sent them.
        bool isDesk = address.AbsolutePath.StartsWith("/desk/", StringComparison.Ordinal);
        if (request.IsNavigationRequest && !isDesk && (address.Fragment != "" || address.Query is not ("" or "?lang=zh")))
        {
            problems.Enqueue($"address of the page: {request.Url}");
        }
    }
}
