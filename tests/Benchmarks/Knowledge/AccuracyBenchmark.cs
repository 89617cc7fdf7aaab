using SupportBot.Knowledge;
using SupportBot.Knowledge.Evaluation;
using SupportBot.Knowledge.Search;

namespace SupportBot.Benchmarks.Knowledge;

/// <summary>Right first choices without refusal: ours beside BM25 alone, which takes the label of the best sample question.</summary>
internal static class AccuracyBenchmark
{
    private static readonly (string Name, string Locale, string Train, string Test)[] Sets =
    [
        ("CLINC150", "en", "clinc150/train.tsv", "clinc150/val.tsv"),
        ("CLINC150, 10 a label", "en", "clinc150/train_fewshot10.tsv", "clinc150/val.tsv"),
        ("banking77, 10 a label", "en", "banking77/train_fewshot10.tsv", "banking77/train.tsv"),
        ("mattress shop", "en", "sofmattress/sofmattress_train.tsv", "sofmattress/sofmattress_test.tsv"),
    ];

    public static void Run()
    {
        if (FindData() is not { } data)
        {
            Console.WriteLine("The question sets are not here: ../shared/data/knowledge is missing beside the repository.");
            return;
        }
        Console.WriteLine($"{"right first choice, %",-24} {"BM25",8} {"ours",8}");
        foreach ((string name, string locale, string train, string test) in Sets)
        {
            LabelledText[] examples = Read(Path.Combine(data, train));
            HashSet<string> seen = [.. examples.Select(e => e.Text)];
            LabelledText[] questions = [.. Read(Path.Combine(data, test)).Where(q => q.Label != Entry.NotOurs && !seen.Contains(q.Text))];
            KnowledgeIndex index = KnowledgeIndex.Build(LabelledText.Entries(examples, locale));
            double ours = Score.Raw(Trial.Run(index, questions, locale));
            Console.WriteLine($"{name,-24} {Bm25(examples, questions) * 100,8:f1} {ours * 100,8:f1}");
        }
    }

    private static double Bm25(LabelledText[] examples, LabelledText[] questions)
    {
        ArticleSearch search = ArticleSearch.Build([.. examples.Select(e => new SearchDocument(e.Label, e.Text))]);
        SearchHit[] hits = new SearchHit[1];
        return questions.Average(q => search.Find(q.Text, hits) > 0 && examples[hits[0].Document].Label == q.Label ? 1.0 : 0);
    }

    private static LabelledText[] Read(string file) => [.. File.ReadLines(file).Select(LabelledText.Parse).OfType<LabelledText>()];

    private static string? FindData()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string data = Path.Combine(folder.FullName, "..", "shared", "data", "knowledge");
            if (Directory.Exists(data))
            {
                return data;
            }
        }
        return null;
    }
}
