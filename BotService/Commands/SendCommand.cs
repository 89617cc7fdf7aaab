using System.CommandLine;
using SupportBot.Articles;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Dialogs;
using SupportBot.Shop;
using SupportBot.Shop.Demo;

namespace SupportBot.Commands;

/// <summary><c>send</c>: one utterance through the bot in the terminal; nothing is stored.</summary>
internal static class SendCommand
{
    public static Command Create(string[] settings)
    {
        Option<string?> locale = new("--locale") { Description = "The shopper's language, en or zh; by default that of the text" };
        Argument<string> text = new("text") { Description = "What the shopper says, in quotes" };
        return new Command("send", "Say one thing to the bot and print its answer") { locale, text }
            .WithSettings(settings, (parsed, services) => RunAsync(services, parsed.GetValue(locale), parsed.GetValue(text) ?? ""));
    }

    /// <summary>The articles and products as they lie there now; the demo store's own where no start has made them yet.</summary>
    public static async Task<AnswerBook> OpenAsync(IServiceProvider services)
    {
        LiveArticles articles = services.GetRequiredService<LiveArticles>();
        await articles.LoadAsync(CancellationToken.None);
        await services.GetRequiredService<DemoSeed>().SeedAsync(CancellationToken.None);
        await services.GetRequiredService<LiveCatalogue>().LoadAsync(CancellationToken.None);
        return articles.Current;
    }

    public static async Task<Turn> TakeAsync(IServiceProvider services, AnswerBook book, Owner owner, DialogState state, Utterance heard)
    {
        Conversation conversation = new("terminal", "terminal", null, 0, 0, owner, null, null);
        return await book.Bot.TakeAsync(await services.GetRequiredService<TurnInputs>().ForAsync(book, conversation, state, heard, CancellationToken.None), CancellationToken.None);
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

    private static async Task<int> RunAsync(IServiceProvider services, string? locale, string text)
    {
        AnswerBook book = await OpenAsync(services);
        DialogState state = new() { Locale = locale is null ? null : Language.OfClient(locale), Greeted = true };
        await PrintAsync(await TakeAsync(services, book, Owner.Bot, state, new Utterance(UtteranceKind.Message, text, locale)));
        return 0;
    }
}
