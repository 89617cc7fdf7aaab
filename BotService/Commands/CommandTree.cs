using System.CommandLine;
using SupportBot.Articles;
using SupportBot.Knowledge;

namespace SupportBot.Commands;

/// <summary>The command line. Without a command's name the service is started, with every argument given to ASP.NET's configuration.</summary>
internal static class CommandTree
{
    public static Task<int> RunAsync(string[] args)
    {
        RootCommand root = new("SupportBot: customer support for an online store. Without a command it serves.")
        {
            ServeCommand.Create(),
            SendCommand.Create(),
            SecretCommand.Create(),
            StaffCommand.Create(),
            StaffCommand.CreateReset(),
            KnowledgeCommand.Create(StoreEntries),
            RecognizeCommand.Create(),
            OutreachCommand.Create(),
            ImportCommand.Create(),
        };
        return args is [] || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")
            ? ServeCommand.RunAsync(args)
            : root.Parse(args).InvokeAsync();
    }

    private static IReadOnlyList<Entry> StoreEntries()
    {
        using ServiceProvider services = Settings.Services([]);
        return AnswerBook.Entries(ArticleLibrary.Load(services.GetRequiredService<LiveArticles>().Source).Articles);
    }
}
