using System.Globalization;

namespace SupportBot.Operation.Installation;

/// <summary>The whole database: to be written out, taken in, copied, and looked after when a copy of it comes back to life.</summary>
internal interface IInstallationStore
{
    /// <summary>Reads all tables as they are at one moment.</summary>
    Task<T> ReadAsync<T>(Func<IInstallationTables, Task<T>> read, CancellationToken cancellation);

    /// <summary>Fills all tables in one transaction. Nothing stays when <paramref name="fill"/> throws.</summary>
    Task<T> FillAsync<T>(Func<IInstallationTables, Task<T>> fill, CancellationToken cancellation);

    /// <summary>Copies the database into a file while it is in use; the copy holds back what was unsent.</summary>
    /// <returns>False when the database has tools of its own for that.</returns>
    Task<bool> BackUpAsync(string file, CancellationToken cancellation);

    /// <summary>Puts a copy in the place of the database. Nobody may have it open.</summary>
    /// <returns>False when the database has tools of its own for that.</returns>
    Task<bool> PutBackAsync(string file, CancellationToken cancellation);

    /// <summary>Holds back for good what a copy would send a second time, and parts with what else belongs to the original's life.</summary>
    Task<HeldWork> HoldAsync(CancellationToken cancellation);

    /// <summary>Whether the database is another than the one that last ran here, and notes this one.</summary>
    Task<bool> HasComeBackAsync(CancellationToken cancellation);
}

/// <summary>The tables inside one transaction. What only one kind of database needs, such as an index of words, is not among them.</summary>
internal interface IInstallationTables
{
    IReadOnlyList<ArchiveTable> All { get; }

    /// <summary>Values are null, <see cref="long"/>, <see cref="double"/>, <see cref="string"/> or bytes.</summary>
    IAsyncEnumerable<object?[]> RowsAsync(ArchiveTable table, CancellationToken cancellation);

    /// <summary>Whether nothing is in it but what every new database has.</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellation);

    /// <summary>Replaces a table's rows.</summary>
    Task FillAsync(ArchiveTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation);

    /// <summary>Makes anew what follows from the rows.</summary>
    Task FinishAsync(CancellationToken cancellation);
}

/// <param name="Outbox">Rows of the outbox.</param>
/// <param name="Reminders">Reminders and news of tickets that have fallen due since the copy was made.</param>
/// <param name="Turns">Turns that had not been taken in conversations of channels outside.</param>
/// <param name="Recipients">Recipients of campaigns that were due or being sent.</param>
/// <param name="Campaigns">Campaigns that were running and are paused now.</param>
internal readonly record struct HeldWork(int Outbox, int Reminders, int Turns, int Recipients, int Campaigns)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Outbox} unsent rows of the outbox, {Reminders} reminders and news of tickets that fell due, {Turns} turns in channels outside, {Recipients} recipients of campaigns; {Campaigns} campaigns are paused");
}
