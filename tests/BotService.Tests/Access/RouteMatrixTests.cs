using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using SupportBot.Access;

namespace SupportBot.BotService.Tests.Access;

/// <summary>Every route of the running service against every kind of caller. A new route fails here until <c>routes.txt</c> says who may call it.</summary>
public sealed partial class RouteMatrixTests(SharedService shared) : IClassFixture<SharedService>
{
    private static readonly string[] TurnedAway = ["SignedOut", "NotAllowed", "CrossSite", "PasswordChangeNeeded", "SmsStranger"];

    private RunningService Service => shared.Running;

    [Fact]
    public void Every_route_is_listed_with_who_may_call_it()
    {
        RouteLine[] mapped = [.. RouteLine.Mapped(Service.Get<EndpointDataSource>()).Distinct()];
        (string, string)[] listed = [.. RouteLine.Expected.Select(Key)];
        string[] unlisted = [.. mapped.Where(line => !listed.Contains(Key(line))).Select(line => $"{line.Method} {line.Path} {line.Who}")];
        Assert.True(unlisted.Length == 0, $"Add to tests/BotService.Tests/Access/routes.txt:\n{string.Join('\n', unlisted)}");
        Assert.Empty(listed.Except(mapped.Select(Key)));
        Assert.Equal(listed.Length, listed.Distinct().Count());
    }

    [Fact]
    public void Staff_routes_ask_for_the_permissions_listed()
    {
        Dictionary<(string, string), string> mapped = RouteLine.Mapped(Service.Get<EndpointDataSource>()).Distinct().ToDictionary(Key, line => line.Who);
        Assert.All(RouteLine.Expected, line => Assert.Equal((line.Path, line.IsForStaff ? line.Who : ""), (line.Path, mapped[Key(line)])));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_reaches_what_is_public_and_nothing_else()
    {
        using HttpClient anonymous = Client(null);
        foreach (RouteLine line in RouteLine.Expected)
        {
            Assert.Equal((line, line.Who == "public"), (line, await PassesAsync(anonymous, line, "x")));
        }
    }

    [Fact]
    public async Task A_shopper_reaches_their_own_conversation_only()
    {
        Visitor visitor = await Service.VisitAsync();
        using HttpClient shopper = Client(visitor.Token);
        foreach (RouteLine line in RouteLine.Expected)
        {
            Assert.Equal((line, line.Who is "public" or "shopper"), (line, await PassesAsync(shopper, line, visitor.ConversationId)));
        }

        string other = (await Service.VisitAsync()).ConversationId;
        foreach (RouteLine line in RouteLine.Expected.Where(line => line.Who == "shopper" && line.Path.Contains("{conversationId}", StringComparison.Ordinal)))
        {
            using HttpResponseMessage answer = await shopper.SendAsync(Request(line, other));
            Assert.Equal((line, HttpStatusCode.NotFound), (line, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("Agent")]
    [InlineData("Supervisor")]
    [InlineData("Marketer")]
    [InlineData("Administrator")]
    public async Task A_member_of_staff_reaches_what_their_role_allows(string name)
    {
        Role role = Enum.Parse<Role>(name);
        using StaffClient member = await Service.HireAsync(role);
        foreach (RouteLine line in RouteLine.Expected)
        {
            // A fresh session each time: some of the routes end it.
            using HttpClient browser = Client(null);
            SignInResult signedIn = await Service.Get<StaffSignIn>().SignInAsync(new SignInRequest(member.Email, StaffClient.Password, null), null, null, default);
            browser.DefaultRequestHeaders.Add("Cookie", $"sb_staff={signedIn.Key}");
            bool expected = line.Who == "public" || line.IsForStaff && line.Allows(role);
            Assert.Equal((line, expected), (line, await PassesAsync(browser, line, "x")));
        }
    }

    [Fact]
    public async Task Who_must_change_the_password_reaches_only_their_own_account()
    {
        using StaffClient member = await Service.HireAsync(Role.Administrator);
        string password = (await Service.Get<StaffAccounts>().ResetPasswordAsync(member.Id, false, null, default))!;
        foreach (RouteLine line in RouteLine.Expected.Where(line => line.IsForStaff))
        {
            using HttpClient browser = Client(null);
            SignInResult signedIn = await Service.Get<StaffSignIn>().SignInAsync(new SignInRequest(member.Email, password, null), null, null, default);
            browser.DefaultRequestHeaders.Add("Cookie", $"sb_staff={signedIn.Key}");
            Assert.Equal((line, line.Who == "staff"), (line, await PassesAsync(browser, line, "x")));
        }
    }

    // A socket's route is mapped as the GET it begins with.
    private static (string, string) Key(RouteLine line) => (line.Method == "SOCKET" ? "GET" : line.Method, line.Path);

    private HttpClient Client(string? bearer)
    {
        HttpClient client = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = Service.Address };
        client.DefaultRequestHeaders.Add("X-SupportBot", "1");
        client.DefaultRequestHeaders.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        return client;
    }

    private static async Task<bool> PassesAsync(HttpClient client, RouteLine line, string conversationId)
    {
        if (line.Method == "SOCKET")
        {
            return await OpensAsync(client, line, conversationId);
        }

        using HttpRequestMessage request = Request(line, conversationId);
        using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.True((int)answer.StatusCode < 500 || line.Path == "/health/ready", $"{line} answered {answer.StatusCode}");
        string code = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? (await StaffClient.RefusalOfAsync(answer)).Code : "";
        return code.Length > 0 ? !TurnedAway.Contains(code) : answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
    }

    private static async Task<bool> OpensAsync(HttpClient client, RouteLine line, string conversationId)
    {
        using ClientWebSocket socket = new();
        socket.Options.CollectHttpResponseDetails = true;
        foreach ((string name, IEnumerable<string> values) in client.DefaultRequestHeaders)
        {
            socket.Options.SetRequestHeader(name, string.Join(',', values));
        }

        try
        {
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
            await socket.ConnectAsync(new UriBuilder(new Uri(client.BaseAddress!, PathOf(line, conversationId))) { Scheme = "ws" }.Uri, limit.Token);
            return true;
        }
        catch (WebSocketException)
        {
            return socket.HttpStatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
        }
    }

    private static HttpRequestMessage Request(RouteLine line, string conversationId)
    {
        HttpMethod method = line.Method == "ANY" ? HttpMethod.Get : new HttpMethod(line.Method);
        bool safe = method == HttpMethod.Get || method == HttpMethod.Head;
        return new HttpRequestMessage(method, PathOf(line, conversationId)) { Content = safe ? null : JsonContent.Create(new { }) };
    }

    private static string PathOf(RouteLine line, string conversationId) =>
        Parameter().Replace(line.Path.Replace("{conversationId}", conversationId, StringComparison.Ordinal), "none");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
