using SupportBot.Conversations;

namespace SupportBot.Storage.Postgres;

/// <summary>A write that waits for the commit it will share.</summary>
internal sealed class PendingAppend(Append append)
{
    private readonly TaskCompletionSource<AppendResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Append Append { get; } = append;

    public Task<AppendResult> Task => completion.Task;

    public void Succeed(AppendResult result) => completion.TrySetResult(result);

    public void Fail(Exception error) => completion.TrySetException(error);
}
