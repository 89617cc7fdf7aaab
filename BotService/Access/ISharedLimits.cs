namespace SupportBot.Access;

/// <summary>Counts that all nodes share. Where they cannot be had, each node's own limits are what holds.</summary>
internal interface ISharedLimits
{
    /// <summary>Takes one of each allowance, or of none when one of them is used up.</summary>
    /// <returns>Null when it may pass, else how long to wait.</returns>
    ValueTask<TimeSpan?> TakeAsync(params IReadOnlyList<Allowance> allowances);
}

/// <param name="Key">What is counted, and whose.</param>
/// <param name="Burst">How many may come at once.</param>
/// <param name="Every">After how long one more may come.</param>
internal readonly record struct Allowance(string Key, int Burst, TimeSpan Every);
