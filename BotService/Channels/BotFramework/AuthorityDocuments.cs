using Microsoft.IdentityModel.Protocols;

namespace SupportBot.Channels.BotFramework;

/// <summary>Fetches an authority's documents with our own bounded client.</summary>
internal sealed class AuthorityDocuments(IHttpClientFactory clients) : IDocumentRetriever
{
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        // The metadata names the address of the keys: whoever serves it must not send us to plain http elsewhere.
        Uri uri = new(address);
        if (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
        {
            throw new HttpRequestException($"{uri.Host} must be asked over https.");
        }

        using HttpClient client = clients.CreateClient(BotFrameworkServices.AuthorityClient);
        return await client.GetStringAsync(uri, cancel);
    }
}
