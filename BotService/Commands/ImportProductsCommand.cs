using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Shop.Import;

namespace SupportBot.Commands;

/// <summary><c>import products FILE</c>: what the embedded shop sells, from CSV or JSON. Ends with 1 when something in the file must be mended.</summary>
internal static class ImportProductsCommand
{
    private static readonly ImportJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static Command Create(string[] settings)
    {
        Argument<FileInfo> file = new("file") { Description = $"CSV with a header, or a JSON array of objects. Columns: {string.Join(", ", ProductColumns.All)}" };
        return new Command("products", "Add products and bring them up to date, one row a SKU; good rows are kept, the others reported by line and column") { file.AcceptExistingOnly() }
            .WithSettings(settings, (parsed, services) => RunAsync(services, parsed.GetRequiredValue(file)));
    }

    private static async Task<int> RunAsync(IServiceProvider services, FileInfo file)
    {
        ImportReport report = await ActivatorUtilities.CreateInstance<ProductImport>(services).RunAsync(file, CancellationToken.None);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, Readable.ImportReport));
        return report.Problems.Count == 0 ? 0 : 1;
    }
}

[JsonSerializable(typeof(ImportReport))]
internal sealed partial class ImportJson : JsonSerializerContext;
