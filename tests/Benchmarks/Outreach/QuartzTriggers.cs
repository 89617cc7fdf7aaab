// It measures what a scheduler does with a database of its own.
#pragma warning disable RS0030
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace SupportBot.Benchmarks.Outreach;

/// <summary>The same as a scheduler would do it by itself: one stored trigger for each recipient.</summary>
internal static class QuartzTriggers
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task RunAsync(int triggers)
    {
        string folder = Directory.CreateTempSubdirectory("supportbot-quartz").FullName;
        string file = Path.Combine(folder, "quartz.db");
        Log(file);
        ServiceCollection services = new();
        services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            store.UseSqlite(SqliteFactory.Instance, $"Data Source={file}");
            store.UseSystemTextJsonSerializer();
        }));
        await using ServiceProvider provider = services.BuildServiceProvider();
        IScheduler scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.AddJob(JobBuilder.Create<CountJob>().WithIdentity("say").StoreDurably().Build());
        CountJob.Left = new CountdownEvent(triggers);
        Stopwatch clock = Stopwatch.StartNew();
        for (int number = 0; number < triggers; number++)
        {
            await scheduler.ScheduleJob(TriggerBuilder.Create().ForJob("say").WithIdentity($"recipient {number}").StartNow().Build());
        }

        TimeSpan stored = clock.Elapsed;
        await scheduler.Start();
        bool all = await Task.Run(() => CountJob.Left.Wait(Patience));
        await scheduler.Shutdown();
        Console.WriteLine(FormattableString.Invariant($"Quartz, one trigger a recipient on SQLite: {triggers} stored in {stored.TotalSeconds:F1} s, {(all ? "fired" : "not all fired")} in {(clock.Elapsed - stored).TotalSeconds:F1} s: {triggers / clock.Elapsed.TotalSeconds:F0}/s, and nothing said yet"));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static void Log(string file)
    {
        using SqliteConnection connection = new($"Data Source={file}");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal";
        command.ExecuteNonQuery();
    }

    private sealed class CountJob : IJob
    {
        public static CountdownEvent Left { get; set; } = new(0);

        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            Left.Signal();
            return ValueTask.CompletedTask;
        }
    }
}
