using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportBot.Access;

namespace SupportBot.BotService.Tests.Desk;

/// <summary>What an agent sees of a shopper besides their messages: what they are writing, and the page they look at.</summary>
public sealed class GlanceTests
{
    private const string Site = "https://shop.example";

    [Fact]
    public async Task What_is_being_written_is_seen_by_the_agent_who_has_the_chat_and_never_stored()
    {
        await using RunningService service = await RunningService.StartAsync(null, "--Desk:Peek", "true");
        (Visitor shopper, DeskPage agent, DeskPage supervisor) = await TalkingAsync(service);
        await using DeskPage first = agent;
        await using DeskPage second = supervisor;
        using HttpResponseMessage typed = await shopper.PostAsync(new { type = "typing", text = "my card is 4111 1111 1111 1111 " + new string('x', 1_000) });
        typed.EnsureSuccessStatusCode();
        string peeked = (await agent.UntilMomentAsync("peek")).GetProperty("text").GetString()!;
        Assert.True(peeked.Length is > 0 and <= 500, $"{peeked.Length}");
        Assert.DoesNotContain("4111", peeked, StringComparison.Ordinal);
        await supervisor.UntilMomentAsync("typing");
        using HttpResponseMessage said = await shopper.SayAsync("said");
        await agent.UntilAsync(found => found.GetRawText().Contains("\"text\":\"said\"", StringComparison.Ordinal));
        Assert.DoesNotContain(supervisor.Moments, moment => moment.GetProperty("type").GetString() == "peek");
        Assert.DoesNotContain(await shopper.ReadsAsync(), text => text.Contains("my card", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_it_is_not_switched_on_nobody_sees_what_is_being_written()
    {
        await using RunningService service = await RunningService.StartAsync();
        (Visitor shopper, DeskPage agent, DeskPage supervisor) = await TalkingAsync(service);
        await using DeskPage first = agent;
        await using DeskPage second = supervisor;
        using System.Net.WebSockets.ClientWebSocket ownSocket = await shopper.ConnectAsync("-");
        using HttpResponseMessage said = await shopper.SayAsync("said");

        // A socket that has brought a message follows the conversation, and what is shown for a moment reaches it.
        await UntilAsync(ownSocket, "message");
        using HttpResponseMessage typed = await shopper.PostAsync(new { type = "typing", text = "secret" });
        typed.EnsureSuccessStatusCode();
        JsonElement own = await UntilAsync(ownSocket, "typing");
        Assert.DoesNotContain("secret", own.GetRawText(), StringComparison.Ordinal);
        await agent.UntilMomentAsync("typing");
        Assert.DoesNotContain(agent.Moments, moment => moment.GetRawText().Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_is_shown_without_what_may_be_private_in_its_address()
    {
        await using RunningService service = await RunningService.StartAsync();
        (Visitor shopper, DeskPage agent, DeskPage supervisor) = await TalkingAsync(service);
        await using DeskPage first = agent;
        await using DeskPage second = supervisor;
        Assert.Equal(HttpStatusCode.NoContent, await SeeAsync(service, shopper, $"{Site}/chairs/oak?token=secret#reset", "Oak chair\n"));
        JsonElement page = (await agent.UntilMomentAsync("page")).GetProperty("page");
        Assert.Equal(($"{Site}/chairs/oak", "Oak chair"), (page.GetProperty("url").GetString(), page.GetProperty("title").GetString()));
        JsonElement opened = await agent.GetAsync($"conversations/{shopper.ConversationId}");
        Assert.Equal($"{Site}/chairs/oak", opened.GetProperty("page").GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("https://other.example/x")]
    [InlineData("https://shop.example:444/x")]
    [InlineData("https://shop.example.evil/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/chairs")]
    [InlineData("")]
    public async Task A_page_of_another_site_is_refused(string url)
    {
        await using RunningService service = await RunningService.StartAsync();
        Visitor shopper = await service.VisitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await SeeAsync(service, shopper, url, "x"));
    }

    [Fact]
    public async Task Where_it_is_switched_off_no_page_is_kept()
    {
        await using RunningService service = await RunningService.StartAsync(null, "--Desk:ViewedPage", "false");
        Visitor shopper = await service.VisitAsync();
        Assert.Equal(HttpStatusCode.NoContent, await SeeAsync(service, shopper, $"{Site}/x", null));
        await using DeskPage agent = await DeskPage.OpenAsync(service);
        Assert.Equal(JsonValueKind.Null, (await agent.GetAsync($"conversations/{shopper.ConversationId}")).GetProperty("page").ValueKind);
    }

    private static async Task<(Visitor Shopper, DeskPage Agent, DeskPage Supervisor)> TalkingAsync(RunningService service)
    {
        Visitor shopper = await service.VisitAsync();
        DeskPage agent = await DeskPage.OpenAsync(service);
        DeskPage supervisor = await DeskPage.OpenAsync(service, Role.Supervisor);
        await shopper.AskAsync("human");
        await agent.PostAsync(shopper.ConversationId, "claim");
        await agent.TellAsync(new { watching = shopper.ConversationId });
        await supervisor.TellAsync(new { watching = shopper.ConversationId });
        foreach (DeskPage page in new[] { agent, supervisor })
        {
            // Whoever has heard of typing watches by now.
            await Visitor.UntilAsync(
                async () =>
                {
                    using HttpResponseMessage typed = await shopper.PostAsync(new { type = "typing" });
                    return page.Moments;
                },
                moments => moments.Any(moment => moment.GetProperty("type").GetString() == "typing"));
        }

        return (shopper, agent, supervisor);
    }

    private static Task<JsonElement> UntilAsync(System.Net.WebSockets.ClientWebSocket socket, string type) => Visitor.UntilAsync(
        async () => (await Visitor.ReceiveAsync(socket)).FirstOrDefault(activity => activity.GetProperty("type").GetString() == type),
        found => found.ValueKind == JsonValueKind.Object);

    private static async Task<HttpStatusCode> SeeAsync(RunningService service, Visitor shopper, string url, string? title)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/widget/conversations/{shopper.ConversationId}/page") { Content = JsonContent.Create(new { url, title }) };
        request.Headers.Authorization = new("Bearer", shopper.Token);
        request.Headers.Add("Origin", Site);
        using HttpResponseMessage answer = await service.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
