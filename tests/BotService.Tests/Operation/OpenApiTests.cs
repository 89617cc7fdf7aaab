using System.Net.Http.Json;
using System.Text.Json;

namespace SupportBot.BotService.Tests.Operation;

public sealed class OpenApiTests(SharedService shared) : IClassFixture<SharedService>
{
    [Fact]
    public async Task The_api_is_described_with_a_summary_of_every_staff_route()
    {
        JsonElement document = await shared.Running.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        JsonElement paths = document.GetProperty("paths");
        Assert.Equal("Sign in; sets the session's cookie", paths.GetProperty("/api/staff/sign-in").GetProperty("post").GetProperty("summary").GetString());
        JsonElement forms = paths.GetProperty("/api/sms").GetProperty("post").GetProperty("requestBody").GetProperty("content");
        Assert.Equal(["application/json", "application/x-www-form-urlencoded"], forms.EnumerateObject().Select(form => form.Name));
        string[] silent =
        [
            .. from path in paths.EnumerateObject()
               where path.Name.StartsWith("/api/staff", StringComparison.Ordinal) || path.Name.StartsWith("/api/customers", StringComparison.Ordinal) || path.Name.StartsWith("/api/tickets", StringComparison.Ordinal)
               from operation in path.Value.EnumerateObject()
               where !operation.Value.TryGetProperty("summary", out _)
               select $"{operation.Name} {path.Name}",
        ];
        Assert.Empty(silent);
    }
}
