using SupportBot.Access.Audit;
using SupportBot.Articles;
using SupportBot.Dialogs;
using SupportBot.Knowledge;

namespace SupportBot.BotService.Tests.Articles;

public sealed class LiveArticlesTests : IDisposable
{
    private readonly ArticleFolder folder = new();

    [Fact]
    public async Task The_first_start_copies_the_demo_store_with_every_topic_in_both_languages()
    {
        LiveArticles articles = folder.Get<LiveArticles>();
        articles.Seed();
        await articles.LoadAsync(default);
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
    public async Task Whether_something_may_be_returned_is_no_wish_to_return_it()
    {
        LiveArticles articles = folder.Get<LiveArticles>();
        articles.Seed();
        await articles.LoadAsync(default);
        foreach ((string asked, string locale, string topic) in new[]
        {
            ("can i return a cushion", "en", "return-policy"), ("i want to return a cushion", "en", "return"),
            ("靠垫可以退吗", "zh", "return-policy"), ("我要退这个靠垫", "zh", "return"),
        })
        {
            Assert.Equal((asked, topic), (asked, articles.Current.Find(asked, locale, null).First.Id));
        }
    }

    [Fact]
    public void Nodes_that_begin_a_shared_folder_at_once_leave_one_whole_store()
    {
        LiveArticles articles = folder.Get<LiveArticles>();
        using Barrier start = new(8);
        Thread[] nodes = [.. Enumerable.Range(0, start.ParticipantCount).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            articles.Seed();
        }))];
        Array.ForEach(nodes, node => node.Start());
        Array.ForEach(nodes, node => node.Join());
        Assert.Equal(["store"], Directory.EnumerateDirectories(folder.Place(".")).Select(Path.GetFileName));
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Demo"), "*", SearchOption.AllDirectories).Count(),
            Directory.EnumerateFiles(folder.Store, "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public async Task A_changed_fact_and_a_new_article_are_in_service_after_loading()
    {
        LiveArticles articles = await folder.BeginAsync();
        File.WriteAllText(Path.Combine(folder.Store, "store.yaml"), "return_days: 45\n");
        folder.Write("en", "parking", "title: Parking\nquestions: [where can i park my car, is there a car park, parking at the shop]", "Behind the shop.");
        await articles.LoadAsync(default);
        Assert.Contains("45 days", articles.Current.Get("return-policy", "en")?.Text, StringComparison.Ordinal);
        Assert.Equal(Verdict.Answer, articles.Current.Find("where can i park my car", "en", null).Verdict);
    }

    [Fact]
    public async Task An_answers_card_is_shown_below_it()
    {
        LiveArticles articles = await folder.BeginAsync();
        folder.Write("en", "parking", "title: Parking\nquestions: [where can i park my car, is there a car park, parking at the shop]\ncard: { title: Car park, picture: /p.png, link: { title: Map, url: https://maps.example }, buttons: [Opening hours] }", "Behind the shop.");
        await articles.LoadAsync(default);
        TurnInput input = new()
        {
            State = new DialogState { Greeted = true },
            Utterance = new Utterance(UtteranceKind.Message, "where can i park my car"),
            Answers = articles.Current,
            Catalogue = NoShop.Instance,
            Orders = NoShop.Instance,
            Reminders = NoShop.Instance,
            Tickets = NoShop.Instance,
            Now = new DateTime(2026, 11, 25),
            Settings = new StoreSettings(),
            Conversation = "test",
        };
        Card card = Assert.Single(Assert.Single((await articles.Current.Bot.TakeAsync(input, default)).Replies).Cards);
        Assert.Equal(("Car park", "/p.png", ("Map", "https://maps.example")), (card.Title, card.PictureUrl, card.Link));
        Assert.Equal(["Opening hours"], card.Buttons);
    }

    [Theory]
    [InlineData("no header at all", 1, "does not begin with a header")]
    [InlineData("---\ntitle: [unclosed\n---\nbody", 2, "cannot be read")]
    [InlineData("---\ntitel: Misspelt\n---\nbody", 2, "titel")]
    [InlineData("---\ntitle: No questions\n---\nbody", 1, "questions")]
    [InlineData("---\ntitle: No body\nquestions: [a question]\n---\n", 1, "answer is empty")]
    [InlineData("---\nquestions: [a question]\n---\nbody", 1, "title")]
    [InlineData("---\ntitle: T\nquestions: [a]\nvalid_until: soon\n---\nbody", 4, "2026-12-31")]
    [InlineData("---\ntitle: T\nquestions: [a]\naudience: everyone\n---\nbody", 4, "staff")]
    [InlineData("---\ntitle: T\nquestions: [a]\ncard: { title: A, picture: http://x }\n---\nbody", 4, "https://")]
    [InlineData("---\ntitle: T\nquestions: [a]\nvalid_from: 2026-02-01\nvalid_until: 2026-01-01\n---\nbody", 5, "before")]
    public async Task A_broken_file_is_named_with_its_line_and_its_last_good_text_stays(string content, int line, string reason)
    {
        LiveArticles articles = await folder.BeginAsync();
        string path = Path.Combine(folder.Store, "articles", "en", "return-policy.md");
        File.WriteAllText(path, content);
        await articles.LoadAsync(default);
        ArticleProblem problem = Assert.Single(articles.Current.Library.Problems);
        Assert.Equal((path, line), (problem.Path, problem.Line));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Contains("30 days", articles.Current.Get("return-policy", "en")?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_out_of_its_dates_is_not_answered_from()
    {
        LiveArticles articles = await folder.BeginAsync();
        folder.Write("en", "sale", "title: Winter sale\nvalid_until: 2001-01-01\nquestions: [when is the winter sale, winter sale dates please]", "In winter.");
        await articles.LoadAsync(default);
        Assert.Null(articles.Current.Get("sale", "en"));
    }

    [Fact]
    public async Task A_problem_names_the_field_and_an_unknown_relation_is_told()
    {
        LiveArticles articles = await folder.BeginAsync();
        folder.Write("en", "parking", "title: Parking\nquestions: [where can i park]\nrelated: [no-such]", "Behind the shop.");
        await articles.LoadAsync(default);
        ArticleProblem problem = Assert.Single(articles.Current.Library.Problems);
        Assert.Equal("related", problem.Field);
        Assert.Contains("no-such", problem.Message, StringComparison.Ordinal);
        Assert.NotNull(articles.Current.Get("parking", "en"));
    }

    [Fact]
    public async Task What_is_for_staff_is_found_by_agents_and_never_shown_to_shoppers()
    {
        LiveArticles articles = await folder.BeginAsync();
        folder.Write("en", "goodwill", "title: Goodwill\naudience: staff\nquestions: [how much goodwill may i give, goodwill voucher limit]", "Up to 20.");
        await articles.LoadAsync(default);
        Assert.Null(articles.Current.Get("goodwill", "en"));
        Assert.NotEqual("goodwill", articles.Current.Find("goodwill voucher limit", "en", null).First.Id);
        Assert.Equal("goodwill", articles.Current.FindForStaff("goodwill voucher limit", "en").First.Id);
    }

    [Fact]
    public async Task A_row_wins_over_the_file_until_it_is_removed_with_it()
    {
        LiveArticles articles = await folder.BeginAsync();
        ArticleDesk desk = folder.Get<ArticleDesk>();
        ArticleKey key = new("return-policy", "en");
        ArticleSaved saved = await desk.SaveAsync(key, "---\ntitle: Returns\nquestions: [can i return a dress]\n---\nFrom the row.", 0, AuditEntryOf, default);
        await articles.LoadAsync(default);
        Assert.Equal("From the row.", articles.Current.Get("return-policy", "en")?.Text);
        Assert.True(await desk.RemoveAsync(key, saved.Version ?? 0, AuditEntryOf, default));
        await articles.LoadAsync(default);
        Assert.DoesNotContain(articles.Current.Library.Articles, article => article.Key == key);
        Assert.Null(await desk.FindAsync(key, default));
    }

    [Fact]
    public async Task A_row_is_taken_into_service_by_itself()
    {
        await folder.BeginAsync();
        await using RunningService service = await RunningService.StartAsync(null, "--Articles:Directory", folder.Store);
        await service.Get<ArticleDesk>().SaveAsync(new ArticleKey("parking", "en"), "---\ntitle: Parking\nquestions: [where can i park my car]\n---\nBehind the shop.", 0, AuditEntryOf, default);
        LiveArticles articles = service.Get<LiveArticles>();
        Assert.NotNull(await Visitor.UntilAsync(() => Task.FromResult(articles.Current.Get("parking", "en")), found => found is not null));
    }

    [Fact]
    public async Task A_changed_file_is_taken_into_service_by_itself()
    {
        await folder.BeginAsync();
        await using RunningService service = await RunningService.StartAsync(null, "--Articles:Directory", folder.Store);
        LiveArticles articles = service.Get<LiveArticles>();
        folder.Write("en", "parking", "title: Parking\nquestions: [where can i park my car, is there a car park]", "Behind the shop.");
        Assert.NotNull(await Visitor.UntilAsync(() => Task.FromResult(articles.Current.Get("parking", "en")), found => found is not null));
    }

    public void Dispose() => folder.Dispose();

    private static AuditEntry AuditEntryOf(string action, string target) => AuditEntry.ByConsole(action, target);

    private static string[] Topics(ArticleLibrary library, string locale) =>
        [.. library.Articles.Where(article => article.Locale == locale && article.Header.Kind != ArticleKind.Refuse).Select(article => article.Topic).Distinct().Order(StringComparer.Ordinal)];
}
