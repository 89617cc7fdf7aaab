using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Channels.BotFramework;

/// <summary>Who calls, as far as the token tells. What it may say depends on the activity, which is read afterwards.</summary>
/// <param name="Trust">On what ground the call was let in.</param>
/// <param name="ServiceUrl">The only serviceUrl its activities may name; of a Connector's token.</param>
/// <param name="Key">The key the token was signed with; of a Connector's token.</param>
internal sealed record ConnectorCaller(CallerTrust Trust, string? ServiceUrl = null, JsonWebKey? Key = null)
{
    public static ConnectorCaller Local { get; } = new(CallerTrust.ThisMachine);

    public static ConnectorCaller Emulator { get; } = new(CallerTrust.Emulator);

    /// <summary>Why the activity cannot come from this caller, or null.</summary>
    public string? Refuse(Activity activity) => Trust switch
    {
        CallerTrust.ThisMachine or CallerTrust.Emulator => null,
        CallerTrust.Connector when !string.Equals(ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) => "The token was made for another serviceUrl than the activity's.",
        CallerTrust.Connector when Key is null || !SigningKeySet.Endorses(Key, activity.ChannelId) => "The key of the token is not endorsed for the activity's channelId.",
        CallerTrust.Connector => null,
    };
}

internal enum CallerTrust
{
    Connector,
    Emulator,
    ThisMachine,
}
