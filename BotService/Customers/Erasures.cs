using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Storage;

namespace SupportBot.Customers;

/// <summary>
/// Erases people, and remembers whom outside the database. When an older copy of the database is put back, the next start
/// erases them again before anything is served.
/// </summary>
internal sealed partial class Erasures(ICustomerStore store, ErasedKeys keys, ISharedSessions copies, IOptions<CustomerOptions> options, IOptions<DataOptions> data, ILogger<Erasures> logger) : IHostedService, IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);

    private string FilePath => Path.Combine(data.Value.FullPath, options.Value.ErasuresFile);

    public async Task EraseAsync(Customer customer, AuditEntry audit, CancellationToken cancellation)
    {
        Erasure erasure = new(customer.Id, await store.ConversationsAsync(customer.Id, cancellation), keys.Of(customer));

        // First the file: a crash in between is made good at the next start.
        await RememberAsync(erasure);
        await store.EraseAsync(erasure, audit, CancellationToken.None);
        foreach (string conversation in erasure.Conversations)
        {
            copies.Forget(conversation);
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(FilePath))
        {
            return;
        }

        int again = 0;
        await foreach (string line in File.ReadLinesAsync(FilePath, cancellationToken))
        {
            if (Read(line) is { } erasure && await IsBackAsync(erasure, cancellationToken))
            {
                await store.EraseAsync(erasure, AuditEntry.ByConsole("customer.eraseAgain", erasure.CustomerId), cancellationToken);
                again++;
            }
        }

        if (again > 0)
        {
            ErasedAgain(logger, again);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => writing.Dispose();

    // A power cut may have torn a line; whoever it names was not erased, and told so.
    private static Erasure? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, CustomersJson.Default.Erasure);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A file that is not there at all may still have conversations in an older copy.
    private async ValueTask<bool> IsBackAsync(Erasure erasure, CancellationToken cancellation) =>
        await store.FindAsync(erasure.CustomerId, cancellation) is not { ErasedAt: not null };

    private async Task RememberAsync(Erasure erasure)
    {
        await writing.WaitAsync();
        try
        {
            await using FileStream file = new(FilePath, FileMode.Append, FileAccess.Write, FileShare.Read);
            await file.WriteAsync((byte[])[(byte)'\n', .. JsonSerializer.SerializeToUtf8Bytes(erasure, CustomersJson.Default.Erasure), (byte)'\n']);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            writing.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database is older than some erasures: {Count} people were erased again")]
    private static partial void ErasedAgain(ILogger logger, int count);
}
