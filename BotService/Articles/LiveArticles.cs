using Microsoft.Extensions.Options;
using SupportBot.Knowledge;
using SupportBot.Storage;

namespace SupportBot.Articles;

/// <summary>The articles in service. A changed file or row is read and learned in the background and swapped in whole; questions are answered meanwhile.</summary>
internal sealed partial class LiveArticles(
    IOptions<ArticleOptions> options, IOptions<DataOptions> data, IArticleStore store, TimeProvider time, ILogger<LiveArticles> logger)
{
    private const int ShownProblems = 20;

    private readonly LearnedFile learned = new(Path.Combine(data.Value.FullPath, "learned.bin"));

    private AnswerBook? current;

    /// <summary>The folder the owner edits.</summary>
    public string Directory { get; } = Path.GetFullPath(options.Value.Directory ?? Path.Combine(data.Value.FullPath, "store"));

    private static string Demo { get; } = Path.Combine(AppContext.BaseDirectory, "Demo");

    public bool IsReady => current is not null;

    public AnswerBook Current => current ?? throw new InvalidOperationException("The articles are not loaded yet.");

    /// <summary>What is read: the owner's folder, or the demo store as long as there is none.</summary>
    public string Source => System.IO.Directory.Exists(Directory) ? Directory : Demo;

    /// <summary>Begins the owner's folder with a copy of the demo store, which from then on is the owner's.</summary>
    public void Seed()
    {
        if (System.IO.Directory.Exists(Directory))
        {
            return;
        }

        // Copied beside and renamed: a start that was cut off leaves no half store behind, and of nodes that start at once one is first.
        string copy = $"{Directory}.{Guid.NewGuid():N}.new";
        foreach (string file in System.IO.Directory.EnumerateFiles(Demo, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(Demo, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target) ?? copy);
            File.Copy(file, target, overwrite: true);
        }

        try
        {
            System.IO.Directory.Move(copy, Directory);
        }
        catch (IOException) when (System.IO.Directory.Exists(Directory))
        {
            System.IO.Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>Reads and learns everything anew. A file or row that has become unreadable keeps its last good text.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        long started = time.GetTimestamp();
        IReadOnlyList<StoredArticle> rows = await store.ListAsync(cancellation);
        ArticleLibrary library = ArticleLibrary.Load(Source, rows);
        ArticleLibrary kept = current is null ? library : library with { Articles = [.. library.Articles, .. LastGood(current.Library, library, rows)] };
        IndexOptions indexOptions = new() { Certainty = options.Value.AnswerWhenSure / 100, Workers = Environment.ProcessorCount };

        // Learning takes a while of computing: on a thread of its own, so that no question waits for one of the pool.
        AnswerBook book = await Task.Factory.StartNew(
            () => new AnswerBook(kept, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), indexOptions, learned.Learn), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        current = book;
        Report(book, time.GetElapsedTime(started));
    }

    private IEnumerable<Article> LastGood(ArticleLibrary before, ArticleLibrary now, IReadOnlyList<StoredArticle> rows)
    {
        HashSet<ArticleKey> read = [.. now.Articles.Select(article => article.Key)];
        HashSet<ArticleKey> there = [.. ArticleLibrary.Texts(Source, rows).Select(text => text.Key)];
        return before.Articles.Where(article => !read.Contains(article.Key) && there.Contains(article.Key));
    }

    private void Report(AnswerBook book, TimeSpan took)
    {
        foreach (string problem in book.Library.Problems.Select(problem => problem.ToString()).Concat(book.Warnings.Select(warning => warning.ToString())).Take(ShownProblems))
        {
            ArticleProblemFound(logger, problem);
        }

        Loaded(logger, book.Count, Directory, (long)took.TotalMilliseconds);
    }

    [LoggerMessage(LogLevel.Information, "{Count} articles in service from {Directory}, learned in {Milliseconds} ms")]
    private static partial void Loaded(ILogger logger, int count, string directory, long milliseconds);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private static partial void ArticleProblemFound(ILogger logger, string problem);
}
