using System.ComponentModel.DataAnnotations;

namespace SupportBot.Outreach.Reminders;

/// <summary>How due reminders are said.</summary>
internal sealed class ReminderOptions
{
    public const string Section = "Reminders";

    /// <summary>How often due ones are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00", ErrorMessage = "Reminders:Interval must lie between 00:00:00.100 and 00:10:00.")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whoever has not said a reminder by then is taken for crashed; also the wait while an agent speaks.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00", ErrorMessage = "Reminders:Lease must lie between 00:00:01 and 00:30:00.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whoever has not written for so long, and has the chat not open, is told by e-mail or SMS too.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ErrorMessage = "Reminders:AwayAfter must lie between 00:00:00 and 1.00:00:00.")]
    public TimeSpan AwayAfter { get; set; } = TimeSpan.FromMinutes(10);
}
