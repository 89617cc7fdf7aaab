using System.ComponentModel.DataAnnotations;

namespace SupportBot.Access;

/// <summary>How the store site tells who is signed in: with a JWT (HS256) it signs for the widget.</summary>
internal sealed class ShopperIdentityOptions : IValidatableObject
{
    public const string Section = "Identity";
    public const int ShortestSecret = 32;

    /// <summary>Secrets shared with the store site, all of them accepted, so that one can be replaced by the next. Empty: one is made at first start, for the demo.</summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>How long a signed identity may be good for at most.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00", ErrorMessage = "Identity:Lifetime must lie between 00:01:00 and 01:00:00.")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(15);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Secrets.Any(secret => secret.Length < ShortestSecret))
        {
            yield return new($"A secret in Identity:Secrets is shorter than {ShortestSecret} characters. Make one with: openssl rand -base64 32");
        }
    }
}
