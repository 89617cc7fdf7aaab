using System.ComponentModel.DataAnnotations;

namespace SupportBot.Channels.BotFramework;

/// <summary>The bot's registration with the Bot Framework, and whom it trusts. Without any of it <c>/api/messages</c> refuses every call.</summary>
internal sealed class BotFrameworkOptions : IValidatableObject
{
    public const string Section = "BotFramework";

    // Hosts of Microsoft's Connector. Not *.trafficmanager.net: anybody can register a name there.
    private static readonly string[] MicrosoftHosts = ["*.botframework.com", "*.botframework.us", "smba.trafficmanager.net"];

    /// <summary>The bot's app id: the audience of tokens from the Connector, and the client id towards it.</summary>
    public string AppId { get; set; } = "";

    public string AppPassword { get; set; } = "";

    /// <summary>The tenant of a single-tenant registration; empty for a multi-tenant one.</summary>
    public string TenantId { get; set; } = "";

    [Required(ErrorMessage = "BotFramework:Issuer is empty. Leave the key out for https://api.botframework.com.")]
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the Connector's signing keys are found.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where tokens for outbound calls are had. Empty: Microsoft's, of the tenant or of the Bot Framework.</summary>
    public string TokenEndpoint { get; set; } = "";

    [Required(ErrorMessage = "BotFramework:TokenScope is empty. Leave the key out for https://api.botframework.com/.default.")]
    public string TokenScope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>Hosts a reply may be sent to, exact or as *.example.com. Empty: Microsoft's. When set, only these; loopback names must be listed to be used.</summary>
    public IList<string> AllowedServiceHosts { get; } = [];

    /// <summary>Takes calls without a token from this machine, e.g. from the Emulator. Never with an app id.</summary>
    public bool AllowUnauthenticated { get; set; }

    /// <summary>Takes tokens that the Bot Framework Emulator gets with the bot's own app id and password.</summary>
    public bool AllowEmulator { get; set; }

    public string EmulatorOpenIdMetadata { get; set; } = "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration";

    /// <summary>Issuers of Emulator tokens; {tenant} stands for the token's own tenant.</summary>
    public IList<string> EmulatorIssuers { get; } = [];

    /// <summary>How soon keys may be fetched again for a token signed with an unknown one.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "BotFramework:KeyRefreshInterval must lie between 00:00:01 and 01:00:00.")]
    public TimeSpan KeyRefreshInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one call to a Connector or an authority may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00", ErrorMessage = "BotFramework:CallTimeout must lie between 00:00:00.100 and 00:01:00.")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(15);

    public IEnumerable<string> ServiceHosts => AllowedServiceHosts.Count == 0 ? MicrosoftHosts : AllowedServiceHosts;

    public Uri TokenAddress => new(TokenEndpoint.Length > 0 ? TokenEndpoint : $"https://login.microsoftonline.com/{(TenantId.Length > 0 ? TenantId : "botframework.com")}/oauth2/v2.0/token");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AllowUnauthenticated && AppId.Length > 0)
        {
            yield return new("BotFramework:AllowUnauthenticated cannot be true while BotFramework:AppId is set. Remove one of the two.");
        }

        if (AppId.Length == 0 && (AppPassword.Length > 0 || AllowEmulator))
        {
            yield return new("BotFramework:AppId is empty, but BotFramework:AppPassword or BotFramework:AllowEmulator is set. Set BotFramework:AppId as well.");
        }

        foreach ((string key, string address) in Addresses())
        {
            if (!IsSafe(address, mayBeEmpty: key == nameof(TokenEndpoint)))
            {
                yield return new($"BotFramework:{key} must be an https:// address (http:// only on this machine).");
            }
        }

        foreach (string host in AllowedServiceHosts)
        {
            if (Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) == UriHostNameType.Unknown)
            {
                yield return new($"BotFramework:AllowedServiceHosts has '{host}'. Give host names without scheme, port or path, e.g. connector.example.com or *.example.com.");
            }
        }
    }

    private (string Key, string Address)[] Addresses() =>
        [(nameof(OpenIdMetadata), OpenIdMetadata), (nameof(EmulatorOpenIdMetadata), EmulatorOpenIdMetadata), (nameof(TokenEndpoint), TokenEndpoint)];

    private static bool IsSafe(string address, bool mayBeEmpty) => address.Length == 0
        ? mayBeEmpty
        : Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
