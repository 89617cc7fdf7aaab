using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;
using SupportBot.Channels.BotFramework;

namespace SupportBot.BotService.Tests.BotFramework;

public sealed class SigningKeysTests : IDisposable
{
    private readonly Documents documents = new();
    private readonly ManualTime time = new();
    private readonly SigningKeys keys;

    public SigningKeysTests() => keys = new SigningKeys("http://127.0.0.1/metadata", documents, TimeSpan.FromMinutes(5), time, NullLogger.Instance);

    [Fact]
    public async Task Known_keys_are_fetched_once_a_day()
    {
        documents.KeyIds = ["a"];
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => Assert.NotNull(await keys.FindAsync("a", default))));
        time.Advance(TimeSpan.FromHours(23));
        Assert.NotNull(await keys.FindAsync("a", default));
        Assert.Equal(1, documents.Fetches);
        documents.KeyIds = ["b"];
        time.Advance(TimeSpan.FromHours(1));
        Assert.Null(await keys.FindAsync("a", default));
        Assert.Equal(2, documents.Fetches);
    }

    [Fact]
    public async Task Unknown_keys_are_asked_for_every_five_minutes_at_most()
    {
        documents.KeyIds = ["a"];
        await keys.FindAsync("a", default);
        for (int minute = 0; minute < 10; minute++)
        {
            Assert.Null(await keys.FindAsync($"invented-{minute}", default));
            time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, documents.Fetches);
        documents.KeyIds = ["a", "new"];
        Assert.NotNull(await keys.FindAsync("new", default));
    }

    [Fact]
    public async Task Known_keys_stay_good_while_the_authority_is_away()
    {
        documents.KeyIds = ["a"];
        await keys.FindAsync("a", default);
        documents.KeyIds = null;
        time.Advance(TimeSpan.FromDays(2));
        Assert.NotNull(await keys.FindAsync("a", default));
    }

    [Fact]
    public async Task Without_any_key_it_says_so_and_asks_again_soon()
    {
        await Assert.ThrowsAsync<SigningKeysUnavailableException>(async () => await keys.FindAsync("a", default));
        documents.KeyIds = ["a"];
        await Assert.ThrowsAsync<SigningKeysUnavailableException>(async () => await keys.FindAsync("a", default));
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull(await keys.FindAsync("a", default));
    }

    public void Dispose() => keys.Dispose();

    private sealed class Documents : IDocumentRetriever
    {
        private static readonly JsonWebKey Key = JsonWebKeyConverter.ConvertFromRSASecurityKey(FakeAuthority.NewKey());

        public string[]? KeyIds { get; set; }

        public int Fetches { get; private set; }

        public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            if (KeyIds is null)
            {
                throw new HttpRequestException("away");
            }

            if (address.EndsWith("metadata", StringComparison.Ordinal))
            {
                Fetches++;
                return Task.FromResult("""{"issuer":"i","jwks_uri":"http://127.0.0.1/keys"}""");
            }

            return Task.FromResult(JsonSerializer.Serialize(new { keys = KeyIds.Select(id => new { kty = "RSA", kid = id, n = Key.N, e = Key.E }) }));
        }
    }
}
