using SupportBot.Conversations;

namespace SupportBot.Desk.Stream;

/// <summary>Says that the floor's figures may have changed.</summary>
internal sealed class FloorSignal(TimeProvider time)
{
    private readonly WakeUp wakeUp = new(time);

    public void Wake() => wakeUp.Wake();

    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => wakeUp.WaitAsync(atMost, cancellation);
}
