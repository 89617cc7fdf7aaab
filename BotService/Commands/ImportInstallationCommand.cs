using System.CommandLine;
using SupportBot.Operation.Installation;

namespace SupportBot.Commands;

/// <summary><c>import installation FILE</c>.</summary>
internal static class ImportInstallationCommand
{
    public static Command Create(string[] settings)
    {
        Argument<FileInfo> file = new("file") { Description = "What export installation has written" };
        Option<bool> moved = new("--moved") { Description = "The installation it was exported from has been stopped for good: what it left unsent is sent from here" };
        return new Command("installation", "Fill an empty database with a whole installation; checked by counts and digests, and kept only when they agree") { file.AcceptExistingOnly(), moved }
            .WithSettings(settings, (parsed, services) => InstallationCommands.RunAsync(services, async archive =>
            {
                ArchiveReport report = await archive.ImportAsync(parsed.GetRequiredValue(file).FullName, CancellationToken.None);
                return parsed.GetValue(moved) ? report : report with { Held = await services.GetRequiredService<IInstallationStore>().HoldAsync(CancellationToken.None) };
            }));
    }
}
