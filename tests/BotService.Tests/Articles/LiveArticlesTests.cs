using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.Knowledge;
using SupportBot.Storage;

namespace SupportBot.BotService.Tests.Articles;

public sealed class LiveArticlesTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("supportbot-articles").FullName;

    private string Store => Path.Combine(data, "store");

    [Fact]
    public void The_first_start_copies_the_demo_store_with_every_topic_in_both_languages()
    {
        LiveArticles articles = Start();
        articles.Seed();
        articles.Load();
        ArticleLibrary library = articles.Current.Library;
        Assert.Empty(library.Problems);
        string[] english = Topics(library, "en"), chinese = Topics(library, "zh");
        Assert.Equal(english, chinese);
        Assert.True(english.Length >= 70);
        Assert.All(library.Articles, article => Assert.True(article.Header.Questions.Count >= 5, article.Path));
        Assert.All(library.Articles, article => Assert.DoesNotContain("{{", article.Body, StringComparison.Ordinal));
        Assert.Equal(8, library.Menu.Count);
    }

    [Fact]
    public void A_changed_fact_and_a_new_article_are_in_service_after_loading()
    {
        LiveArticles articles = Begin();
        File.WriteAllText(Path.Combine(Store, "store.yaml"), "return_days: 45\n");
        Write("en", "parking", "title: Parking\nquestions: [where can i park my car, is there a car park, parking at the shop]", "Behind the shop.");
        articles.Load();
        Assert.Contains("45 days", articles.Current.Get("return-policy", "en")?.Text, StringComparison.Ordinal);
        Assert.Equal(Verdict.Answer, articles.Current.Find("where can i park my car", "en", null).Verdict);
    }

    [Theory]
    [InlineData("no header at all", 1, "does not begin with a header")]
    [InlineData("---\ntitle: [unclosed\n---\nbody", 2, "cannot be read")]
    [InlineData("---\ntitel: Misspelt\n---\nbody", 2, "titel")]
    [InlineData("---\ntitle: No questions\n---\nbody", 1, "questions")]
    [InlineData("---\ntitle: No body\nquestions: [a question]\n---\n", 1, "answer is empty")]
    [InlineData("---\nquestions: [a question]\n---\nbody", 1, "title")]
    [InlineData("---\ntitle: T\nquestions: [a]\nvalid_until: soon\n---\nbody", 4, "2026-12-31")]
    public void A_broken_file_is_named_with_its_line_and_its_last_good_text_stays(string content, int line, string reason)
    {
        LiveArticles articles = Begin();
        string path = Path.Combine(Store, "articles", "en", "return-policy.md");
        File.WriteAllText(path, content);
        articles.Load();
        ArticleProblem problem = Assert.Single(articles.Current.Library.Problems);
        Assert.Equal((path, line), (problem.Path, problem.Line));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Contains("30 days", articles.Current.Get("return-policy", "en")?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_out_of_its_dates_is_not_answered_from()
    {
        LiveArticles articles = Begin();
        Write("en", "sale", "title: Winter sale\nvalid_until: 2001-01-01\nquestions: [when is the winter sale, winter sale dates please]", "In winter.");
        articles.Load();
        Assert.Null(articles.Current.Get("sale", "en"));
    }

    [Fact]
    public async Task A_changed_file_is_taken_into_service_by_itself()
    {
        Begin();
        await using RunningService service = await RunningService.StartAsync(null, "--Articles:Directory", Store);
        LiveArticles articles = service.Get<LiveArticles>();
        Write("en", "parking", "title: Parking\nquestions: [where can i park my car, is there a car park]", "Behind the shop.");
        Assert.NotNull(await Visitor.UntilAsync(() => Task.FromResult(articles.Current.Get("parking", "en")), found => found is not null));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private LiveArticles Begin()
    {
        foreach (string file in Directory.GetFiles(TestStore.Directory, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(Store, Path.GetRelativePath(TestStore.Directory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        LiveArticles articles = Start();
        articles.Load();
        return articles;
    }

    private LiveArticles Start() =>
        new(Options.Create(new ArticleOptions()), Options.Create(new DataOptions { Directory = data }), TimeProvider.System, NullLogger<LiveArticles>.Instance);

    private void Write(string locale, string id, string header, string body) =>
        File.WriteAllText(Path.Combine(Store, "articles", locale, id + ".md"), $"---\n{header}\n---\n{body}\n");

    private static string[] Topics(ArticleLibrary library, string locale) =>
        [.. library.Articles.Where(article => article.Locale == locale && article.Header.Kind != ArticleKind.Refuse).Select(article => article.Topic).Distinct().Order(StringComparer.Ordinal)];
}
