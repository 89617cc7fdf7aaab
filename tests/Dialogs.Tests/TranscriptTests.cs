namespace SupportBot.Dialogs.Tests;

public sealed class TranscriptTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    private static readonly Bot Bot = new(
        new Dictionary<string, Phrases> { ["en"] = Load("en", "Test Shop"), ["zh"] = Load("zh", "测试商店") },
        [
            new MenuSection(new Dictionary<string, string> { ["en"] = "Returns", ["zh"] = "退换货" }, ["return-policy", "refund-time"]),
            new MenuSection(new Dictionary<string, string> { ["en"] = "Delivery", ["zh"] = "配送" }, ["delivery-time"]),
        ]);

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_conversation_goes_as_written(string file) => Transcript.Play(Path.Combine(Folder, file), Bot, new FakeAnswers());

    [Fact]
    public void Both_languages_have_the_same_conversations() => Assert.Equal(
        Directory.GetFiles(Folder, "*.en.txt").Select(path => Path.GetFileName(path)[..^7]).Order(),
        Directory.GetFiles(Folder, "*.zh.txt").Select(path => Path.GetFileName(path)[..^7]).Order());

    private static Phrases Load(string locale, string store) => Phrases.Load(locale, text => text.Replace("{{store}}", store, StringComparison.Ordinal));
}
