namespace SupportBot.Desk.Floor;

/// <summary>The figures of the floor, counted from rows.</summary>
internal interface IFloorStore
{
    ValueTask<FloorFigures> FiguresAsync(DateTimeOffset since, CancellationToken cancellation);
}
