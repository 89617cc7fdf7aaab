using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SupportBot.BotService.Tests.DirectLine;

public sealed class UploadTests(SharedService shared) : IClassFixture<SharedService>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private RunningService Service => shared.Running;

    [Fact]
    public async Task A_picture_is_kept_shown_and_acknowledged_by_the_bot()
    {
        Visitor visitor = await Service.VisitAsync();
        using HttpResponseMessage posted = await UploadAsync(visitor, "photo.png", "image/png", Png);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        JsonElement[] all = await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length == 3);
        JsonElement attachment = all[1].GetProperty("attachments")[0];
        Assert.Equal("photo.png", attachment.GetProperty("name").GetString());
        using HttpResponseMessage file = await Service.Http.GetAsync(attachment.GetProperty("contentUrl").GetString());
        Assert.Equal("image/png", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Png, await file.Content.ReadAsByteArrayAsync());
        Assert.Contains("received your file", all[2].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page.html", "text/html", "<script>alert(1)</script>")]
    [InlineData("drawing.svg", "image/svg+xml", "<svg onload='alert(1)'/>")]
    [InlineData("fake.png", "image/png", "<html>not a picture</html>")]
    public async Task What_could_run_in_a_browser_is_only_ever_a_download(string name, string type, string content)
    {
        Visitor visitor = await Service.VisitAsync();
        using HttpResponseMessage posted = await UploadAsync(visitor, name, type, Encoding.UTF8.GetBytes(content));
        JsonElement[] all = await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length >= 2);
        using HttpResponseMessage file = await Service.Http.GetAsync(all[1].GetProperty("attachments")[0].GetProperty("contentUrl").GetString());
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_raw_form_of_an_upload_works_too()
    {
        Visitor visitor = await Service.VisitAsync();
        using ByteArrayContent content = new(Png);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "../../etc/x.png" };
        using HttpResponseMessage posted = await Service.SendAsync(HttpMethod.Post, $"{visitor.Path}/upload?userId=x", visitor.Token, content);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        JsonElement[] all = await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length >= 2);
        Assert.Equal("x.png", all[1].GetProperty("attachments")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_file_that_the_activity_describes_as_the_official_client_does_is_shown_once()
    {
        Visitor visitor = await Service.VisitAsync();
        using MultipartFormDataContent form = [];
        form.Add(new StringContent("""{"type":"message","attachments":[{"contentType":"image/png","name":"a.png"}]}""", Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        ByteArrayContent file = new(Png);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(file, "file", "a.png");
        using HttpResponseMessage posted = await Service.SendAsync(HttpMethod.Post, $"{visitor.Path}/upload?userId=x", visitor.Token, form);
        JsonElement[] all = await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length >= 2);
        JsonElement attachment = Assert.Single(all[1].GetProperty("attachments").EnumerateArray());
        Assert.True(attachment.TryGetProperty("contentUrl", out _));
    }

    [Fact]
    public async Task The_raw_form_may_leave_out_the_type_of_the_disposition_as_the_protocols_examples_do()
    {
        Visitor visitor = await Service.VisitAsync();
        using ByteArrayContent content = new(Png);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        content.Headers.TryAddWithoutValidation("Content-Disposition", "name=\"file\"; filename=\"x.png\"");
        using HttpResponseMessage posted = await Service.SendAsync(HttpMethod.Post, $"{visitor.Path}/upload?userId=x", visitor.Token, content);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
    }

    [Fact]
    public async Task A_repeated_upload_is_stored_once()
    {
        Visitor visitor = await Service.VisitAsync();
        using HttpResponseMessage first = await UploadAsync(visitor, "a.png", "image/png", Png, "up1");
        using HttpResponseMessage second = await UploadAsync(visitor, "a.png", "image/png", Png, "up1");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        using HttpResponseMessage changed = await UploadAsync(visitor, "a.png", "image/png", [.. Png, 4], "up1");
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
    }

    [Fact]
    public async Task Too_large_empty_and_broken_uploads_are_refused_and_nothing_is_stored()
    {
        await using RunningService small = await RunningService.StartAsync(null, "--DirectLine:MaxUploadBytes", "2048");
        Visitor visitor = await small.VisitAsync();
        using HttpResponseMessage large = await UploadAsync(visitor, "a.png", "image/png", new byte[4096], service: small);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using HttpResponseMessage empty = await UploadAsync(visitor, "a.png", "image/png", [], service: small);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using StringContent broken = new("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhalf");
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        using HttpResponseMessage half = await small.SendAsync(HttpMethod.Post, $"{visitor.Path}/upload", visitor.Token, broken);
        Assert.Equal(HttpStatusCode.BadRequest, half.StatusCode);
        Assert.Single(await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length > 0));
    }

    private async Task<HttpResponseMessage> UploadAsync(Visitor visitor, string name, string type, byte[] content, string? clientId = null, RunningService? service = null)
    {
        using MultipartFormDataContent form = [];
        StringContent activity = new(JsonSerializer.Serialize(new { type = "message", from = new { id = "x" }, channelData = new { clientActivityID = clientId } }));
        activity.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
        form.Add(activity, "activity", "blob");
        ByteArrayContent file = new(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(file, "file", name);
        return await (service ?? Service).SendAsync(HttpMethod.Post, $"{visitor.Path}/upload?userId=x", visitor.Token, form);
    }
}
