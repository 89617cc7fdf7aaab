using System.ComponentModel.DataAnnotations;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Outreach;

/// <summary>The rules that hold for everything that is sent unasked.</summary>
internal sealed class OutreachOptions : IValidatableObject
{
    public const string Section = "Outreach";

    /// <summary>The address under which shoppers reach this service; links in what is sent begin with it. Needed for e-mail and SMS.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>A campaign to more people than this needs a second person's word.</summary>
    [Range(0, 10_000_000, ErrorMessage = "Outreach:ApprovalAbove must lie between 0 and 10,000,000.")]
    public int ApprovalAbove { get; set; } = 100;

    /// <summary>Greetings and offers somebody may get on one day of theirs; reminders do not count.</summary>
    [Range(1, 100, ErrorMessage = "Outreach:PerDay must lie between 1 and 100.")]
    public int PerDay { get; set; } = 1;

    /// <summary>The same in one week, from Monday.</summary>
    [Range(1, 500, ErrorMessage = "Outreach:PerWeek must lie between 1 and 500.")]
    public int PerWeek { get; set; } = 3;

    /// <summary>From when on, by the recipient's clock, nothing is sent.</summary>
    public TimeOnly QuietFrom { get; set; } = new(21, 0);

    /// <summary>Until when nothing is sent. The same as <see cref="QuietFrom"/>: never quiet.</summary>
    public TimeOnly QuietUntil { get; set; } = new(8, 0);

    /// <summary>How long after a finished service the shopper is called back; zero: never.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00", ErrorMessage = "Outreach:CallBackAfter must lie between 00:00:00 and 365.00:00:00.")]
    public TimeSpan CallBackAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How often what is due is looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00", ErrorMessage = "Outreach:Interval must lie between 00:00:00.100 and 00:01:00.")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whoever has not finished sending by then is taken for crashed, and what they were sending for unknown.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:30:00", ErrorMessage = "Outreach:Lease must lie between 00:00:02 and 00:30:00.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How far this node's clock may be from the database's for it to send; never more than half of <see cref="Lease"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Outreach:ClockLimit must lie between 00:00:01 and 00:01:00.")]
    public TimeSpan ClockLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>E-mails and text messages under way at the same time.</summary>
    [Range(1, 200, ErrorMessage = "Outreach:Parallel must lie between 1 and 200.")]
    public int Parallel { get; set; } = 16;

    [Range(1, 20, ErrorMessage = "Outreach:MaxAttempts must lie between 1 and 20.")]
    public int MaxAttempts { get; set; } = 6;

    /// <summary>The wait after the first failure; doubled after each further one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00", ErrorMessage = "Outreach:FirstRetry must lie between 00:00:00.010 and 01:00:00.")]
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What each channel carries and when, by its name; those not named follow <see cref="ChannelRule.Usual"/>.</summary>
    public Dictionary<string, ChannelRule> Channels { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public Uri? PublicAddress => Uri.TryCreate(PublicUrl, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : null;

    public TimeSpan WaitAfter(long attempts, double spread) =>
        new OutboxOptions { FirstRetry = FirstRetry, LongestRetry = TimeSpan.FromHours(1) }.WaitAfter(attempts, spread);

    public ChannelRule RuleOf(string channel) => Channels.GetValueOrDefault(channel) ?? ChannelRule.Usual.GetValueOrDefault(channel) ?? new ChannelRule();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl.Length > 0 && PublicAddress is null)
        {
            yield return new("Outreach:PublicUrl must be a whole address such as https://support.example.com.");
        }

        foreach ((string name, ChannelRule rule) in Channels)
        {
            if (rule.PerSecond is <= 0 or > 1_000_000 || rule.Messages < 0 || rule.Within < TimeSpan.Zero)
            {
                yield return new($"Outreach:Channels:{name}: PerSecond must lie above 0 and at most at 1,000,000; Messages and Within must not be negative.");
            }
        }
    }
}
