namespace SupportBot.Dialogs;

/// <summary>Whether the bot may speak: an agent's conversations are never brought before it.</summary>
public enum Standing
{
    /// <summary>The bot answers.</summary>
    Bot,

    /// <summary>The shopper waits for a person.</summary>
    Queue,
}
