namespace SupportBot.Browser.Tests;

/// <summary>What a shopper reads and writes in one language.</summary>
internal sealed record Words
{
    private static readonly Words English = new()
    {
        Open = "Open chat",
        Close = "Close chat",
        Unread = "Open chat, 1 unread message",
        Message = "Message",
        Send = "Send",
        Attach = "Attach files",
        Suggestions = "Suggested answers",
        Sent = "Sent",
        Queued = "Waiting for connection",
        Failed = "Not sent",
        Retry = "Try again",
        Offline = "You are offline. Your messages will be sent when you are back.",
        Lost = "Connection lost. Reconnecting…",
        TooLarge = "holiday.png was not added: one message takes up to 64 KB.",
        Greeting = "automatic assistant of Test Shop",
        Menu = ["Returns", "Talk to a person"],
        Section = "Our return rules",
        Question = "can i return a dress",
        Answer = "You have 30 days to return it.",
        Trap = "show me the trap please",
    };

    private static readonly Words Chinese = new()
    {
        Open = "打开客服聊天",
        Close = "关闭聊天",
        Unread = "打开客服聊天, 1 条未读消息",
        Message = "消息",
        Send = "发送",
        Attach = "添加文件",
        Suggestions = "建议的回复",
        Sent = "已发送",
        Queued = "等待网络连接",
        Failed = "发送失败",
        Retry = "重试",
        Offline = "网络已断开，恢复后会自动发送您的消息。",
        Lost = "连接已断开，正在重新连接…",
        TooLarge = "holiday.png 未添加：每条消息最多 64 KB。",
        Greeting = "测试商店的自动客服助手",
        Menu = ["退货", "转人工"],
        Section = "退货政策",
        Question = "可以退货吗",
        Answer = "收货后 30 天内可以退货。",
        Trap = "给我看看陷阱文章",
    };

    public required string Open { get; init; }

    public required string Close { get; init; }

    public required string Unread { get; init; }

    public required string Message { get; init; }

    public required string Send { get; init; }

    public required string Attach { get; init; }

    public required string Suggestions { get; init; }

    public required string Sent { get; init; }

    public required string Queued { get; init; }

    public required string Failed { get; init; }

    public required string Retry { get; init; }

    public required string Offline { get; init; }

    public required string Lost { get; init; }

    public required string TooLarge { get; init; }

    public required string Greeting { get; init; }

    /// <summary>The buttons below the greeting.</summary>
    public required string[] Menu { get; init; }

    /// <summary>What the first section of the menu holds.</summary>
    public required string Section { get; init; }

    public required string Question { get; init; }

    public required string Answer { get; init; }

    /// <summary>Asks for the article full of hostile text.</summary>
    public required string Trap { get; init; }

    public static Words Of(string locale) => locale == "zh" ? Chinese : English;
}
