namespace SupportBot.Outreach;

/// <summary>How much a channel carries, and how long after somebody's last message it may be used to write to them.</summary>
internal sealed class ChannelRule
{
    /// <summary>Messages a second, over all nodes.</summary>
    public double PerSecond { get; set; } = 20;

    /// <summary>How long after the shopper's last message they may be written to; zero for no such window.</summary>
    public TimeSpan Within { get; set; }

    /// <summary>How many messages the window carries; zero for any number.</summary>
    public int Messages { get; set; }

    /// <summary>As the channels' own terms have it. Our own chat has no window: it is seen when the shopper next opens it.</summary>
    public static IReadOnlyDictionary<string, ChannelRule> Usual { get; } = new Dictionary<string, ChannelRule>(StringComparer.OrdinalIgnoreCase)
    {
        ["chat"] = new() { PerSecond = 100_000 },
        ["email"] = new() { PerSecond = 20 },
        ["sms"] = new() { PerSecond = 10 },
        ["whatsapp"] = new() { Within = TimeSpan.FromHours(24) },
        ["facebook"] = new() { Within = TimeSpan.FromHours(24) },
        ["instagram"] = new() { Within = TimeSpan.FromHours(24) },
        ["wechat"] = new() { Within = TimeSpan.FromHours(48), Messages = 5 },
    };
}
