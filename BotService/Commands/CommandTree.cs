using System.CommandLine;
using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.Knowledge;
using SupportBot.Storage;

namespace SupportBot.Commands;

/// <summary>The command line. Without a command's name the service is started, with every argument given to ASP.NET's configuration.</summary>
internal static class CommandTree
{
    // They need nothing of the store, and refuse a setting as any other word they do not know.
    private static readonly string[] WithoutSettings = ["recognize", "outreach"];

    public static Task<int> RunAsync(string[] args)
    {
        (string[] words, string[] settings) = Settings.Part(args);
        RootCommand root = new("SupportBot: customer support for an online store. Without a command it serves.")
        {
            ServeCommand.Create(settings),
            SendCommand.Create(settings),
            ChatCommand.Create(settings),
            SecretCommand.Create(settings),
            StaffCommand.Create(settings),
            StaffCommand.CreateReset(settings),
            CustomersCommand.Create(settings),
            AuditCommand.Create(settings),
            OutboxCommand.Create(settings),
            KnowledgeCommand.Create(byTopic => StoreEntriesAsync(settings, byTopic)),
            RecognizeCommand.Create(),
            OutreachCommand.Create(),
            ImportCommand.Create(settings),
            ExportCommand.Create(settings),
            InstallationCommands.CreateBackup(settings),
            InstallationCommands.CreateRestore(settings),
        };
        return CommandFailure.TellAsync(() => args is [] || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")
            ? ServeCommand.RunAsync(args)
            : root.Parse(WithoutSettings.Contains(args[0]) ? args : words).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }

    private static async Task<IReadOnlyList<Entry>> StoreEntriesAsync(string[] settings, bool byTopic)
    {
        await using ServiceProvider services = Settings.Services(settings);

        // A question asked before the first start must not begin a database.
        bool begun = Directory.Exists(services.GetRequiredService<IOptions<DataOptions>>().Value.FullPath);
        IReadOnlyList<StoredArticle> rows = begun ? await services.GetRequiredService<IArticleStore>().ListAsync(CancellationToken.None) : [];
        return AnswerBook.Entries(ArticleLibrary.Load(services.GetRequiredService<LiveArticles>().Source, rows).Articles, byTopic);
    }
}
