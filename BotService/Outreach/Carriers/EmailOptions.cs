using System.ComponentModel.DataAnnotations;

namespace SupportBot.Outreach.Carriers;

/// <summary>How one talks with the mail server.</summary>
internal enum EmailSecurity
{
    /// <summary>In the clear: for a server on the same machine.</summary>
    None,

    /// <summary>Begins in the clear and must go over to TLS.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,
}

/// <summary>The mail server that e-mails leave by.</summary>
internal sealed class EmailOptions : IValidatableObject
{
    public const string Section = "Email";

    /// <summary>Its name; empty: no e-mail is sent.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535, ErrorMessage = "Email:Port must lie between 1 and 65535.")]
    public int Port { get; set; } = 587;

    public EmailSecurity Security { get; set; } = EmailSecurity.StartTls;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>How long one step of the talk may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.200", "00:01:00", ErrorMessage = "Email:Timeout must lie between 00:00:00.200 and 00:01:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    public bool IsUsed => Host.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsUsed && Customers.ContactPoints.Normal(Customers.ContactKind.Email, From) is null)
        {
            yield return new("Email:From must be the address e-mails are sent from, such as shop@example.com.");
        }

        if (User.Length > 0 && Security == EmailSecurity.None && Host is not ("localhost" or "127.0.0.1" or "::1"))
        {
            yield return new("Email:Security must be StartTls or Tls when Email:User is set: a password is not sent in the clear.");
        }
    }
}
