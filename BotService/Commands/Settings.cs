using System.CommandLine;
using SupportBot.Access;
using SupportBot.Articles;
using SupportBot.Channels;
using SupportBot.Customers;
using SupportBot.Shop;
using SupportBot.Storage;

namespace SupportBot.Commands;

/// <summary>Commands take the service's settings beside their own options, e.g. <c>--Data:Directory data</c>.</summary>
internal static class Settings
{
    /// <summary>Lets a command take settings; anything else it does not know stays an error.</summary>
    public static Command WithSettings(this Command command, Func<ParseResult, IServiceProvider, Task<int>> run)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async parsed =>
        {
            string? unknown = parsed.UnmatchedTokens.Where((_, index) => !IsSetting(parsed.UnmatchedTokens, index)).FirstOrDefault();
            if (unknown is not null)
            {
                await Console.Error.WriteLineAsync($"'{unknown}' is not known here. Put a text of several words in quotes; a setting has the form --Section:Key value.");
                return 2;
            }

            await using ServiceProvider services = Services([.. parsed.UnmatchedTokens]);
            return await run(parsed, services);
        });
        return command;
    }

    /// <summary>Takes the settings out of a command line.</summary>
    public static (string[] Words, string[] Settings) Part(string[] args) =>
        ([.. args.Where((_, index) => !IsSetting(args, index))], [.. args.Where((_, index) => IsSetting(args, index))]);

    /// <summary>What commands need of the service, without a server.</summary>
    public static ServiceProvider Services(string[] settings)
    {
        IConfigurationRoot configuration = Read(settings);
        ServiceCollection services = new();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error));
        services.AddMetrics();
        services.AddSingleton(TimeProvider.System);
        services.AddStorage(configuration);
        services.AddStaff();
        services.AddErasures();
        services.AddArticles();
        services.AddCatalogue();
        services.AddSingleton<ShopperOrders>();
        services.AddTurnInputs();
        return services.BuildServiceProvider();
    }

    /// <summary>The settings that a command line, the environment and the program's own file give.</summary>
    public static IConfigurationRoot Read(string[] settings) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(settings)
        .Build();

    private static bool IsSetting(IReadOnlyList<string> tokens, int index) =>
        IsName(tokens[index]) || index > 0 && IsName(tokens[index - 1]) && !tokens[index - 1].Contains('=', StringComparison.Ordinal);

    private static bool IsName(string token) => token.StartsWith("--", StringComparison.Ordinal) && token.Contains(':', StringComparison.Ordinal);
}
