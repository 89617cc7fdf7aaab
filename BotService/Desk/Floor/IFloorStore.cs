namespace SupportBot.Desk.Floor;

/// <summary>The figures of the floor, counted from rows.</summary>
internal interface IFloorStore
{
    ValueTask<FloorFigures> FiguresAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>The seconds of work that the services begun in a span took, from accepting to the end.</summary>
    ValueTask<double> BusySecondsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);
}
