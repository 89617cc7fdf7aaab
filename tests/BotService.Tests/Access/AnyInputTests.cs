using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportBot.Access;

namespace SupportBot.BotService.Tests.Access;

/// <summary>Every described route takes whatever is sent: an answer or a refusal, never a failure.</summary>
public sealed class AnyInputTests(SharedService shared) : IClassFixture<SharedService>
{
    private const int Rounds = 30;

    // They end the session, or never end themselves.
    private static readonly string[] LeftOut = ["/api/staff/sign-out", "/api/staff/me/password", "/api/desk/stream", "/v3/directline/conversations/{conversationId}/stream"];

    [Fact]
    public async Task Whatever_is_sent_is_answered_or_refused()
    {
        JsonElement document = await shared.Running.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        using StaffClient staff = await shared.Running.SignInAsync(Role.Administrator);
        using HttpClient store = new() { BaseAddress = shared.Running.Address };
        store.DefaultRequestHeaders.Authorization = new("Bearer", shared.Running.Secret);
        AnyInput any = new(document.GetProperty("components").GetProperty("schemas"), seed: 1);
        HashSet<int> answers = [];
        JsonProperty[] paths = [.. document.GetProperty("paths").EnumerateObject().Where(path => !LeftOut.Contains(path.Name))];
        foreach (JsonProperty path in Enumerable.Repeat(paths, Rounds).SelectMany(round => round))
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                using HttpRequestMessage request = Request(any, path.Name, operation);
                string sent = $"{request.Method} {request.RequestUri} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync())}";
                using HttpResponseMessage answer = await (path.Name.StartsWith("/api/", StringComparison.Ordinal) ? staff.Http : store).SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode}: {sent}");
                answers.Add((int)answer.StatusCode);
            }
        }

        Assert.Superset(new HashSet<int> { 200, 201, 204, 400, 404, 409 }, answers);
    }

    private static HttpRequestMessage Request(AnyInput any, string path, JsonProperty operation)
    {
        HttpRequestMessage request = new(new HttpMethod(operation.Name.ToUpperInvariant()), any.Path(path, operation.Value));
        if (operation.Value.TryGetProperty("requestBody", out JsonElement body))
        {
            JsonProperty form = body.GetProperty("content").EnumerateObject().First();
            request.Content = new StringContent(any.Body(form.Value.TryGetProperty("schema", out JsonElement schema) ? schema : default), Encoding.UTF8, form.Name);
        }

        return request;
    }
}
