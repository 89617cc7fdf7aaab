using System.CommandLine;
using SupportBot.Articles;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Dialogs;
using SupportBot.Shop;

namespace SupportBot.Commands;

/// <summary><c>send</c>: one utterance through the bot in the terminal; nothing is stored.</summary>
internal static class SendCommand
{
    public static Command Create()
    {
        Option<string?> locale = new("--locale") { Description = "The shopper's language, en or zh; by default that of the text" };
        Argument<string> text = new("text") { Description = "What the shopper says, in quotes" };
        return new Command("send", "Say one thing to the bot and print its answer") { locale, text }
            .WithSettings((parsed, services) => RunAsync(services, parsed.GetValue(locale), parsed.GetValue(text) ?? ""));
    }

    private static async Task<int> RunAsync(IServiceProvider services, string? locale, string text)
    {
        LiveArticles articles = services.GetRequiredService<LiveArticles>();
        await articles.LoadAsync(CancellationToken.None);
        AnswerBook book = articles.Current;
        DialogState state = new() { Locale = locale is null ? null : Language.OfClient(locale), Greeted = true };
        await services.GetRequiredService<LiveCatalogue>().LoadAsync(CancellationToken.None);
        Conversation conversation = new("terminal", "terminal", null, 0, 0, Owner.Bot, null, null);
        TurnInput input = await services.GetRequiredService<TurnInputs>().ForAsync(book, conversation, state, new Utterance(UtteranceKind.Message, text, locale), CancellationToken.None);
        await PrintAsync(await book.Bot.TakeAsync(input, CancellationToken.None));
        return 0;
    }

    /// <summary>A turn as text: words, cards, buttons and effects.</summary>
    public static async Task PrintAsync(Turn turn)
    {
        foreach (Reply reply in turn.Replies)
        {
            await Console.Out.WriteLineAsync(reply.Text);
            foreach (Card card in reply.Cards)
            {
                await Console.Out.WriteLineAsync($"  | {card.Title} · {card.Subtitle} · {card.Text}");
            }

            await Console.Out.WriteLineAsync(string.Concat(reply.Suggestions.Select(suggestion => $"[{suggestion}] ")).TrimEnd());
        }

        foreach (Effect effect in turn.Effects)
        {
            await Console.Out.WriteLineAsync($"({effect.Kind}: {effect.Reason})");
        }
    }
}
