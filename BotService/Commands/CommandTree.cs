using System.CommandLine;
using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.Knowledge;
using SupportBot.Storage;

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
            ChatCommand.Create(),
            SecretCommand.Create(),
            StaffCommand.Create(),
            StaffCommand.CreateReset(),
            KnowledgeCommand.Create(StoreEntriesAsync),
            RecognizeCommand.Create(),
            OutreachCommand.Create(),
            ImportCommand.Create(),
            ExportCommand.Create(),
            InstallationCommands.CreateBackup(),
            InstallationCommands.CreateRestore(),
        };
        return args is [] || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")
            ? ServeCommand.RunAsync(args)
            : root.Parse(args).InvokeAsync();
    }

    private static async Task<IReadOnlyList<Entry>> StoreEntriesAsync(bool byTopic)
    {
        await using ServiceProvider services = Settings.Services([]);

        // A question asked before the first start must not begin a database.
        bool begun = Directory.Exists(services.GetRequiredService<IOptions<DataOptions>>().Value.FullPath);
        IReadOnlyList<StoredArticle> rows = begun ? await services.GetRequiredService<IArticleStore>().ListAsync(CancellationToken.None) : [];
        return AnswerBook.Entries(ArticleLibrary.Load(services.GetRequiredService<LiveArticles>().Source, rows).Articles, byTopic);
    }
}
