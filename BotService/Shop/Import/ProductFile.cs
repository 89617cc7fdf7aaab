using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace SupportBot.Shop.Import;

/// <summary>Reads a file of products, CSV with a header or a JSON array of flat objects, into rows.</summary>
internal static class ProductFile
{
    public const long LargestFile = 64 * 1024 * 1024;
    private const int LongestField = 10_000;

    public static (IReadOnlyList<ProductRow> Rows, IReadOnlyList<RowProblem> Problems) Read(FileInfo file)
    {
        if (file.Length > LargestFile)
        {
            return ([], [new RowProblem(0, null, $"The file is larger than {LargestFile / 1024 / 1024} MB. Split it into several.")]);
        }

        return file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase) ? ReadJson(file) : ReadCsv(file);
    }

    private static (IReadOnlyList<ProductRow> Rows, IReadOnlyList<RowProblem> Problems) ReadCsv(FileInfo file)
    {
        List<ProductRow> rows = [];
        List<RowProblem> problems = [];
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            MaxFieldSize = LongestField,
            MissingFieldFound = null,
            PrepareHeaderForMatch = header => ColumnOf(header.Header),

            // Told with its line, and the rows after it are still read.
            BadDataFound = bad => problems.Add(new RowProblem(bad.Context.Parser?.RawRow ?? 0, null, "A quotation mark stands where none may. Put the field in quotes and double the marks in it.")),
        };
        using StreamReader reader = new(file.FullName, new UTF8Encoding(false, throwOnInvalidBytes: true));
        using CsvReader csv = new(reader, configuration);
        try
        {
            if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { } header)
            {
                return ([], [new RowProblem(1, null, "The file is empty.")]);
            }

            problems.AddRange(Unknown(header.Select(ColumnOf)).Select(column => new RowProblem(1, column, $"This column is not known and is left out. Known are: {string.Join(", ", ProductColumns.All)}.")));
            while (csv.Read())
            {
                int line = csv.Parser.RawRow - (csv.Parser.RawRecord.TrimEnd('\r', '\n').Count(c => c == '\n'));
                rows.Add(new ProductRow(line, header.Select((name, at) => (Name: ColumnOf(name), Text: csv.GetField(at) ?? "")).DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Text)));
            }
        }
        catch (DecoderFallbackException)
        {
            return ([], [new RowProblem(0, null, "The file is not written in UTF-8. In a spreadsheet, save it as \"CSV UTF-8\".")]);
        }
        catch (CsvHelperException error)
        {
            problems.Add(new RowProblem(csv.Parser.RawRow, null, $"The file cannot be read on from here: {error.Message.Split('\n')[0].Trim()}"));
        }

        HashSet<int> broken = [.. problems.Where(problem => problem.Column is null).Select(problem => problem.Line)];
        return ([.. rows.Where(row => !broken.Contains(row.Line))], problems);
    }

    private static (IReadOnlyList<ProductRow> Rows, IReadOnlyList<RowProblem> Problems) ReadJson(FileInfo file)
    {
        try
        {
            using FileStream stream = file.OpenRead();
            using JsonDocument document = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 });
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return ([], [new RowProblem(0, null, "The file must hold a JSON array of objects, one for each SKU.")]);
            }

            List<ProductRow> rows = [];
            List<RowProblem> problems = [];
            foreach (JsonElement item in document.RootElement.EnumerateArray())
            {
                int number = rows.Count + problems.Count + 1;
                if (item.ValueKind == JsonValueKind.Object)
                {
                    rows.Add(new ProductRow(number, item.EnumerateObject().DistinctBy(field => field.Name).ToDictionary(field => ColumnOf(field.Name), field => TextOf(field.Value))));
                }
                else
                {
                    problems.Add(new RowProblem(number, null, "This is not an object with the fields of a product."));
                }
            }

            return (rows, problems);
        }
        catch (JsonException error)
        {
            return ([], [new RowProblem((int)(error.LineNumber ?? 0) + 1, null, $"The file is not JSON: {error.Message}")]);
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    private static IEnumerable<string> Unknown(IEnumerable<string> columns) => columns.Where(column => column.Length > 0 && !ProductColumns.All.Contains(column));

    private static string ColumnOf(string header) => header.Trim().ToLowerInvariant().Replace(' ', '_');
}
