namespace SupportBot.Dialogs;

/// <summary>What a message that is nothing but such a word says about being written to.</summary>
public enum ConsentWord
{
    None,

    /// <summary>No more greetings, offers and reminders of the store's own.</summary>
    Stop,

    /// <summary>Have them back.</summary>
    Start,
}

/// <summary>The words by which people everywhere end what they did not ask for. They count in any conversation, whatever language it is in.</summary>
public static class ConsentWords
{
    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "stop", "stopall", "stop all", "unsubscribe", "opt out", "opt-out", "optout", "td", "退订", "退定", "回复退订", "取消订阅", "拒收", "停止发送", "不要再发了",
    };

    private static readonly HashSet<string> Starts = new(StringComparer.Ordinal)
    {
        "start", "unstop", "subscribe", "opt in", "opt-in", "optin", "订阅", "恢复订阅", "重新订阅",
    };

    /// <summary>Reads a message; one that says more than the word is no such word.</summary>
    public static ConsentWord Hear(string text) => Spoken.Normalize(text) is not { Length: > 0 } said ? ConsentWord.None
        : Stops.Contains(said) ? ConsentWord.Stop
        : Starts.Contains(said) ? ConsentWord.Start
        : ConsentWord.None;
}
