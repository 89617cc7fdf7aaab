namespace SupportBot.Channels;

/// <summary>The bot as clients see it.</summary>
internal sealed class BotAccount(Articles.LiveArticles articles)
{
    public const string Id = "supportbot";

    public ChannelAccount Account => new() { Id = Id, Name = NameIn(Dialogs.Language.English), Role = "bot" };

    /// <summary>The store's name in a language.</summary>
    public string NameIn(string locale) => articles.Current.Library.Facts.Find("store", locale) ?? "SupportBot";
}
