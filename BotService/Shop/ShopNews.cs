using SupportBot.Channels;
using SupportBot.Operation;

namespace SupportBot.Shop;

/// <summary>Tells a shopper in the conversation what the shop has done, each piece of news once.</summary>
internal sealed class ShopNews(ProactiveMessages messages, BotAccount bot)
{
    /// <summary>By keys such as <c>cancel.done</c> and <c>rule.windowClosed</c>.</summary>
    public static readonly SpokenWords Words = new("Shop.Words.news");

    /// <returns>False when it must be tried again: a person speaks at this moment, and the bot keeps quiet.</returns>
    public async Task<bool> TellAsync(string conversationId, string key, string text, string locale, CancellationToken cancellation)
    {
        Activity said = new()
        {
            Type = ActivityTypes.Message,
            Text = text,
            TextFormat = "markdown",
            Locale = locale,
            InputHint = "acceptingInput",
            From = bot.Account with { Name = bot.NameIn(locale) },
        };
        return await messages.SayAsync(conversationId, said, key, cancellation) switch
        {
            ProactiveOutcome.Stored or ProactiveOutcome.Repeated or ProactiveOutcome.Changed => true,

            // There is nobody to tell.
            ProactiveOutcome.Missing or ProactiveOutcome.Unreachable => true,
            ProactiveOutcome.AgentSpeaks => false,
        };
    }
}
