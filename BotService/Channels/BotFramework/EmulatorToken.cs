using Microsoft.IdentityModel.JsonWebTokens;

namespace SupportBot.Channels.BotFramework;

/// <summary>
/// What makes a token one of the Emulator: Azure AD issued it to the bot's own app, in a tenant we know. A skill's token has
/// the same issuers but another app id, and so is refused.
/// </summary>
internal static class EmulatorToken
{
    // The Bot Framework's own tenants, in which multi-tenant bots get their tokens.
    private static readonly string[] BotFrameworkTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"];

    private static readonly string[] AzureIssuers = ["https://sts.windows.net/{tenant}/", "https://login.microsoftonline.com/{tenant}/v2.0"];

    /// <summary>The issuer, when the token has one of a known tenant and was issued to the app; else null.</summary>
    public static string? IssuerOf(JsonWebToken token, BotFrameworkOptions options)
    {
        if (!token.TryGetPayloadValue("tid", out string? tenant) || tenant is null || !IsKnown(tenant, options))
        {
            return null;
        }

        return AppOf(token) == options.AppId && Issuers(options).Any(issuer => issuer.Replace("{tenant}", tenant, StringComparison.Ordinal) == token.Issuer) ? token.Issuer : null;
    }

    private static bool IsKnown(string tenant, BotFrameworkOptions options) =>
        BotFrameworkTenants.Contains(tenant, StringComparer.Ordinal) || (options.TenantId.Length > 0 && tenant == options.TenantId);

    private static IEnumerable<string> Issuers(BotFrameworkOptions options) => options.EmulatorIssuers.Count > 0 ? options.EmulatorIssuers : AzureIssuers;

    // Version 1 tokens name the app in appid, version 2 in azp.
    private static string? AppOf(JsonWebToken token) =>
        token.TryGetPayloadValue("appid", out string? app) || token.TryGetPayloadValue("azp", out app) ? app : null;
}
