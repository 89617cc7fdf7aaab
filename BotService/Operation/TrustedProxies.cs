using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace SupportBot.Operation;

/// <summary>
/// Behind a reverse proxy the visitor's address, the scheme and the host come in X-Forwarded headers. They are believed
/// only from the addresses named in <c>Proxies:Trusted</c>: anybody can write a header.
/// </summary>
internal static class TrustedProxies
{
    private const string Key = "Proxies:Trusted";

    public static IServiceCollection AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((headers, configuration) =>
        {
            string[] trusted = configuration.GetSection(Key).Get<string[]>() ?? [];
            headers.ForwardedHeaders = trusted.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (string address in trusted)
            {
                Trust(headers, address);
            }
        });
        return services;
    }

    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value.ForwardedHeaders != ForwardedHeaders.None)
        {
            app.UseForwardedHeaders();
        }
    }

    private static void Trust(ForwardedHeadersOptions headers, string address)
    {
        if (System.Net.IPNetwork.TryParse(address, out System.Net.IPNetwork network))
        {
            headers.KnownIPNetworks.Add(network);
        }
        else if (IPAddress.TryParse(address, out IPAddress? single))
        {
            headers.KnownProxies.Add(single);
        }
        else
        {
            throw new OptionsValidationException(Key, typeof(ForwardedHeadersOptions), [$"{Key} holds '{address}', which is neither an address nor a network like 10.0.0.0/8."]);
        }
    }
}
