using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Customers.Import;

namespace SupportBot.Commands;

/// <summary><c>import customers FILE</c>: who buys in the shop, from CSV or JSON. Ends with 1 when something in the file must be mended.</summary>
internal static class ImportCustomersCommand
{
    private static readonly CustomerReportJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static Command Create(string[] settings)
    {
        Argument<FileInfo> file = new("file") { Description = $"CSV with a header, or a JSON array of objects. Columns: {string.Join(", ", CustomerColumns.All)}" };
        Option<bool> returned = new("--returned") { Description = "Take in those who were erased as well: they have come back as customers since" };
        return new Command("customers", "Add customers and bring them up to date, one row each, known by the shop's id, else by e-mail or phone; good rows are kept, the others reported by line and column") { file.AcceptExistingOnly(), returned }
            .WithSettings(settings, (parsed, services) => RunAsync(services, parsed.GetRequiredValue(file), parsed.GetValue(returned)));
    }

    private static async Task<int> RunAsync(IServiceProvider services, FileInfo file, bool returned)
    {
        CustomerReport report = await ActivatorUtilities.CreateInstance<CustomerImport>(services).RunAsync(file, returned, CancellationToken.None);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, Readable.CustomerReport));
        return report.Problems.Count == 0 ? 0 : 1;
    }
}

[JsonSerializable(typeof(CustomerReport))]
internal sealed partial class CustomerReportJson : JsonSerializerContext;
