using System.CommandLine;
using SupportBot.Storage.Postgres;

namespace SupportBot.Commands;

/// <summary><c>serve</c>: runs the service until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create(string[] settings)
    {
        Command command = new("serve", "Start the service (the default). Options are ASP.NET configuration, e.g. --urls http://127.0.0.1:5000 --Data:Directory data")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(parsed => RunAsync([.. parsed.UnmatchedTokens, .. settings]));
        return command;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        if (await PostgresArrival.WaitAsync(Settings.Read(args), args))
        {
            await using WebApplication app = Service.Build(args);
            await UntilStoppedAsync(app);
        }

        return 0;
    }

    /// <summary>Serves until told to stop. The host stops for a loop that failed, too, which must not look as if it had been told.</summary>
    public static async Task UntilStoppedAsync(WebApplication app)
    {
        await app.StartAsync();
        await app.WaitForShutdownAsync();
        foreach (BackgroundService loop in app.Services.GetServices<IHostedService>().OfType<BackgroundService>())
        {
            await (loop.ExecuteTask is { IsFaulted: true } failed ? failed : Task.CompletedTask);
        }
    }
}
