using System.ComponentModel.DataAnnotations;

namespace SupportBot.Tickets;

/// <summary>By when a ticket must be done, and what happens when it is not.</summary>
internal sealed class TicketOptions
{
    public const string Section = "Tickets";

    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00", ErrorMessage = "Tickets:General must lie between 00:01:00 and 365.00:00:00.")]
    public TimeSpan General { get; set; } = TimeSpan.FromHours(72);

    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00", ErrorMessage = "Tickets:Repeat must lie between 00:01:00 and 365.00:00:00.")]
    public TimeSpan Repeat { get; set; } = TimeSpan.FromHours(24);

    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00", ErrorMessage = "Tickets:Severe must lie between 00:01:00 and 365.00:00:00.")]
    public TimeSpan Severe { get; set; } = TimeSpan.FromHours(4);

    /// <summary>A repair or installation without a day agreed on.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00", ErrorMessage = "Tickets:WorkOrder must lie between 00:01:00 and 365.00:00:00.")]
    public TimeSpan WorkOrder { get; set; } = TimeSpan.FromHours(72);

    /// <summary>A promised call without a time agreed on, and how late one with a time may be.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00", ErrorMessage = "Tickets:CallBack must lie between 00:01:00 and 365.00:00:00.")]
    public TimeSpan CallBack { get; set; } = TimeSpan.FromHours(4);

    /// <summary>Whether times are counted in the opening hours of the shift plan: a day as an opening day, an hour as an opening hour.</summary>
    public bool WorkingTime { get; set; } = true;

    /// <summary>A complaint within this time of the same customer's last one is a repeated one.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00", ErrorMessage = "Tickets:RepeatWithin must lie between 1.00:00:00 and 3650.00:00:00.")]
    public TimeSpan RepeatWithin { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The part of the time after which the owner is reminded.</summary>
    [Range(0.1, 0.99, ErrorMessage = "Tickets:ChaseAfter must lie between 0.1 and 0.99.")]
    public double ChaseAfter { get; set; } = 0.75;

    /// <summary>A late ticket is told to the supervisors again after this long.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ErrorMessage = "Tickets:EscalateEvery must lie between 00:01:00 and 30.00:00:00.")]
    public TimeSpan EscalateEvery { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often tickets are looked through for late ones.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ErrorMessage = "Tickets:Interval must lie between 00:00:00.100 and 01:00:00.")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(15);
}
