using SupportBot.Knowledge.Search;

namespace SupportBot.Benchmarks.Knowledge;

/// <summary>The top five of 1,000 to 100,000 articles: ours beside SQLite FTS5 and MiniSearch on the same articles and questions.</summary>
internal static class SearchBenchmark
{
    private const int Questions = 200;
    private const int PeerQuestions = 40;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    public static async Task RunAsync(bool withNode)
    {
        Console.WriteLine($"{"articles",9} {"",3} {"",-24} {"median µs",12} {"p99 µs",12} {"of ours",9}");
        foreach (int size in Sizes)
        {
            foreach (string locale in (string[])["en", "zh"])
            {
                await CompareAsync(Corpus.Make(locale, size, Questions, seed: 7), withNode);
            }
        }
    }

    private static async Task CompareAsync(Corpus corpus, bool withNode)
    {
        ArticleSearch search = ArticleSearch.Build([.. corpus.Articles.Select((text, i) => new SearchDocument($"{i}", text))]);
        SearchHit[] hits = new SearchHit[5];
        Timing ours = Timing.Measure(corpus.Questions, 20_000, question => search.Find(question, hits));
        Print(corpus, "ours", ours, ours);
        Corpus fewer = corpus with { Questions = [.. corpus.Questions.Take(PeerQuestions)] };
        using (FullTextPeer fullText = new(corpus))
        {
            Print(corpus, "SQLite FTS5", Timing.Measure(fewer.Questions, 10, question => fullText.Ask(question, stopWords: true)), ours);
            if (corpus.Locale == "en")
            {
                Timing without = Timing.Measure(fewer.Questions, 10, question => fullText.Ask(question, stopWords: false));
                Print(corpus, "FTS5 without stop words", without, ours);
            }
        }
        if (withNode)
        {
            Print(corpus, "MiniSearch", await MiniSearchPeer.MeasureAsync(fewer), ours);
        }
    }

    private static void Print(Corpus corpus, string name, Timing timing, Timing ours) => Console.WriteLine(
        $"{corpus.Articles.Count,9} {corpus.Locale,3} {name,-24} {timing.Median,12:f1} {timing.P99,12:f1} {timing.Median / ours.Median,8:f0}×");
}
