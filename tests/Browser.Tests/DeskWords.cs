namespace SupportBot.Browser.Tests;

/// <summary>What a member of staff reads at the desk in one language.</summary>
internal sealed record DeskWords
{
    private static readonly DeskWords English = new()
    {
        Accept = "Accept",
        Field = "Message",
        Send = "Send",
        Note = "Note",
        AddNote = "Add note",
        TakeOver = "Take over",
        Transfer = "Transfer",
        TransferTo = "Transfer to",
        Resolve = "Resolve",
        Reopen = "Reopen",
        Return = "Give back to the bot",
        More = "More",
        Typing = "is typing",
        Writing = "is writing here",
        BotOwns = "The bot is answering this conversation.",
        NotYours = "has this conversation now. Your text is kept here.",
        Offline = "You are offline.",
        Position = "You are number 1 in the queue.",
        Commands = "Commands",
        Help = "Keyboard shortcuts",
        Email = "E-mail",
        SignIn = "Sign in",
        SignInFailed = "E-mail and password do not match",
        SessionEnded = "Your session has ended.",
        Person = "human",
        Says = "Good morning, how can I help you?",
        Answers = "It is about my return.",
    };

    private static readonly DeskWords Chinese = new()
    {
        Accept = "接受",
        Field = "消息",
        Send = "发送",
        Note = "备注",
        AddNote = "添加备注",
        TakeOver = "介入接管",
        Transfer = "转接",
        TransferTo = "转接给",
        Resolve = "结束",
        Reopen = "重新打开",
        Return = "交还机器人",
        More = "更多",
        Typing = "正在输入",
        Writing = "正在此处输入",
        BotOwns = "机器人正在接待此会话。",
        NotYours = "接待，您输入的内容已保留。",
        Offline = "网络已断开。",
        Position = "您排在第 1 位。",
        Commands = "命令",
        Help = "键盘快捷键",
        Email = "邮箱",
        SignIn = "登录",
        SignInFailed = "邮箱与密码不匹配",
        SessionEnded = "登录已失效",
        Person = "转人工",
        Says = "早上好，请问有什么可以帮您？",
        Answers = "我想问一下退货的事。",
    };

    public required string Accept { get; init; }

    public required string Field { get; init; }

    public required string Send { get; init; }

    public required string Note { get; init; }

    public required string AddNote { get; init; }

    public required string TakeOver { get; init; }

    public required string Transfer { get; init; }

    public required string TransferTo { get; init; }

    public required string Resolve { get; init; }

    public required string Reopen { get; init; }

    public required string Return { get; init; }

    public required string More { get; init; }

    public required string Typing { get; init; }

    /// <summary>The notice that a colleague writes in the same conversation.</summary>
    public required string Writing { get; init; }

    public required string BotOwns { get; init; }

    public required string NotYours { get; init; }

    public required string Offline { get; init; }

    /// <summary>What the widget tells a shopper who waits.</summary>
    public required string Position { get; init; }

    public required string Commands { get; init; }

    public required string Help { get; init; }

    public required string Email { get; init; }

    public required string SignIn { get; init; }

    public required string SignInFailed { get; init; }

    public required string SessionEnded { get; init; }

    /// <summary>With this a shopper asks for a person.</summary>
    public required string Person { get; init; }

    public required string Says { get; init; }

    public required string Answers { get; init; }

    public static DeskWords Of(string locale) => locale == "zh" ? Chinese : English;
}
