using System.Net.Http.Headers;

namespace SupportBot.BotService.Tests.Operation;

public sealed class PagesTests(SharedService shared) : IClassFixture<SharedService>
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
}
