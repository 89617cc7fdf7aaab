using System.Net;
using System.Net.Http.Json;
using SupportBot.Access;

namespace SupportBot.BotService.Tests.Access;

public sealed class CrossSiteTests(SharedService shared) : IClassFixture<SharedService>
{
    [Theory]
    [InlineData(null, null, "1", true)]
    [InlineData("own", "same-origin", "1", true)]
    [InlineData("own", "same-origin", null, false)]
    [InlineData("https://evil.example", "cross-site", "1", false)]
    [InlineData("https://evil.example", null, "1", false)]
    [InlineData("null", null, "1", false)]
    [InlineData(null, "same-site", "1", false)]
    [InlineData(null, "none", "1", false)]
    public async Task Only_our_own_pages_may_change_anything(string? origin, string? site, string? header, bool allowed)
    {
        using StaffClient agent = await shared.Running.SignInAsync(Role.Agent);
        using HttpRequestMessage request = new(HttpMethod.Patch, "/api/staff/me") { Content = JsonContent.Create(new { theme = "dark" }) };
        agent.Http.DefaultRequestHeaders.Remove("X-SupportBot");
        Add(request, "Origin", origin == "own" ? shared.Running.Address.GetLeftPart(UriPartial.Authority) : origin);
        Add(request, "Sec-Fetch-Site", site);
        Add(request, "X-SupportBot", header);
        using HttpResponseMessage answer = await agent.Http.SendAsync(request);
        Assert.Equal(allowed ? (HttpStatusCode.OK, "") : (HttpStatusCode.Forbidden, "CrossSite"), await StaffClient.RefusalOfAsync(answer));
    }

    [Fact]
    public async Task Signing_in_from_another_site_is_refused_too()
    {
        using HttpResponseMessage answer = await shared.Running.Http.PostAsJsonAsync("/api/staff/sign-in", new { email = "a@b.example", password = "x" });
        Assert.Equal((HttpStatusCode.Forbidden, "CrossSite"), await StaffClient.RefusalOfAsync(answer));
    }

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
