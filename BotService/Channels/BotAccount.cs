namespace SupportBot.Channels;

/// <summary>The bot as clients see it.</summary>
internal sealed class BotAccount(Articles.LiveArticles articles)
{
    public const string Id = "supportbot";

    public ChannelAccount Account => new() { Id = Id, Name = articles.Current.Library.Facts.Find("store", Dialogs.Language.English) ?? "SupportBot", Role = "bot" };
}
