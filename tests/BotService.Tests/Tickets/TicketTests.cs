using System.Net;
using System.Text;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Dialogs;
using SupportBot.Tickets;

namespace SupportBot.BotService.Tests.Tickets;

public sealed class TicketTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    [Fact]
    public async Task What_the_bot_has_taken_down_becomes_one_ticket_however_often_it_is_carried()
    {
        Visitor visitor = await Service.VisitAsync();
        TicketRequest request = new()
        {
            Reference = "7KQ2M9XA",
            Kind = TicketKind.Complaint,
            Category = "delivery",
            Description = "The parcel is a week late",
            Wish = "Send a new one",
            Phone = "138 1234 5678",
            Locale = "en",
        };
        byte[] payload = JsonSerializer.SerializeToUtf8Bytes(request, EffectJson.Default.TicketRequest);
        await Service.Get<IConversationStore>().AppendAsync(
            new Append
            {
                ConversationId = visitor.ConversationId,
                Messages = [new NewMessage(Sender.Bot, "{\"type\":\"message\",\"text\":\"noted\"}"u8.ToArray())],
                Outbox = [new OutboxItem(EffectWork.OpenTicket, 0, payload), new OutboxItem(EffectWork.OpenTicket, 0, payload), new OutboxItem(EffectWork.OpenTicket, 0, Encoding.UTF8.GetBytes("{"))],
            },
            default);
        Service.Get<OutboxSignal>().Wake();

        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        JsonElement items = await Visitor.UntilAsync(async () => (await agent.GetAsync($"/api/tickets?conversationId={visitor.ConversationId}")).GetProperty("items"), found => found.GetArrayLength() > 0);
        await Visitor.UntilAsync(async () => await Service.Get<IOutboxStore>().ListAsync(OutboxStatus.Dead, 100, default), dead => dead.Any(row => row.ConversationId == visitor.ConversationId));
        JsonElement ticket = Assert.Single(items.EnumerateArray());
        Assert.Equal(("7KQ2M9XA", "complaint", "general", "open"), (Text(ticket, "reference"), Text(ticket, "kind"), Text(ticket, "level"), Text(ticket, "status")));

        JsonElement opened = await agent.GetAsync($"/api/tickets/{Text(ticket, "id")}");
        Assert.Equal(("138****5678", true), (opened.GetProperty("contact").GetProperty("phone").GetString(), opened.GetProperty("contact").GetProperty("masked").GetBoolean()));
        Assert.Equal("Send a new one", Text(opened, "wish"));
        Assert.NotNull(Text(opened, "customerId"));
        Assert.Equal(Text(ticket, "id"), Text((await agent.GetAsync("/api/tickets?q=7kq2m9xa")).GetProperty("items")[0], "id"));
    }

    [Fact]
    public async Task A_complaint_goes_from_opening_to_closing_and_comes_back_one_level_higher()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        using StaffClient supervisor = await Service.SignInAsync(Role.Supervisor);
        await supervisor.SendAsync(HttpMethod.Put, "/api/tickets/departments", new { departments = (string[])["Warehouse", "仓库"] });
        JsonElement opened = await agent.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "complaint", category = "quality", description = "It broke at once", email = "broken@mail.example" });
        string id = Text(opened, "id")!;
        Assert.Matches("^[0-9A-Z]{8}$", Text(opened, "reference"));

        // Its owner sees how to reach the shopper.
        JsonElement assigned = await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/assign", new { ownerId = agent.Id });
        Assert.Equal(("inProgress", "broken@mail.example"), (Text(assigned, "status"), assigned.GetProperty("contact").GetProperty("email").GetString()));
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid"), await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{id}/hand-over", new { department = "Nobody" }));
        Assert.Equal("waiting", Text(await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/hand-over", new { department = "仓库", note = "please look" }), "status"));
        Assert.Equal("inProgress", Text(await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/hand-back", new { }), "status"));

        Assert.Equal((HttpStatusCode.Conflict, "TicketNotVerified"), await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{id}/close", new { }));
        Assert.Equal("verifying", Text(await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/call-back", new { outcome = "solved", note = "happy" }), "status"));
        Assert.Equal("closed", Text(await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/close", new { }), "status"));
        Assert.Equal((HttpStatusCode.Conflict, "TicketClosed"), await agent.RefusalAsync(HttpMethod.Post, $"/api/tickets/{id}/assign", new { ownerId = agent.Id }));

        JsonElement again = await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/reopen", new { reason = "broke again" });
        Assert.Equal(("inProgress", "repeat"), (Text(again, "status"), Text(again, "level")));
        Assert.Equal(["opened", "assigned", "handedOver", "handedBack", "solved", "closed", "reopened"], again.GetProperty("history").EnumerateArray().Select(line => Text(line, "action")));
        Assert.True((await supervisor.GetAsync("/api/tickets/statistics")).GetArrayLength() > 0);
    }

    [Fact]
    public async Task The_desk_is_told_of_every_change()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        using System.Net.WebSockets.ClientWebSocket socket = await agent.ConnectAsync("/api/desk/stream");
        JsonElement opened = await agent.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "workOrder", category = "repair", description = "The drawer sticks" });
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        byte[] buffer = new byte[64 * 1024];
        string seen = "";
        while (!seen.Contains(Text(opened, "id")!, StringComparison.Ordinal))
        {
            System.Net.WebSockets.WebSocketReceiveResult frame = await socket.ReceiveAsync(buffer, limit.Token);
            seen += Encoding.UTF8.GetString(buffer, 0, frame.Count);
        }

        Assert.Contains("\"type\":\"ticket\"", seen, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"workOrder\"", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_tickets_are_told_to_the_supervisors_and_no_node_does_it_twice()
    {
        await using RunningService service = await RunningService.StartAsync(null, "--Tickets:General", "00:01:00", "--Tickets:Interval", "01:00:00");
        using StaffClient agent = await service.SignInAsync(Role.Agent);
        string id = Text(await agent.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "complaint", category = "x", description = "late" }), "id")!;
        Ticket ticket = (await service.Get<ITicketStore>().FindAsync(id, default))!.Ticket;
        DateTimeOffset past = service.Get<TimeProvider>().GetUtcNow().AddMinutes(-1);
        await service.Get<ITicketStore>().SaveAsync(ticket with { DueAt = past, CheckAt = past }, new TicketEntry(past, null, null, "aged", null), null, default);
        int[] looked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.Get<TicketTicker>().TickAsync(default)));
        Assert.Equal(1, looked.Sum());
        JsonElement late = (await agent.GetAsync("/api/tickets?overdue=true")).GetProperty("items")[0];
        Assert.Equal((true, 1), (late.GetProperty("overdue").GetBoolean(), late.GetProperty("escalations").GetInt32()));
    }

    [Theory]
    [InlineData("/api/tickets?status=lost", "Invalid")]
    [InlineData("/api/tickets?kind=9", "Invalid")]
    [InlineData("/api/tickets?cursor=x'--", "WrongCursor")]
    [InlineData("/api/tickets?limit=many", "Unreadable")]
    public async Task Filters_that_are_none_are_refused(string path, string code)
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        Assert.Equal((HttpStatusCode.BadRequest, code), await agent.RefusalAsync(HttpMethod.Get, path));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_and_another_level_brings_another_deadline()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        string id = Text(await agent.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "complaint", category = "staff", description = "rude" }), "id")!;
        JsonElement severe = await agent.SendAsync(HttpMethod.Patch, $"/api/tickets/{id}", new { level = "severe", version = 0 });
        Assert.Equal(TimeSpan.FromHours(4), severe.GetProperty("dueAt").GetDateTimeOffset() - severe.GetProperty("createdAt").GetDateTimeOffset());
        Assert.Equal((HttpStatusCode.Conflict, "Changed"), await agent.RefusalAsync(HttpMethod.Patch, $"/api/tickets/{id}", new { level = "general", version = 0 }));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
