using System.ComponentModel.DataAnnotations;

namespace SupportBot.Access;

/// <summary>How much a visitor or an address may send: token buckets, in requests. The store's own server (with the secret) is not limited.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    [Range(1, 1_000_000, ErrorMessage = "Limits:VisitorBurst must lie between 1 and 1,000,000.")]
    public int VisitorBurst { get; set; } = 200;

    [Range(1, 1_000_000, ErrorMessage = "Limits:VisitorPerSecond must lie between 1 and 1,000,000.")]
    public int VisitorPerSecond { get; set; } = 20;

    [Range(1, 1_000_000, ErrorMessage = "Limits:AddressBurst must lie between 1 and 1,000,000.")]
    public int AddressBurst { get; set; } = 5_000;

    [Range(1, 1_000_000, ErrorMessage = "Limits:AddressPerSecond must lie between 1 and 1,000,000.")]
    public int AddressPerSecond { get; set; } = 500;

    /// <summary>New visitors (widget tokens) of one address.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:TokenBurst must lie between 1 and 1,000,000.")]
    public int TokenBurst { get; set; } = 1_000;

    [Range(1, 1_000_000, ErrorMessage = "Limits:TokensPerSecond must lie between 1 and 1,000,000.")]
    public int TokensPerSecond { get; set; } = 20;

    /// <summary>Text messages of one number; stop words do not count.</summary>
    [Range(1, 10_000, ErrorMessage = "Limits:SmsPerHour must lie between 1 and 10,000.")]
    public int SmsPerHour { get; set; } = 60;

    /// <summary>Tries of staff to sign in from one address.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:SignInBurst must lie between 1 and 1,000,000.")]
    public int SignInBurst { get; set; } = 30;

    [Range(1, 1_000_000, ErrorMessage = "Limits:SignInsPerMinute must lie between 1 and 1,000,000.")]
    public int SignInsPerMinute { get; set; } = 30;
}
