namespace SupportBot.BotService.Tests.Dialogs;

/// <summary>A test on the support utterances, which lie beside the repository and not in it: <c>SUPPORT_DATA</c>, or <c>shared/data/support</c> above it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SupportDataFactAttribute : FactAttribute
{
    public static readonly string? Folder = Find();

    public SupportDataFactAttribute()
    {
        if (Folder is null)
        {
            Skip = "The support utterances are not on this machine: set SUPPORT_DATA to the folder with topics.tsv, en.tsv and zh.tsv.";
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SUPPORT_DATA") is { Length: > 0 } named)
        {
            return named;
        }

        for (DirectoryInfo? above = new(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            string candidate = Path.Combine(above.FullName, "shared", "data", "support");
            if (File.Exists(Path.Combine(candidate, "topics.tsv")))
            {
                return candidate;
            }
        }

        return null;
    }
}
