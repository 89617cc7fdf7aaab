using System.CommandLine;
using SupportBot.Articles;
using SupportBot.Dialogs;

namespace SupportBot.Commands;

/// <summary><c>send</c>: one utterance through the bot in the terminal; nothing is stored.</summary>
internal static class SendCommand
{
    public static Command Create()
    {
        Option<string?> locale = new("--locale") { Description = "The shopper's language, en or zh; by default that of the text" };
        Argument<string> text = new("text") { Description = "What the shopper says, in quotes" };
        return new Command("send", "Say one thing to the bot and print its answer") { locale, text }
            .WithSettings((parsed, services) => RunAsync(services.GetRequiredService<LiveArticles>(), parsed.GetValue(locale), parsed.GetValue(text) ?? ""));
    }

    private static async Task<int> RunAsync(LiveArticles articles, string? locale, string text)
    {
        await articles.LoadAsync(CancellationToken.None);
        AnswerBook book = articles.Current;
        DialogState state = new() { Locale = locale is null ? null : Language.OfClient(locale), Greeted = true };
        Turn turn = book.Bot.Take(state, new Utterance(UtteranceKind.Message, text, locale), Standing.Bot, book);
        foreach (Reply reply in turn.Replies)
        {
            await Console.Out.WriteLineAsync(reply.Text);
            await Console.Out.WriteLineAsync(string.Concat(reply.Suggestions.Select(suggestion => $"[{suggestion}] ")).TrimEnd());
        }

        foreach (Effect effect in turn.Effects)
        {
            await Console.Out.WriteLineAsync($"({effect.Kind}: {effect.Reason})");
        }

        return 0;
    }
}
