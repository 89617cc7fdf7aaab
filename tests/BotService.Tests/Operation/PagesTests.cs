using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace SupportBot.BotService.Tests.Operation;

public sealed partial class PagesTests(SharedService shared) : IClassFixture<SharedService>
{
    [Theory]
    [InlineData("/widget/supportbot.js", "gzip", 8 * 1024)]
    [InlineData("/widget/supportbot.js", "br", 8 * 1024)]
    [InlineData("/widget/panel.js", "gzip", 40 * 1024)]
    [InlineData("/widget/panel.js", "br", 40 * 1024)]
    public async Task The_widget_is_as_small_on_the_wire_as_promised(string path, string encoding, int limit)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using HttpResponseMessage file = await shared.Running.Http.SendAsync(request);
        Assert.Equal([encoding], file.EnsureSuccessStatusCode().Content.Headers.ContentEncoding);
        Assert.InRange((await file.Content.ReadAsByteArrayAsync()).Length, 1, limit);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/")]
    [InlineData("/desk/inbox/some-conversation")]
    public async Task Every_address_of_the_desk_is_its_page_under_a_policy_with_a_nonce_of_its_own(string path)
    {
        string first = await NonceAsync(path);
        Assert.NotEqual(first, await NonceAsync(path));
    }

    [Fact]
    public async Task A_built_file_of_the_desk_is_kept_for_ever_and_a_missing_one_is_not_the_page()
    {
        string page = await shared.Running.Http.GetStringAsync("/desk");
        string script = Script().Match(page).Groups["path"].Value;
        using HttpResponseMessage file = await shared.Running.Http.GetAsync(script);
        Assert.Equal("public, max-age=31536000, immutable", file.EnsureSuccessStatusCode().Headers.CacheControl?.ToString());
        Assert.False(file.Headers.Contains("Access-Control-Allow-Origin"));

        using HttpResponseMessage missing = await shared.Running.Http.GetAsync("/desk/assets/none-0.js");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<string> NonceAsync(string path)
    {
        using HttpResponseMessage page = await shared.Running.Http.GetAsync(path);
        string policy = Assert.Single(page.EnsureSuccessStatusCode().Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl?.NoStore);

        string nonce = Nonce().Match(policy).Groups["nonce"].Value;
        Assert.Contains($"content=\"{nonce}\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return nonce;
    }

    [GeneratedRegex("'nonce-(?<nonce>[0-9A-F]{32})'")]
    private static partial Regex Nonce();

    [GeneratedRegex("src=\"(?<path>/desk/assets/[^\"]+\\.js)\"")]
    private static partial Regex Script();
}
