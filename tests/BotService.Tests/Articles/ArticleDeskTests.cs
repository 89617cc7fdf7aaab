using SupportBot.Access.Audit;
using SupportBot.Articles;

namespace SupportBot.BotService.Tests.Articles;

public sealed class ArticleDeskTests : IDisposable
{
    private const string Text = "---\ntitle: Parking\nquestions: [where can i park]\n---\nFree for {{return_days}} days.\n";

    private static readonly ArticleKey Parking = new("parking", "en");

    private readonly ArticleFolder folder = new();

    private ArticleDesk Desk => folder.Get<ArticleDesk>();

    [Fact]
    public async Task Files_and_rows_are_listed_as_one()
    {
        await folder.BeginAsync();
        await Desk.SaveAsync(Parking, Text, 0, AuditEntryOf, default);
        IReadOnlyList<ArticleDraft> drafts = await Desk.ListAsync(default);
        Assert.Equal(7, drafts.Count);
        Assert.Equal((Text, 1), (drafts.Single(draft => draft.Key == Parking).Text, drafts.Single(draft => draft.Key == Parking).Version));
        Assert.Equal(0, drafts.Single(draft => draft.Key == new ArticleKey("human", "zh")).Version);
    }

    [Fact]
    public async Task A_text_that_cannot_serve_is_not_saved_and_told_why()
    {
        await folder.BeginAsync();
        ArticleSaved saved = await Desk.SaveAsync(Parking, "---\ntitle: Parking\nquestions: [where]\n---\n", 0, AuditEntryOf, default);
        Assert.Null(saved.Version);
        Assert.Equal("answer", Assert.Single(saved.Problems).Field);
        Assert.Null(await Desk.FindAsync(Parking, default));
    }

    [Fact]
    public async Task A_preview_shows_the_answer_with_the_facts_and_what_lacks()
    {
        await folder.BeginAsync();
        ArticlePreview preview = Desk.Preview(Parking, Text.Replace("days.", "days, {{no_fact}}.", StringComparison.Ordinal));
        Assert.Equal("Free for 30 days, {{no_fact}}.", preview.Article?.Body);
        Assert.Equal(5, Assert.Single(preview.Problems).Line);
    }

    [Theory]
    [InlineData("../secrets", "en", "id")]
    [InlineData("a/b", "en", "id")]
    [InlineData("", "en", "id")]
    [InlineData("parking", "fr", "locale")]
    public async Task A_name_that_is_none_is_refused(string id, string locale, string field)
    {
        await folder.BeginAsync();
        ArticleSaved saved = await Desk.SaveAsync(new ArticleKey(id, locale), Text, 0, AuditEntryOf, default);
        Assert.Equal((null, field), (saved.Version, saved.Problems[0].Field));
        Assert.Null(await Desk.FindAsync(new ArticleKey(id, locale), default));
    }

    [Fact]
    public async Task A_removed_article_can_be_written_anew()
    {
        await folder.BeginAsync();
        await Desk.SaveAsync(Parking, Text, 0, AuditEntryOf, default);
        Assert.False(await Desk.RemoveAsync(Parking, 0, AuditEntryOf, default));
        Assert.True(await Desk.RemoveAsync(Parking, 1, AuditEntryOf, default));
        Assert.Equal(3, (await Desk.SaveAsync(Parking, Text, 0, AuditEntryOf, default)).Version);
    }

    public void Dispose() => folder.Dispose();

    private static AuditEntry AuditEntryOf(string action, string target) => AuditEntry.ByConsole(action, target);
}
