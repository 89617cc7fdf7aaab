namespace SupportBot.Outreach.Jobs;

/// <summary>Something that is done again and again.</summary>
/// <param name="Name">As the desk shows it.</param>
/// <param name="Every">How often it begins.</param>
/// <param name="RunAsync">Does what is due; leases keep nodes that do it at the same time apart.</param>
internal sealed record OutreachJob(string Name, TimeSpan Every, Func<CancellationToken, Task> RunAsync);
