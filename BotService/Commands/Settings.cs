using System.CommandLine;
using SupportBot.Access;
using SupportBot.Articles;
using SupportBot.Channels;
using SupportBot.Customers;
using SupportBot.Operation;
using SupportBot.Shop;
using SupportBot.Storage;

namespace SupportBot.Commands;

/// <summary>Commands take the service's settings beside their own options, e.g. <c>--Data:Directory data</c>.</summary>
internal static class Settings
{
    /// <summary>What a command does, given the services as the settings have them.</summary>
    public static Command WithSettings(this Command command, string[] settings, Func<ParseResult, IServiceProvider, Task<int>> run)
    {
        command.SetAction(async parsed =>
        {
            await using ServiceProvider services = Services(settings);
            return await run(parsed, services);
        });
        return command;
    }

    /// <summary>Takes the settings out of a command line, whose arguments would take them for words.</summary>
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
        foreach (string unknown in UnknownSettings.Of(services, configuration))
        {
            Console.Error.WriteLine(unknown);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>The settings that a command line, the environment and the program's own file give.</summary>
    public static IConfigurationRoot Read(string[] settings) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(settings)
        .Build();

    private static bool IsSetting(string[] tokens, int index) =>
        IsName(tokens[index]) || index > 0 && IsName(tokens[index - 1]) && !tokens[index - 1].Contains('=', StringComparison.Ordinal);

    private static bool IsName(string token) => token.StartsWith("--", StringComparison.Ordinal) && token.Contains(':', StringComparison.Ordinal);
}
