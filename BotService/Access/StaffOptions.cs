using System.ComponentModel.DataAnnotations;

namespace SupportBot.Access;

/// <summary>How staff sign in and how long they stay signed in.</summary>
internal sealed class StaffOptions
{
    public const string Section = "Staff";

    /// <summary>Who is created at first start; any address will do, nothing is sent to it.</summary>
    [EmailAddress(ErrorMessage = "Staff:AdministratorEmail must be an e-mail address.")]
    public string AdministratorEmail { get; set; } = "admin@localhost";

    /// <summary>A session unused for this long ends.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00", ErrorMessage = "Staff:SessionIdle must lie between 00:05:00 and 7.00:00:00.")]
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(2);

    /// <summary>A session ends after this long however much it is used.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00", ErrorMessage = "Staff:SessionLifetime must lie between 00:10:00 and 30.00:00:00.")]
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often the sessions of open sockets are looked up again, for those that another node has ended.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00", ErrorMessage = "Staff:SessionCheck must lie between 00:00:00.100 and 00:01:00.")]
    public TimeSpan SessionCheck { get; set; } = TimeSpan.FromSeconds(0.7);

    /// <summary>Rounds of PBKDF2 (HMAC-SHA512). A hash of fewer is renewed at the next sign-in.</summary>
    [Range(10_000, 10_000_000, ErrorMessage = "Staff:PasswordRounds must lie between 10,000 and 10,000,000.")]
    public int PasswordRounds { get; set; } = 210_000;

    /// <summary>
    /// What the secrets of second factors are sealed with, at least 32 characters and the same on all nodes; empty for a key that lies in
    /// the database itself. Who sets it keeps the key apart from every copy of the database.
    /// </summary>
    [MinLength(32, ErrorMessage = "Staff:SecondFactorKey must have at least 32 characters, or be left out.")]
    public string? SecondFactorKey { get; set; }

    /// <summary>How long a one-time password opens.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "90.00:00:00", ErrorMessage = "Staff:OneTimePassword must lie between 00:10:00 and 90.00:00:00.")]
    public TimeSpan OneTimePassword { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Failures before an address must wait; each further one doubles the wait.</summary>
    [Range(3, 100, ErrorMessage = "Staff:FailuresBeforeWait must lie between 3 and 100.")]
    public int FailuresBeforeWait { get; set; } = 5;

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Staff:FirstWait must lie between 00:00:01 and 01:00:00.")]
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(30);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Staff:LongestWait must lie between 00:00:01 and 1.00:00:00.")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The wait after so many failures in a row.</summary>
    public TimeSpan WaitAfter(int failures)
    {
        double doubled = FirstWait.TotalSeconds * Math.Pow(2, Math.Clamp(failures - FailuresBeforeWait, 0, 30));
        return failures < FailuresBeforeWait ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(doubled, LongestWait.TotalSeconds));
    }
}
