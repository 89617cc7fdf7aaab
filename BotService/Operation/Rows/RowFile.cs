using System.Text.Json;
using CsvHelper;

namespace SupportBot.Operation.Rows;

/// <summary>Reads a file that is taken in, CSV with a header or a JSON array of flat objects, into rows.</summary>
internal static class RowFile
{
    public const long LargestFile = 64 * 1024 * 1024;
    private const int LongestRow = 256 * 1024;

    /// <param name="file">The file.</param>
    /// <param name="known">The columns it may have.</param>
    public static (IReadOnlyList<FileRow> Rows, IReadOnlyList<RowProblem> Problems) Read(FileInfo file, IReadOnlyList<string> known)
    {
        if (file.Length > LargestFile)
        {
            return ([], [new RowProblem(0, null, $"The file is larger than {LargestFile / 1024 / 1024} MB. Split it into several.")]);
        }

        return file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase) ? ReadJson(file) : ReadCsv(file, known);
    }

    private static (IReadOnlyList<FileRow> Rows, IReadOnlyList<RowProblem> Problems) ReadCsv(FileInfo file, IReadOnlyList<string> known)
    {
        List<FileRow> rows = [];
        List<RowProblem> problems = [];
        using CsvReader csv = CsvReader.Create(file.OpenRead(), CsvReaderOptions.Default with
        {
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => problems.Add(new RowProblem((int)record.LineNumber, null, "A quotation mark stands where none may. Put the field in quotes and double the marks in it.")),
        });
        try
        {
            string[] columns = [.. csv.Headers.Select(ColumnOf)];
            if (columns.Length == 0)
            {
                return ([], [new RowProblem(1, null, "The file is empty. Its first line names the columns.")]);
            }

            problems.AddRange(columns.Where(column => column.Length > 0 && !known.Contains(column)).Select(column => new RowProblem(1, column, $"This column is not known and is left out. Known are: {string.Join(", ", known)}.")));
            while (csv.Read())
            {
                Dictionary<string, string> fields = [];
                for (int at = 0; at < Math.Min(columns.Length, csv.FieldCount); at++)
                {
                    fields.TryAdd(columns[at], csv.GetString(at));
                }

                rows.Add(new FileRow((int)csv.LineNumber, fields));
            }
        }
        catch (CsvFormatException error)
        {
            problems.Add(new RowProblem((int)error.LineNumber, null, $"The file cannot be read on from here: {error.Message} Look for a quotation mark that is not closed."));
        }

        // What is no UTF-8 was read as this sign.
        return rows.Exists(row => row.Fields.Values.Any(text => text.Contains('\uFFFD')))
            ? ([], [new RowProblem(0, null, "The file is not written in UTF-8. In a spreadsheet, save it as \"CSV UTF-8\".")])
            : (rows, problems);
    }

    private static (IReadOnlyList<FileRow> Rows, IReadOnlyList<RowProblem> Problems) ReadJson(FileInfo file)
    {
        try
        {
            using FileStream stream = file.OpenRead();
            using JsonDocument document = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 8 });
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return ([], [new RowProblem(0, null, "The file must hold a JSON array of objects, one for each row.")]);
            }

            List<FileRow> rows = [];
            List<RowProblem> problems = [];
            foreach (JsonElement item in document.RootElement.EnumerateArray())
            {
                int number = rows.Count + problems.Count + 1;
                if (item.ValueKind == JsonValueKind.Object)
                {
                    rows.Add(new FileRow(number, item.EnumerateObject().DistinctBy(field => field.Name).ToDictionary(field => ColumnOf(field.Name), field => TextOf(field.Value))));
                }
                else
                {
                    problems.Add(new RowProblem(number, null, "This is not an object with the fields of a row."));
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

    private static string ColumnOf(string header) => header.Trim().ToLowerInvariant().Replace(' ', '_');
}
