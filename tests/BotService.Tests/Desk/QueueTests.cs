using System.Net;
using System.Text.Json;
using SupportBot.Access;

namespace SupportBot.BotService.Tests.Desk;

public sealed class QueueTests : IAsyncLifetime
{
    private RunningService service = null!;

    public async Task InitializeAsync() => service = await RunningService.StartAsync(null, "--Desk:AcceptWithin", "00:00:03", "--Desk:AnnounceEvery", "00:00:05");

    public Task DisposeAsync() => service.DisposeAsync().AsTask();

    [Fact]
    public async Task Free_capacity_pulls_the_next_conversation_within_a_second()
    {
        Visitor shopper = await service.VisitAsync();
        await shopper.AskAsync("human");
        long started = System.Diagnostics.Stopwatch.GetTimestamp();
        await using DeskPage agent = await DeskPage.OpenAsync(service, state: "on");
        JsonElement offer = await agent.UntilMomentAsync("offer");
        Assert.Equal(shopper.ConversationId, offer.GetProperty("conversationId").GetString());
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        JsonElement accepted = await agent.PostAsync(shopper.ConversationId, "accept");
        Assert.Equal(agent.Id, accepted.GetProperty("assignee").GetProperty("id").GetString());
        JsonElement[] seen = await Visitor.UntilAsync(() => shopper.ReadAsync(), activities => activities.Any(activity => TextOf(activity).StartsWith("Hello, this is", StringComparison.Ordinal)));
        Assert.Contains(seen, activity => StateOf(activity) == "accepted");
        Assert.Contains(seen, activity => TextOf(activity).EndsWith("from Test Shop. I'm reading what you wrote; one moment please.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_offer_let_pass_goes_to_the_next_agent_and_the_first_becomes_away()
    {
        await using DeskPage first = await DeskPage.OpenAsync(service, state: "on");
        Visitor shopper = await service.VisitAsync();
        await shopper.AskAsync("human");
        await first.UntilMomentAsync("offer");
        await using DeskPage second = await DeskPage.OpenAsync(service, state: "on");
        await second.UntilMomentAsync("offer");
        JsonElement[] agents = [.. (await second.GetAsync("agents")).EnumerateArray()];
        Assert.Equal("away", agents.Single(agent => agent.GetProperty("id").GetString() == first.Id).GetProperty("state").GetString());
        Assert.Equal((HttpStatusCode.Conflict, "OfferGone"), await first.RefusalAsync(shopper.ConversationId, "accept"));
        await second.PostAsync(shopper.ConversationId, "accept");
    }

    [Fact]
    public async Task A_waiting_shopper_hears_the_true_place_in_their_language_and_can_go_back_to_the_bot()
    {
        Visitor english = await service.VisitAsync();
        await english.AskAsync("human");
        Visitor chinese = await service.VisitAsync("zh");
        await chinese.AskAsync("人工");
        JsonElement[] told = await Visitor.UntilAsync(() => chinese.ReadAsync(), activities => activities.Any(activity => StateOf(activity) == "queued"));
        Assert.Equal(2, told.Last(activity => StateOf(activity) == "queued").GetProperty("value").GetProperty("position").GetInt32());
        await Visitor.UntilAsync(() => chinese.ReadAsync(), activities => activities.Any(activity => TextOf(activity).Contains("第 2 位", StringComparison.Ordinal)));
        await english.AskAsync("menu");
        await Visitor.UntilAsync(() => chinese.ReadAsync(), activities => activities.Any(activity => TextOf(activity).Contains("第 1 位", StringComparison.Ordinal)));
        await using DeskPage supervisor = await DeskPage.OpenAsync(service, Role.Supervisor);
        JsonElement figures = (await supervisor.GetAsync("floor")).GetProperty("figures");
        Assert.Equal((1, 1), (figures.GetProperty("waiting").GetInt32(), figures.GetProperty("abandoned").GetInt32()));
    }

    [Fact]
    public async Task Out_of_hours_the_shopper_hears_when_people_are_back()
    {
        await using DeskPage supervisor = await DeskPage.OpenAsync(service, Role.Supervisor);
        DateTime yesterday = service.Get<TimeProvider>().GetUtcNow().UtcDateTime.AddDays(-1);
        int day = yesterday.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)yesterday.DayOfWeek;
        object stranger = new { hours = Array.Empty<object>(), shifts = new[] { new { agentId = "nobody", day, from = "09:00", to = "17:00" } }, holidays = Array.Empty<object>(), version = 0 };
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid"), await supervisor.Client.RefusalAsync(HttpMethod.Put, "/api/desk/shifts", stranger));
        await supervisor.SendAsync(HttpMethod.Put, "shifts", new { zone = "Etc/UTC", hours = new[] { new { day, from = "09:00", to = "17:00" } }, shifts = Array.Empty<object>(), holidays = Array.Empty<object>(), version = 0 });
        Visitor shopper = await service.VisitAsync();
        await shopper.AskAsync("human");
        await Visitor.UntilAsync(() => shopper.ReadAsync(), activities => activities.Any(activity => TextOf(activity).StartsWith($"Our people are back on {yesterday:dddd}", StringComparison.Ordinal)));
        Assert.Equal((HttpStatusCode.Conflict, "Changed"), await supervisor.Client.RefusalAsync(HttpMethod.Put, "/api/desk/shifts", new { hours = Array.Empty<object>(), version = 0 }));
    }

    [Fact]
    public async Task What_was_said_is_found_also_by_two_chinese_characters()
    {
        await using DeskPage agent = await DeskPage.OpenAsync(service, state: "on");
        Visitor shopper = await service.VisitAsync("zh");
        using HttpResponseMessage said = await shopper.SayAsync("我想问一下发票抬头怎么修改");
        JsonElement hit = await Visitor.UntilAsync(async () => (await agent.GetAsync("search?q=抬头")).GetProperty("items").EnumerateArray().FirstOrDefault(), found => found.ValueKind == JsonValueKind.Object);
        Assert.Equal(shopper.ConversationId, hit.GetProperty("id").GetString());
        int[] match = [.. hit.GetProperty("matches")[0].EnumerateArray().Select(number => number.GetInt32())];
        Assert.Equal("抬头", hit.GetProperty("snippet").GetString()![match[0]..match[1]]);
        Assert.Empty((await agent.GetAsync("search?q=头抬")).GetProperty("items").EnumerateArray());
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid"), await agent.Client.RefusalAsync(HttpMethod.Get, "/api/desk/search?q=x&kind=secrets"));
        await agent.Client.SendAsync(HttpMethod.Post, "/api/customers", new { name = "欧阳小明", phone = "138 1234 5678" });
        JsonElement customers = await Visitor.UntilAsync(async () => (await agent.GetAsync("search?kind=customers&q=小明")).GetProperty("items"), found => found.GetArrayLength() > 0);
        Assert.Equal(("customers", "欧阳小明", "138****5678"), (customers[0].GetProperty("kind").GetString(), customers[0].GetProperty("title").GetString(), customers[0].GetProperty("snippet").GetString()));
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid"), await agent.Client.RefusalAsync(HttpMethod.Get, "/api/desk/search?q=%20"));
    }

    [Fact]
    public async Task Suggestions_tags_views_and_bulk_do_their_work()
    {
        await using DeskPage agent = await DeskPage.OpenAsync(service, state: "on");
        Visitor shopper = await service.VisitAsync();
        await shopper.AskAsync("human");
        await agent.PostAsync(shopper.ConversationId, "claim");
        using HttpResponseMessage said = await shopper.SayAsync("how long does delivery take");
        JsonElement suggestions = await agent.GetAsync($"suggestions?conversation={shopper.ConversationId}");
        Assert.Equal(("how long does delivery take", "delivery-time"), (suggestions.GetProperty("question").GetString(), suggestions.GetProperty("articles")[0].GetProperty("id").GetString()));
        JsonElement tagged = await agent.SendAsync(HttpMethod.Put, $"conversations/{shopper.ConversationId}/tags", new { tags = new[] { "物流", "vip" } });
        Assert.Equal(2, tagged.GetProperty("tags").GetArrayLength());
        Assert.Equal(1, (await agent.GetAsync("conversations?view=mine&tag=物流")).GetProperty("items").GetArrayLength());
        await agent.SendAsync(HttpMethod.Put, "views", new[] { new { id = "1", name = "Mine", filter = new { view = "mine" } } });
        Assert.Equal("mine", (await agent.GetAsync("views"))[0].GetProperty("filter").GetProperty("view").GetString());
        JsonElement bulk = await agent.SendAsync(HttpMethod.Post, "bulk", new { ids = new[] { shopper.ConversationId, "nobody" }, action = "resolve" });
        Assert.Equal((1, "NotFound"), (bulk.GetProperty("done").GetArrayLength(), bulk.GetProperty("refused")[0].GetProperty("code").GetString()));
    }

    private static string TextOf(JsonElement activity) => activity.TryGetProperty("text", out JsonElement text) ? text.GetString() ?? "" : "";

    private static string? StateOf(JsonElement activity) =>
        activity.TryGetProperty("name", out JsonElement name) && name.GetString() == "handoff.status" ? activity.GetProperty("value").GetProperty("state").GetString() : null;
}
