using System.CommandLine;

namespace SupportBot.Commands;

/// <summary>The <c>export</c> commands, one a kind of thing: each writes what its <c>import</c> takes in again.</summary>
internal static class ExportCommand
{
    public static Command Create(string[] settings) => new("export", "Write things of the store to files; prints a report as JSON") { ExportArticlesCommand.Create(settings), ExportInstallationCommand.Create(settings) };
}
