namespace SupportBot.Channels;

/// <summary>What became of something the bot wanted to say unasked.</summary>
internal enum ProactiveOutcome
{
    /// <summary>It is in the log, and on its way where the channel needs that.</summary>
    Stored,

    /// <summary>It was said before under the same key.</summary>
    Repeated,

    /// <summary>Something else was said before under the same key.</summary>
    Changed,

    /// <summary>There is no such conversation.</summary>
    Missing,

    /// <summary>The channel never told where the conversation can be reached.</summary>
    Unreachable,

    /// <summary>An agent has the conversation; the bot keeps quiet.</summary>
    AgentSpeaks,
}
