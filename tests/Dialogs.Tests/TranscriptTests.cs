using SupportBot.Dialogs.Persons;

namespace SupportBot.Dialogs.Tests;

public sealed class TranscriptTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    internal static readonly Bot Bot = new(
        new Dictionary<string, Phrases> { ["en"] = Load("en", "Test Shop"), ["zh"] = Load("zh", "测试商店") },
        [
            new MenuSection(new Dictionary<string, string> { ["en"] = "Returns", ["zh"] = "退换货" }, ["return-policy", "refund-time"]),
            new MenuSection(new Dictionary<string, string> { ["en"] = "Delivery", ["zh"] = "配送" }, ["delivery-time"]),
        ]);

    internal static readonly StoreSettings Settings = new()
    {
        Words = new WordLists(["ridiculous", "scandal", "useless", "垃圾", "骗子"], ["lawyer", "injured", "caught fire", "律师", "起火", "受伤"], ["again", "second time", "又", "第二次"]),
    };

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public Task The_conversation_goes_as_written(string file) => new Transcript(Path.Combine(Folder, file), Bot, new FakeAnswers(), Settings).PlayAsync();

    /// <summary>For whoever writes transcripts: <c>TRANSCRIPT_DRAFTS</c> names a folder of drafts, and each is written out with the bot's answers beside it.</summary>
    [Fact]
    public async Task Drafts_are_filled_in()
    {
        string? drafts = Environment.GetEnvironmentVariable("TRANSCRIPT_DRAFTS");
        foreach (string draft in drafts is null ? [] : Directory.GetFiles(drafts, "*.txt"))
        {
            await File.WriteAllLinesAsync(Path.ChangeExtension(draft, ".filled"), await new Transcript(draft, Bot, new FakeAnswers(), Settings).FillAsync());
        }
    }

    [Fact]
    public void Both_languages_have_the_same_conversations() => Assert.Equal(
        Directory.GetFiles(Folder, "*.en.txt").Select(path => Path.GetFileName(path)[..^7]).Order(),
        Directory.GetFiles(Folder, "*.zh.txt").Select(path => Path.GetFileName(path)[..^7]).Order());

    private static Phrases Load(string locale, string store) => Phrases.Load(locale, text => Facts(store, locale == Language.Chinese).Aggregate(text, (filled, fact) => filled.Replace($"{{{{{fact.Name}}}}}", fact.Value, StringComparison.Ordinal)));

    private static (string Name, string Value)[] Facts(string store, bool chinese) =>
    [
        ("store", store),
        ("order_number_example", "A10-20391"),
        ("service_hours", chinese ? "每天 9:00–21:00" : "9:00 to 21:00 every day"),
        ("refund_days", chinese ? "3–5 个工作日" : "3 to 5 working days"),
        ("return_check", chinese ? "2 个工作日" : "2 working days"),
        ("complaint_answer_time", chinese ? "5 个工作日内" : "within 5 working days"),
        ("standard_days", chinese ? "2–4 个工作日" : "2 to 4 working days"),
    ];
}
