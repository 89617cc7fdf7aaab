using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportBot.Operation;

namespace SupportBot.Storage.Postgres;

/// <summary>
/// A node that starts before its database does waits for it, as one does that is restarted with it. Meanwhile the process answers, and every
/// request is told to come back.
/// </summary>
internal static partial class PostgresArrival
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <returns>False when the node was told to stop before the database answered or the time was up.</returns>
    public static async Task<bool> WaitAsync(IConfiguration settings, string[] args)
    {
        // What is wrong with a setting is told by the start itself.
        string database = settings[DataOptions.PostgresKey] ?? "";
        if (string.IsNullOrWhiteSpace(database) || !PostgresDatabase.IsConnectionString(database) || await FailureAsync(database, CancellationToken.None) is null)
        {
            return true;
        }

        await using WebApplication meanwhile = Meanwhile(args);
        await meanwhile.StartAsync();
        CancellationToken stopping = meanwhile.Lifetime.ApplicationStopping;
        try
        {
            await TryUntilAsync(database, meanwhile.Services.GetRequiredService<IOptions<DataOptions>>().Value.PostgresWait, meanwhile.Logger, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }

        await meanwhile.StopAsync(CancellationToken.None);
        return true;
    }

    private static async Task TryUntilAsync(string database, TimeSpan patience, ILogger logger, CancellationToken stopping)
    {
        long began = TimeProvider.System.GetTimestamp();
        for (TimeSpan pause = FirstPause; await FailureAsync(database, stopping) is { } failure; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            TimeSpan left = patience - TimeProvider.System.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                return;
            }

            Away(logger, (int)left.TotalSeconds, failure);
            await Task.Delay(pause < left ? pause : left, TimeProvider.System, stopping);
        }
    }

    // What the server says is wrong with the question, such as a password, does not mend by waiting: the start that follows tells it.
    private static async Task<string?> FailureAsync(string connectionString, CancellationToken cancellation)
    {
        try
        {
            await using NpgsqlConnection connection = new($"{PostgresDatabase.Defaults}{connectionString};Pooling=false");
            await connection.OpenAsync(cancellation);
            return null;
        }
        catch (Exception error) when (error is NpgsqlException or SocketException or TimeoutException)
        {
            return error is SocketException or TimeoutException || PostgresFailure.IsUnavailable(error) ? error.Message : null;
        }
    }

    private static WebApplication Meanwhile(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.BoundServer();
        builder.Services.AddOptions<DataOptions>().BindConfiguration(DataOptions.Section).ValidateDataAnnotations();
        WebApplication meanwhile = builder.Build();
        meanwhile.MapGet("/health/live", () => "Healthy");
        meanwhile.MapFallback("{**path}", (HttpContext context) =>
        {
            context.Response.Headers.RetryAfter = "2";
            return Results.Text("Unhealthy", statusCode: StatusCodes.Status503ServiceUnavailable);
        });
        return meanwhile;
    }

    [LoggerMessage(LogLevel.Warning, "The database of Data:Postgres cannot be reached; it is waited for {Seconds} s more: {Why}")]
    private static partial void Away(ILogger logger, int seconds, string why);
}
