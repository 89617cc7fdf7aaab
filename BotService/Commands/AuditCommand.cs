using System.CommandLine;
using SupportBot.Access.Audit;

namespace SupportBot.Commands;

/// <summary><c>audit check</c>: follows the chain of hashes.</summary>
internal static class AuditCommand
{
    public static Command Create(string[] settings) => new("audit", "What staff have changed")
    {
        new Command("check", "Follow the chain of hashes; ends with 1 when a row was altered or is missing").WithSettings(settings, (_, services) => CheckAsync(services.GetRequiredService<IAuditLog>())),
    };

    private static async Task<int> CheckAsync(IAuditLog log)
    {
        AuditCheck check = await log.CheckAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync(check.BrokenAt is { } row
            ? $"Row {row} of the audit log was altered or is missing; the {check.Checked} before it are good."
            : $"{check.Checked} rows checked: none was altered or is missing.");
        return check.Ok ? 0 : 1;
    }
}
