namespace SupportBot.Benchmarks.Knowledge;

/// <summary>Articles and questions made of invented words with Zipf's frequencies; the same seed makes the same.</summary>
internal sealed record Corpus(string Locale, IReadOnlyList<string> Articles, IReadOnlyList<string> Questions)
{
    private const int Words = 20_000;
    private const int ArticleWords = 40;

    public static readonly string[] StopWords =
        ["the", "a", "to", "i", "is", "my", "of", "and", "in", "it", "for", "how", "do", "can", "you", "on", "what", "with", "not", "when"];

    public static Corpus Make(string locale, int articles, int questions, int seed)
    {
        Random random = new(seed);
        bool chinese = locale == "zh";
        string[] words = [.. Enumerable.Range(0, Words).Select(_ => chinese ? Chinese(random) : English(random))];
        string join = chinese ? "" : " ";
        string[][] made = [.. Enumerable.Range(0, articles).Select(_ => Article(words, chinese, random))];
        string[] asked = [.. Enumerable.Range(0, questions).Select(_ => string.Join(join, Question(made[random.Next(articles)], random)))];
        return new Corpus(locale, [.. made.Select(words => string.Join(join, words))], asked);
    }

    private static string[] Article(string[] words, bool chinese, Random random) =>
        [.. Enumerable.Range(0, ArticleWords).Select(_ => !chinese && random.NextDouble() < 0.4
            ? StopWords[random.Next(StopWords.Length)]
            : words[Zipf(random)])];

    /// <summary>Seven words of an article, as they stand there.</summary>
    private static string[] Question(string[] article, Random random)
    {
        int start = random.Next(article.Length - 7);
        return article[start..(start + 7)];
    }

    /// <summary>A rank with a chance about one over the rank.</summary>
    private static int Zipf(Random random) => (int)Math.Exp(random.NextDouble() * Math.Log(Words)) - 1;

    private static string English(Random random)
    {
        const string consonants = "bcdfghklmnprstvw";
        const string vowels = "aeiou";
        return string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => $"{consonants[random.Next(consonants.Length)]}{vowels[random.Next(vowels.Length)]}"));
    }

    private static string Chinese(Random random) => string.Concat((char)(0x4e00 + random.Next(3000)), (char)(0x4e00 + random.Next(3000)));
}
