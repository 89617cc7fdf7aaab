namespace SupportBot.Benchmarks.Desk;

/// <summary>Takes rows into the tables of a store behind the service's back.</summary>
internal interface ISeedTables : IDisposable
{
    /// <summary>Adds a row; its values stand in the order of the columns it was opened with.</summary>
    void Add(string table, params ReadOnlySpan<object?> values);

    /// <summary>Keeps all of it, and tells the planner of it.</summary>
    void Complete();
}
