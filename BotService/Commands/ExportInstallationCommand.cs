using System.CommandLine;

namespace SupportBot.Commands;

/// <summary><c>export installation FILE</c>.</summary>
internal static class ExportInstallationCommand
{
    public static Command Create(string[] settings)
    {
        Argument<string> file = new("file") { Description = "A new file; compressed when its name ends in .gz" };
        return new Command("installation", "Write the whole database to a file that import takes into another one, SQLite or PostgreSQL; the service may go on") { file }
            .WithSettings(settings, (parsed, services) => InstallationCommands.RunAsync(services, archive => archive.ExportAsync(Path.GetFullPath(parsed.GetRequiredValue(file)), CancellationToken.None)));
    }
}
