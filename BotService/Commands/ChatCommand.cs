using System.CommandLine;
using SupportBot.Articles;
using SupportBot.Conversations;
using SupportBot.Dialogs;

namespace SupportBot.Commands;

/// <summary><c>chat</c>: a conversation with the bot in the terminal, a line a message; nothing is stored or carried out.</summary>
internal static class ChatCommand
{
    public static Command Create(string[] settings)
    {
        Option<string?> locale = new("--locale") { Description = "The shopper's language, en or zh; by default that of each line" };
        return new Command("chat", "Talk with the bot, a line a message, until the input ends") { locale }
            .WithSettings(settings, (parsed, services) => RunAsync(services, parsed.GetValue(locale)));
    }

    private static async Task<int> RunAsync(IServiceProvider services, string? locale)
    {
        AnswerBook book = await SendCommand.OpenAsync(services);
        DialogState state = new() { Locale = locale is null ? null : Language.OfClient(locale) };
        Owner owner = Owner.Bot;
        Utterance heard = new(UtteranceKind.Joined, "", locale);
        do
        {
            Turn turn = await SendCommand.TakeAsync(services, book, owner, state, heard);
            await SendCommand.PrintAsync(turn);
            state = turn.State;
            owner = turn.Effects.Aggregate(owner, (before, effect) => effect.Kind switch
            {
                EffectKind.HandOff => Owner.Queue,
                EffectKind.ReturnToBot => Owner.Bot,
                EffectKind.ChangeOrder or EffectKind.OpenTicket or EffectKind.Remind => before,
            });
            await Console.Out.WriteAsync("> ");
            heard = new Utterance(UtteranceKind.Message, await Console.In.ReadLineAsync() ?? "", locale);
        }
        while (heard.Text.Length > 0);

        return 0;
    }
}
