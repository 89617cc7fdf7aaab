namespace SupportBot.Tests.Shared;

internal static class SourceTree
{
    /// <summary>The folder of the solution that this program was built from.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SupportBot.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("SupportBot.sln is not above this program.");
    }
}
