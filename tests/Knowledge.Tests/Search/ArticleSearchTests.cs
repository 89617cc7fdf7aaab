using SupportBot.Knowledge.Search;

namespace SupportBot.Knowledge.Tests.Search;

public sealed class ArticleSearchTests
{
    private static readonly SearchDocument[] Documents =
    [
        new("returns", "How to return an item within thirty days"),
        new("refunds", "When a refund is paid after a return"),
        new("returns-zh", "七天无理由退货"),
        new("empty", ""),
    ];

    [Theory]
    [InlineData("returning items", "returns")]
    [InlineData("refunds paid", "refunds")]
    [InlineData("怎么退货", "returns-zh")]
    public void The_best_document_comes_first(string words, string id)
    {
        SearchHit[] hits = new SearchHit[3];

        int found = ArticleSearch.Build(Documents).Find(words, hits);

        Assert.True(found > 0);
        Assert.Equal(id, Documents[hits[0].Document].Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("xylophone")]
    [InlineData("\ud800")]
    public void Unknown_words_find_nothing(string words) =>
        Assert.Equal(0, ArticleSearch.Build(Documents).Find(words, new SearchHit[5]));

    [Fact]
    public void The_best_few_are_the_first_of_all()
    {
        Random random = new(3);
        string Word() => $"w{(char)('a' + (int)(Math.Exp(random.NextDouble() * 3.2) - 1))}x";
        SearchDocument[] documents = [.. Enumerable.Range(0, 3000).Select(i => new SearchDocument($"{i}", string.Join(' ', Enumerable.Range(0, 12).Select(_ => Word()))))];
        ArticleSearch search = ArticleSearch.Build(documents);
        SearchHit[] all = new SearchHit[3000];
        SearchHit[] few = new SearchHit[5];
        for (int i = 0; i < 200; i++)
        {
            string question = string.Join(' ', Enumerable.Range(0, 4).Select(_ => Word()));
            int found = search.Find(question, all);
            int top = search.Find(question, few);

            Assert.Equal(all[..Math.Min(5, found)], few[..top]);
        }
    }

    [Fact]
    public void A_word_that_stands_everywhere_counts_only_where_nothing_rarer_is_asked()
    {
        ArticleSearch search = ArticleSearch.Build([.. Enumerable.Range(0, 2000).Select(i => new SearchDocument($"{i}", i == 700 ? "the zebra" : "the horse the"))]);
        SearchHit[] hits = new SearchHit[5];

        Assert.Equal((1, 700), (search.Find("the zebra", hits), hits[0].Document));
        Assert.Equal(5, search.Find("the", hits));
    }

    [Fact]
    public void A_long_text_is_indexed_to_its_end()
    {
        string text = string.Concat(Enumerable.Repeat("plain words ", 500)) + "zebra";

        Assert.Equal(1, ArticleSearch.Build([new("long", text)]).Find("zebra", new SearchHit[1]));
    }

    [Fact]
    public void Searching_allocates_nothing()
    {
        ArticleSearch search = ArticleSearch.Build(Documents);
        SearchHit[] hits = new SearchHit[5];
        search.Find("return an item", hits);
        long before = GC.GetAllocatedBytesForCurrentThread();

        search.Find("return an item", hits);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
