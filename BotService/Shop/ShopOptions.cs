using System.ComponentModel.DataAnnotations;

namespace SupportBot.Shop;

/// <summary>Which shop stands behind the bot, and how it is called.</summary>
internal sealed class ShopOptions : IValidatableObject
{
    public const string Section = "Shop";

    /// <summary>The shop's REST interface (<c>docs/shop-api.yaml</c>). Empty: the embedded shop, filled with <c>import products</c> or the demo's data.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Sent as bearer token with every call.</summary>
    public string Token { get; set; } = "";

    /// <summary>Whether an empty embedded shop begins with the demo's products and orders; unset, it does when the articles are the demo store's too.</summary>
    public bool? Demo { get; set; }

    /// <summary>How long one call may take, with what is tried again in it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:30", ErrorMessage = "Shop:Timeout must lie between 00:00:00.100 and 00:00:30: a shopper waits for it.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a failing shop is left alone before it is asked again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00", ErrorMessage = "Shop:BreakFor must lie between 00:00:00.500 and 00:10:00.")]
    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often products are fetched again from a shop of its own.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Shop:CatalogueInterval must lie between 00:00:01 and 1.00:00:00.")]
    public TimeSpan CatalogueInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Wrong e-mails or phones for orders that one conversation may give within <see cref="ProofWindow"/>.</summary>
    [Range(1, 100, ErrorMessage = "Shop:ProofAttempts must lie between 1 and 100.")]
    public int ProofAttempts { get; set; } = 5;

    /// <summary>The same for one network address, whatever its conversations.</summary>
    [Range(1, 10_000, ErrorMessage = "Shop:ProofAttemptsPerAddress must lie between 1 and 10,000.")]
    public int ProofAttemptsPerAddress { get; set; } = 20;

    /// <summary>The same for one order number, whoever asks.</summary>
    [Range(1, 10_000, ErrorMessage = "Shop:ProofAttemptsPerOrder must lie between 1 and 10,000.")]
    public int ProofAttemptsPerOrder { get; set; } = 20;

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Shop:ProofWindow must lie between 00:01:00 and 1.00:00:00.")]
    public TimeSpan ProofWindow { get; set; } = TimeSpan.FromHours(1);

    public bool IsRemote => BaseUrl.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsRemote && !(Uri.TryCreate(BaseUrl, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            yield return new("Shop:BaseUrl must be an https:// address (http:// only on this machine).");
        }

        if (IsRemote && Demo is true)
        {
            yield return new("Shop:Demo cannot be true while Shop:BaseUrl names another shop. Remove one of the two.");
        }
    }
}
