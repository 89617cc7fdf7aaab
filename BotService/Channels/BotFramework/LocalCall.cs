using System.Net;

namespace SupportBot.Channels.BotFramework;

/// <summary>Whether a call really comes from this machine: not through a proxy, and not from a web page that gave its own name to our address.</summary>
internal static class LocalCall
{
    private static readonly string[] ForwardingHeaders = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via"];

    public static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote) && IsLocalName(context.Request.Host.Host) && !IsForwarded(context.Request.Headers);

    private static bool IsLocalName(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    private static bool IsForwarded(IHeaderDictionary headers)
    {
        foreach (string name in ForwardingHeaders)
        {
            if (headers.ContainsKey(name))
            {
                return true;
            }
        }

        return false;
    }
}
