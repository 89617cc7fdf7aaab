using System.ComponentModel.DataAnnotations;

namespace SupportBot.Conversations.Outbox;

/// <summary>How what must happen outside is sent and tried again.</summary>
internal sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>Sent at the same time at most, each for another conversation.</summary>
    [Range(1, 1_000, ErrorMessage = "Outbox:Parallel must lie between 1 and 1000.")]
    public int Parallel { get; set; } = 32;

    /// <summary>With the default waits, the last attempt comes about an hour after the first; a later answer would only puzzle the shopper.</summary>
    [Range(1, 100, ErrorMessage = "Outbox:MaxAttempts must lie between 1 and 100.")]
    public int MaxAttempts { get; set; } = 15;

    /// <summary>The wait after the first failure; doubled after each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ErrorMessage = "Outbox:FirstRetry must lie between 00:00:00.010 and 01:00:00.")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Outbox:LongestRetry must lie between 00:00:01 and 1.00:00:00.")]
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Whoever has not finished sending by then is taken for crashed, and the row's outcome for unknown.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00", ErrorMessage = "Outbox:Lease must lie between 00:00:01 and 00:30:00.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often rows are looked for that no wake-up announced, such as another node's.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00", ErrorMessage = "Outbox:Interval must lie between 00:00:00.100 and 00:10:00.")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait after a number of failed attempts, spread so that rows that failed together do not come back together.</summary>
    /// <param name="attempts">Attempts made, from 1.</param>
    /// <param name="spread">At random, from 0 to 1.</param>
    public TimeSpan WaitAfter(long attempts, double spread)
    {
        double doubled = FirstRetry.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 30));
        return TimeSpan.FromSeconds(Math.Min(doubled, LongestRetry.TotalSeconds) * (0.5 + (spread / 2)));
    }
}
