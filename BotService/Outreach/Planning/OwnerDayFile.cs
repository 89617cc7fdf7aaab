using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;
using SupportBot.Operation;

namespace SupportBot.Outreach.Planning;

/// <param name="Line">The row's line in the file.</param>
/// <param name="Column">Which column; null for the whole row.</param>
/// <param name="Reason">What is wrong and what to do.</param>
internal sealed record OwnerDayProblem(int Line, string? Column, string Reason);

/// <summary>Days read from CSV: <c>date,kind,name_en,name_zh,yearly</c>, where kind is <c>greeting</c>, <c>off</c> or <c>work</c>.</summary>
internal sealed record OwnerDayFile(IReadOnlyList<OwnerDay> Days, IReadOnlyList<OwnerDayProblem> Problems)
{
    private const int MostRows = 5_000;

    private static readonly Dictionary<string, OwnerDayKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["greeting"] = OwnerDayKind.Greeting, ["off"] = OwnerDayKind.DayOff, ["work"] = OwnerDayKind.Workday,
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["id"] = "id", ["day"] = "date", ["english"] = "name_en", ["yearly"] = "yearly",
    };

    /// <param name="text">The file.</param>
    /// <param name="language">In which problems are told.</param>
    public static OwnerDayFile Read(string text, string language)
    {
        List<OwnerDay> days = [];
        List<OwnerDayProblem> problems = [];
        RefusalWords words = RefusalWords.Of(language);
        void Wrong(int line, string? column, string code) => problems.Add(new OwnerDayProblem(line, column, words.Sentence(code, new Dictionary<string, JsonNode?>())));
        try
        {
            using MemoryStream bytes = new(System.Text.Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')));
            using CsvReader csv = CsvReader.Create(bytes, CsvReaderOptions.Default with { TrackLineNumbers = true });
            string[] header = [.. csv.Headers.Select(name => name.Trim().ToLowerInvariant())];
            if (!header.Contains("date") || !header.Contains("kind"))
            {
                Wrong(1, null, "DayFileHeader");
                return new OwnerDayFile(days, problems);
            }

            while (csv.Read() && days.Count + problems.Count < MostRows)
            {
                string Field(string name) => Array.IndexOf(header, name) is >= 0 and int at && at < csv.FieldCount ? csv.GetString(at).Trim() : "";
                int line = (int)csv.LineNumber;
                bool dated = DateOnly.TryParseExact(Field("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day);
                if (!Kinds.TryGetValue(Field("kind"), out OwnerDayKind kind))
                {
                    Wrong(line, "kind", "DayFileKind");
                    continue;
                }

                OwnerDayRequest row = new(null, kind, dated ? day : null, Field("yearly") is "1" or "true" or "yes", Field("name_en"), Field("name_zh"));
                FieldFault[] faults = [.. row.Faults()];
                foreach (FieldFault fault in faults)
                {
                    Wrong(line, Columns.GetValueOrDefault(fault.Field), fault.Code);
                }

                if (faults.Length == 0)
                {
                    days.Add(row.OwnerDay());
                }
            }
        }
        catch (CsvFormatException error)
        {
            Wrong((int)error.LineNumber, null, "DayFileBroken");
        }

        return new OwnerDayFile(days, problems);
    }
}
