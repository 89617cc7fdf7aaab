using CsvHelper;

namespace SupportBot.Articles.Exchange;

/// <summary>A CSV file with a row an article and language (RFC 4180, UTF-8); commas, semicolons or tabs between the cells.</summary>
internal static class ArticleTable
{
    private const int LongestFile = 64 * 1024 * 1024;
    private const int LongestRow = 1024 * 1024;

    public static async Task WriteAsync(string file, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellation)
    {
        // The mark of UTF-8 is what spreadsheets know Chinese by.
        await using FileStream stream = File.Create(file);
        await using CsvWriter csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { WriteByteOrderMark = true });
        foreach (IReadOnlyList<string> row in rows.Prepend(ArticleCells.Columns))
        {
            foreach (string cell in row)
            {
                csv.WriteField(FormulaGuard.Guard(cell));
            }

            await csv.EndRecordAsync(cancellation);
        }
    }

    /// <summary>The articles of the rows that can be read; the others go to <paramref name="problems"/>. Answers how many rows there are.</summary>
    public static (IReadOnlyList<ImportedArticle> Articles, int Rows) Read(string file, List<ImportProblem> problems)
    {
        string name = Path.GetFileName(file);
        if (new FileInfo(file).Length > LongestFile)
        {
            problems.Add(new ImportProblem(name, 0, null, null, $"The file is larger than {LongestFile / 1024 / 1024} MB. Cut it into several."));
            return ([], 0);
        }

        using CsvReader csv = CsvReader.Create(File.OpenRead(file), CsvReaderOptions.Default with { Separator = SeparatorOf(file), TrackLineNumbers = true, MaxRecordSize = LongestRow });
        List<ImportedArticle> articles = [];
        int rows = 0;
        try
        {
            for (bool known = HasColumns(name, csv.Headers, problems); known && csv.Read(); rows++)
            {
                if (Row(name, (int)csv.LineNumber, csv, problems) is { } article)
                {
                    articles.Add(article);
                }
            }
        }
        catch (CsvFormatException error)
        {
            problems.Add(new ImportProblem(name, (int)error.LineNumber, null, null, $"The row cannot be read: {error.Message} Look for a quotation mark that is not closed; rows after it were left out."));
        }

        return (articles, rows);
    }

    /// <summary>What stands most often in the first line.</summary>
    private static char SeparatorOf(string file)
    {
        string header = File.ReadLines(file).FirstOrDefault() ?? "";
        return ",;\t".MaxBy(sign => header.AsSpan().Count(sign));
    }

    private static bool HasColumns(string file, IReadOnlyList<string> columns, List<ImportProblem> problems)
    {
        HashSet<string> found = [.. columns.Select(column => column.Trim().ToLowerInvariant())];
        string[] missing = [.. ArticleCells.Needed.Where(column => !found.Contains(column))];
        problems.AddRange(missing.Select(column => new ImportProblem(file, 1, column, null, $"The column is missing. The first line names the columns: {string.Join(", ", ArticleCells.Columns)}.")));
        problems.AddRange(found.Where(column => column.Length > 0 && !ArticleCells.Columns.Contains(column))
            .Select(column => new ImportProblem(file, 1, column, null, "The column is not known and was left out. Correct its name, or take it out.")));
        return missing.Length == 0;
    }

    private static ImportedArticle? Row(string file, int line, CsvReader csv, List<ImportProblem> problems)
    {
        ArticleKey key = new(Cell("id").Trim(), Cell("locale").Trim());
        int before = problems.Count;
        if (key.Fault is { } fault)
        {
            problems.Add(new ImportProblem(file, line, fault.Field, null, fault.Message));
            return null;
        }

        (ArticleHeader header, string body) = ArticleCells.Read(Cell, (column, reason) => problems.Add(new ImportProblem(file, line, column, key.ToString(), reason)));
        return problems.Count == before ? new ImportedArticle(key, FrontMatter.Write(header, body), file, line) : null;

        string Cell(string column) => FormulaGuard.Unguard(csv.TryGetFieldIndex(column, out int index) ? csv.GetString(index) : "");
    }
}
