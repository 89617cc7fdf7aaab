using System.CommandLine;

namespace SupportBot.Commands;

/// <summary>The <c>import</c> commands, one a kind of thing: each takes a file in and reports by row what it could not take.</summary>
internal static class ImportCommand
{
    public static Command Create(string[] settings) => new("import", "Take in things of the store from files; prints a report as JSON")
    {
        ImportArticlesCommand.Create(settings),
        ImportProductsCommand.Create(settings),
        ImportCustomersCommand.Create(settings),
        ImportInstallationCommand.Create(settings),
    };
}
