namespace SupportBot.Storage.Postgres;

/// <summary>
/// What is written by one transaction at a time on all nodes, because its rules look at more than one row. A transaction enters
/// its rooms at its beginning and in this order, takes one conversation's row at most, and the audit's row last: so no two ever
/// wait for each other. The numbers are the server's advisory locks.
/// </summary>
internal enum Room : long
{
    Schema = 0x5342_0000,

    /// <summary>Assignments, presence, tickets and the desk's journal.</summary>
    Desk = 0x5342_0001,
    Customers = 0x5342_0002,
    Staff = 0x5342_0003,
    Shop = 0x5342_0004,
}
