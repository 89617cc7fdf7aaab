// It measures what a scheduler does with a database of its own.
#pragma warning disable RS0030
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace SupportBot.Benchmarks.Outreach;

/// <summary>The same as a scheduler would do it by itself: one stored trigger for each recipient.</summary>
internal static class QuartzTriggers
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="triggers">How many.</param>
    /// <param name="postgres">A server whose user may create databases; null for SQLite.</param>
    public static async Task RunAsync(int triggers, string? postgres)
    {
        string folder = Directory.CreateTempSubdirectory("supportbot-quartz").FullName;
        string database = postgres is null ? InFile(Path.Combine(folder, "quartz.db")) : await OnServerAsync(postgres);
        ServiceCollection services = new();
        services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.ProvisionSchema();
            store.UseSystemTextJsonSerializer();
            if (postgres is null)
            {
                store.UseSqlite(SqliteFactory.Instance, database);
            }
            else
            {
                store.UsePostgres(NpgsqlFactory.Instance, database);
            }
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
        Console.WriteLine(FormattableString.Invariant($"Quartz, one trigger a recipient on {(postgres is null ? "SQLite" : "PostgreSQL")}: {triggers} stored in {stored.TotalSeconds:F1} s, {(all ? "fired" : "not all fired")} in {(clock.Elapsed - stored).TotalSeconds:F1} s: {triggers / clock.Elapsed.TotalSeconds:F0}/s, and nothing said yet"));
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string InFile(string file)
    {
        string database = $"Data Source={file}";
        using SqliteConnection connection = new(database);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal";
        command.ExecuteNonQuery();
        return database;
    }

    private static async Task<string> OnServerAsync(string server)
    {
        await using NpgsqlConnection connection = new(server + ";Pooling=false");
        await connection.OpenAsync();
        string name = $"quartz_{Guid.NewGuid():N}";
        await using NpgsqlCommand create = new($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
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
