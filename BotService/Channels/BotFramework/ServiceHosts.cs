using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace SupportBot.Channels.BotFramework;

/// <summary>The hosts that replies, and with them the bot's token, may go to. A serviceUrl comes from outside, so every call is checked.</summary>
internal sealed class ServiceHosts(IOptions<BotFrameworkOptions> options)
{
    private const int LongestUrl = 2048;

    private readonly string[] hosts = [.. options.Value.ServiceHosts];

    /// <summary>Reads a serviceUrl; false when calls may not go there.</summary>
    public bool TryRead(string? serviceUrl, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (serviceUrl is not { Length: > 0 and <= LongestUrl } || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out Uri? uri) || !Allows(uri))
        {
            return false;
        }

        // Paths are put behind it, so it must end in a slash and have no query.
        address = uri.AbsolutePath.EndsWith('/') ? uri : new Uri(serviceUrl + "/");
        return true;
    }

    private bool Allows(Uri uri)
    {
        bool secure = uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
        if (!secure || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return false;
        }

        foreach (string host in hosts)
        {
            if (Matches(host, uri.Host))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string allowed, string host) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.AsSpan().EndsWith(allowed.AsSpan(1), StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase) || host.AsSpan().Trim("[]").Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
