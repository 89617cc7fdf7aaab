using Microsoft.Data.Sqlite;

namespace SupportBot.Storage.Sqlite;

/// <summary>A write waiting for its commit.</summary>
internal abstract class PendingWrite
{
    public abstract void Execute(SqliteConnection connection);

    public abstract void Succeed();

    public abstract void Fail(Exception error);
}

internal sealed class PendingWrite<T>(Func<SqliteConnection, T> write) : PendingWrite
    where T : struct
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result;

    public Task<T> Task => completion.Task;

    public override void Execute(SqliteConnection connection) => result = write(connection);

    public override void Succeed() => completion.SetResult(result);

    public override void Fail(Exception error) => completion.SetException(error);
}
