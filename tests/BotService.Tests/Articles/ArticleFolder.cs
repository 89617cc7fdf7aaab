using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Articles;
using SupportBot.Storage;

namespace SupportBot.BotService.Tests.Articles;

/// <summary>A data folder of its own with the test store in it, and the services that know articles.</summary>
internal sealed class ArticleFolder : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("supportbot-articles").FullName;
    private readonly ServiceProvider services;

    public ArticleFolder(TimeProvider? time = null)
    {
        ServiceCollection added = new();
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Data:Directory", data)]).Build();
        added.AddSingleton(configuration);
        added.AddLogging();
        added.AddMetrics();
        added.AddSingleton(time ?? TimeProvider.System);
        added.AddStorage(configuration);
        added.AddArticles();
        services = added.BuildServiceProvider();
    }

    public string Store => Path.Combine(data, "store");

    /// <summary>A place for files of a test.</summary>
    public string Place(string name) => Path.Combine(data, name);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>The test store with its articles in service.</summary>
    public async Task<LiveArticles> BeginAsync()
    {
        foreach (string file in Directory.GetFiles(TestStore.Directory, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(Store, Path.GetRelativePath(TestStore.Directory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        LiveArticles articles = Get<LiveArticles>();
        await articles.LoadAsync(default);
        return articles;
    }

    public void Write(string locale, string id, string header, string body) =>
        File.WriteAllText(Path.Combine(Store, "articles", locale, id + ".md"), $"---\n{header}\n---\n{body}\n");

    public void Dispose()
    {
        services.Dispose();
        Directory.Delete(data, recursive: true);
    }
}
