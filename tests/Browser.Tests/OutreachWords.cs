namespace SupportBot.Browser.Tests;

/// <summary>What a marketer reads and writes at the desk in one language.</summary>
internal sealed record OutreachWords
{
    private static readonly OutreachWords English = new()
    {
        NewSegment = "New segment",
        NewTemplate = "New template",
        NewCampaign = "New campaign",
        Name = "Name",
        AddRule = "Add a rule",
        Field = "What is asked",
        Tag = "Tag",
        Value = "Value",
        Size = "3 of",
        Save = "Save",
        TextOf = language => language == "en" ? "Text in English" : "Text in Chinese",
        Languages = new() { ["en"] = "English", ["zh"] = "Chinese" },
        Unclosed = "is not closed with }}",
        Segment = "Segment",
        Template = "Template A",
        Day = "Day",
        Time = "Clock time",
        Included = "would get it2",
        NoConsent = "Has not agreed",
        ShowPeople = "Show everybody",
        Customer = "Customer",
        Greeting = "Happy Lantern day, Ann!",
        Launch = "Launch",
        Waits = "Somebody else must approve it.",
        Approve = "Approve",
        Sent = "Sent",
        Finished = "Finished",
        NameWrong = "Write a name of 1 to 120 characters on one line.",
        DayMissing = "Choose the day it is sent on.",
        AddDay = "Add a day",
        EnglishName = "English name",
        OwnDay = "Your day",
        AddReminder = "Add a reminder: Order not paid",
        ReminderTemplate = "Template",
        ReminderOn = "Order not paid, 30 minutes after is on",
        Reminder = "30 minutes after",
        Delay = "How long after",
        Later = "45 minutes after",
        AskedByMe = "Asked for by you",
        AskedBy = name => $"Asked for by {name}",
        GivenByMe = "Given by you",
        PerDay = "At most a day",
        QuietFrom = "Also quiet from",
        QuietUntil = "Also quiet until",
        AlsoQuiet = "Also quiet",
    };

    private static readonly OutreachWords Chinese = new()
    {
        NewSegment = "新建分群",
        NewTemplate = "新建模板",
        NewCampaign = "新建活动",
        Name = "名称",
        AddRule = "添加规则",
        Field = "条件",
        Tag = "标签",
        Value = "值",
        Size = "中的 3 位",
        Save = "保存",
        TextOf = language => language == "en" ? "英文文案" : "中文文案",
        Languages = new() { ["en"] = "英文", ["zh"] = "中文" },
        Unclosed = "却没有用 }} 结束",
        Segment = "分群",
        Template = "模板 A",
        Day = "日期",
        Time = "时间",
        Included = "将会收到2",
        NoConsent = "未同意接收",
        ShowPeople = "显示全部客户",
        Customer = "客户",
        Greeting = "元宵节快乐，Ann！",
        Launch = "启动",
        Waits = "必须由其他同事审批。",
        Approve = "批准",
        Sent = "已发送",
        Finished = "已完成",
        NameWrong = "名称",
        DayMissing = "请选择",
        AddDay = "添加日子",
        EnglishName = "英文名称",
        OwnDay = "自定义日子",
        AddReminder = "添加提醒: 订单未付款",
        ReminderTemplate = "模板",
        ReminderOn = "启用订单未付款, 30 分钟之后",
        Reminder = "30 分钟之后",
        Delay = "间隔多久",
        Later = "45 分钟之后",
        AskedByMe = "您 于",
        AskedBy = name => $"{name} 于",
        GivenByMe = "批准",
        PerDay = "每日上限",
        QuietFrom = "另外免打扰，从",
        QuietUntil = "另外免打扰，到",
        AlsoQuiet = "另外免打扰",
    };

    public required string NewSegment { get; init; }

    public required string NewTemplate { get; init; }

    public required string NewCampaign { get; init; }

    public required string Name { get; init; }

    public required string AddRule { get; init; }

    public required string Field { get; init; }

    public required string Tag { get; init; }

    public required string Value { get; init; }

    /// <summary>How many a rule is true of.</summary>
    public required string Size { get; init; }

    public required string Save { get; init; }

    public required Func<string, string> TextOf { get; init; }

    public required Dictionary<string, string> Languages { get; init; }

    public required string Unclosed { get; init; }

    public required string Segment { get; init; }

    public required string Template { get; init; }

    public required string Day { get; init; }

    public required string Time { get; init; }

    public required string Included { get; init; }

    public required string NoConsent { get; init; }

    public required string ShowPeople { get; init; }

    public required string Customer { get; init; }

    /// <summary>What Ann reads.</summary>
    public required string Greeting { get; init; }

    public required string Launch { get; init; }

    public required string Waits { get; init; }

    public required string Approve { get; init; }

    public required string Sent { get; init; }

    public required string Finished { get; init; }

    public required string NameWrong { get; init; }

    public required string DayMissing { get; init; }

    public required string AddDay { get; init; }

    public required string EnglishName { get; init; }

    public required string OwnDay { get; init; }

    public required string AddReminder { get; init; }

    public required string ReminderTemplate { get; init; }

    public required string ReminderOn { get; init; }

    public required string Reminder { get; init; }

    public required string Delay { get; init; }

    public required string Later { get; init; }

    public required string AskedByMe { get; init; }

    public required Func<string, string> AskedBy { get; init; }

    public required string GivenByMe { get; init; }

    public required string PerDay { get; init; }

    public required string QuietFrom { get; init; }

    public required string QuietUntil { get; init; }

    public required string AlsoQuiet { get; init; }

    public static OutreachWords Of(string locale) => locale == "zh" ? Chinese : English;
}
