namespace SupportBot.Channels;

/// <summary>Our id of a conversation. Direct Line's are made here; another channel's are prefixed by it, so that two channels never meet.</summary>
internal static class ConversationKey
{
    public const string DirectLine = "directline";

    public const string SmsChannel = "sms";

    // No channel of the Bot Framework can come to such a key: their ids hold one colon only.
    private const string SmsPrefix = "sms::";

    /// <summary>The key of a number at the store's own gateway.</summary>
    public static string Sms(string number) => SmsPrefix + number;

    public static bool IsSms(string key) => key.StartsWith(SmsPrefix, StringComparison.Ordinal);

    /// <summary>Escaped so that an id can stand in JSON, a URL or a log as it is.</summary>
    public static string Of(string channelId, string conversationId) => $"{Uri.EscapeDataString(channelId)}:{Uri.EscapeDataString(conversationId)}";

    /// <summary>Whether the conversation lies with us to be read over Direct Line. Its channel's name does not tell: Microsoft's own Direct Line may be in front of us too.</summary>
    public static bool IsOurs(string key) => !key.Contains(':');
}
