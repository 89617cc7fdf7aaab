using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupportBot.Access;
using SupportBot.Dialogs.Orders;

namespace SupportBot.BotService.Tests.Access;

/// <summary>What the store site's signature opens, and what it does not, over real HTTP.</summary>
public sealed class ShopperIdentityTests : IAsyncLifetime
{
    private const string Old = "the-old-secret-of-the-store-site-0123456789";
    private const string New = "the-new-secret-of-the-store-site-0123456789";

    private RunningService service = null!;

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public async Task InitializeAsync() => service = await RunningService.StartAsync(null, "--Identity:Secrets:0", New, "--Identity:Secrets:1", Old);

    public Task DisposeAsync() => service.DisposeAsync().AsTask();

    [Theory]
    [InlineData(New)]
    [InlineData(Old)]
    public async Task A_customer_is_known_by_either_secret(string secret)
    {
        JsonElement token = await GoodAsync(new { identity = Sign(secret) });
        Assert.Equal(new Shopper("C-1", "Ada", "ada@example.com", true), await OwnerAsync(token));
    }

    [Fact]
    public async Task What_is_not_signed_well_opens_nothing()
    {
        string good = Sign(New);
        string[] parts = good.Split('.');
        string none = $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.";
        string[] bad =
        [
            "", "x", "a.b.c", none, none + parts[2], good[..^2] + (good.EndsWith("AA", StringComparison.Ordinal) ? "BB" : "AA"),
            $"{parts[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("C-1", "C-2", StringComparison.Ordinal))}.{parts[2]}",
            Sign("another-secret-that-nobody-here-knows-012345"),
            Sign(New, audience: "directline"),
            Sign(New, minutes: 16),
            Sign(New, issued: Now.AddMinutes(-20)),
            Sign(New, issued: Now.AddMinutes(5)),
            Sign(New, subject: ""),
            Sign(New, subject: new string('x', 300)),
            Sign(New, algorithm: SecurityAlgorithms.HmacSha512),
            Unlimited(),
            new string('x', 10_000),
        ];
        foreach (string identity in bad.Where(identity => identity.Length > 0))
        {
            using HttpResponseMessage refused = await service.Http.PostAsJsonAsync("/api/widget/token", new { identity });
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Equal("IdentityRefused", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_guests_conversation_becomes_the_customers_who_signs_in()
    {
        JsonElement guest = await GoodAsync(new { });
        Assert.Null(await OwnerAsync(guest));
        JsonElement signedIn = await GoodAsync(new { resume = Text(guest, "resume"), identity = Sign(New) });
        Assert.Equal(Text(guest, "conversationId"), Text(signedIn, "conversationId"));
        Assert.Equal("C-1", (await OwnerAsync(signedIn))!.Id);
    }

    [Fact]
    public async Task A_customers_conversation_opens_to_no_other_and_to_no_guest()
    {
        JsonElement adas = await GoodAsync(new { identity = Sign(New) });
        string resume = Text(adas, "resume");
        JsonElement bobs = await GoodAsync(new { resume, identity = Sign(New, subject: "C-2") });
        Assert.NotEqual(Text(adas, "conversationId"), Text(bobs, "conversationId"));
        Assert.Equal(("C-1", "C-2"), ((await OwnerAsync(adas))!.Id, (await OwnerAsync(bobs))!.Id));

        using HttpResponseMessage guest = await service.Http.PostAsJsonAsync("/api/widget/token", new { resume });
        Assert.Equal(HttpStatusCode.Forbidden, guest.StatusCode);
        Assert.Equal("ResumeExpired", (await guest.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString());

        JsonElement again = await GoodAsync(new { resume, identity = Sign(Old) });
        Assert.Equal(Text(adas, "conversationId"), Text(again, "conversationId"));
    }

    [Fact]
    public async Task An_identity_whose_time_is_over_takes_up_its_own_conversation_and_no_guests()
    {
        string expired = Sign(New, issued: Now.AddMinutes(-20));
        JsonElement adas = await GoodAsync(new { identity = Sign(New) });
        JsonElement again = await GoodAsync(new { resume = Text(adas, "resume"), identity = expired });
        Assert.Equal(Text(adas, "conversationId"), Text(again, "conversationId"));

        JsonElement guest = await GoodAsync(new { });
        using HttpResponseMessage refused = await service.Http.PostAsJsonAsync("/api/widget/token", new { resume = Text(guest, "resume"), identity = expired });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Null(await OwnerAsync(guest));
    }

    [Fact]
    public async Task Only_the_demo_store_signs_anybody_in()
    {
        using HttpResponseMessage refused = await service.Http.PostAsync("/demo/identity", null);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);

        await using RunningService demo = await RunningService.StartAsync(null, "--Shop:Demo", "true");
        using HttpResponseMessage signed = await demo.Http.PostAsync("/demo/identity", null);
        string identity = Text(await signed.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(), "identity");
        using HttpResponseMessage issued = await demo.Http.PostAsJsonAsync("/api/widget/token", new { identity });
        JsonElement token = await issued.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("C-1001", (await demo.Get<IShopperIdentityStore>().FindAsync(Text(token, "conversationId"), default))!.Id);

        // Good for the demo's own secret only.
        using HttpResponseMessage elsewhere = await service.Http.PostAsJsonAsync("/api/widget/token", new { identity });
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_short_secret_stops_the_start()
    {
        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => RunningService.StartAsync(null, "--Identity:Secrets:0", "short"));
        Assert.Contains("Identity:Secrets", error.Message, StringComparison.Ordinal);
    }

    private static string Sign(string secret, string subject = "C-1", string audience = "supportbot", int minutes = 15, DateTime? issued = null, string algorithm = SecurityAlgorithms.HmacSha256)
    {
        DateTime from = issued ?? Now;
        byte[] key = Encoding.UTF8.GetBytes(algorithm == SecurityAlgorithms.HmacSha512 ? secret.PadRight(64, '=') : secret);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            Claims = new Dictionary<string, object> { ["sub"] = subject, ["name"] = "Ada", ["email"] = "ada@example.com", ["vip"] = true },
            IssuedAt = from,
            Expires = from.AddMinutes(minutes),
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key), algorithm),
        });
    }

    private static string Unlimited() => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Audience = "supportbot",
        Claims = new Dictionary<string, object> { ["sub"] = "C-1" },
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(New)), SecurityAlgorithms.HmacSha256),
    });

    private static string Text(JsonElement document, string name) => document.GetProperty(name).GetString()!;

    private async Task<JsonElement> GoodAsync(object body)
    {
        using HttpResponseMessage issued = await service.Http.PostAsJsonAsync("/api/widget/token", body);
        return await issued.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private ValueTask<Shopper?> OwnerAsync(JsonElement token) => service.Get<IShopperIdentityStore>().FindAsync(Text(token, "conversationId"), default);
}
