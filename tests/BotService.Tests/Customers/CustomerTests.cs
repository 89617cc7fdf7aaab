using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;

namespace SupportBot.BotService.Tests.Customers;

public sealed class CustomerTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    [Fact]
    public async Task An_agent_keeps_a_file_and_sees_contact_points_covered_a_supervisor_whole()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        using StaffClient supervisor = await Service.SignInAsync(Role.Supervisor);
        Visitor visitor = await Service.VisitAsync();
        JsonElement made = await agent.SendAsync(HttpMethod.Post, "/api/customers", new { name = "林小梅", email = "Mei.Lin@Mail.example", phone = "138 1234 5678", conversationId = visitor.ConversationId });
        string id = made.GetProperty("id").GetString()!;
        Assert.Equal(["m***@m***.example", "138****5678"], Contacts(made));
        Assert.Equal(["mei.lin@mail.example", "13812345678"], Contacts(await supervisor.GetAsync($"/api/customers/{id}")));
        JsonElement found = await Visitor.UntilAsync(async () => (await agent.GetAsync("/api/customers?q=小梅")).GetProperty("items"), items => items.GetArrayLength() > 0);
        Assert.Equal(["m***@m***.example", "138****5678"], Contacts(found[0]));
        Assert.Equal(id, (await agent.GetAsync("/api/customers?q=mei.lin@mail.example")).GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(0, (await agent.GetAsync("/api/customers?q=mei.lin@mail")).GetProperty("items").GetArrayLength());

        JsonElement changed = await agent.SendAsync(HttpMethod.Patch, $"/api/customers/{id}", new { note = "rings back at noon", tags = (string[])["wholesale"], vip = true, version = 0 });
        Assert.True(changed.GetProperty("vip").GetBoolean());
        Assert.Equal((HttpStatusCode.Conflict, "Changed"), await agent.RefusalAsync(HttpMethod.Patch, $"/api/customers/{id}", new { note = "other", version = 0 }));
        JsonElement agreed = await agent.SendAsync(HttpMethod.Put, $"/api/customers/{id}/consents", new { channel = "email", purpose = "reminders", given = true });
        Assert.Equal("desk", agreed.GetProperty("consents")[0].GetProperty("source").GetString());
    }

    [Theory]
    [InlineData("{\"zone\":\"Mars/North\",\"version\":0}", "zone")]
    [InlineData("{\"name\":\"a\\nb\",\"version\":0}", "name")]
    [InlineData("{\"tags\":[\"\"],\"version\":0}", "tags")]
    [InlineData("{\"locale\":\"fr\",\"version\":0}", "locale")]
    public async Task Bad_fields_are_refused_by_name(string body, string field)
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        string id = (await agent.SendAsync(HttpMethod.Post, "/api/customers", new { name = "Bad Input" })).GetProperty("id").GetString()!;
        using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await agent.Http.PatchAsync($"/api/customers/{id}", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task A_blocked_shoppers_messages_are_refused_honestly_and_taken_again_afterwards()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        Visitor visitor = await Service.VisitAsync();
        Visitor neighbour = await Service.VisitAsync();
        string id = (await agent.SendAsync(HttpMethod.Post, "/api/customers", new { conversationId = visitor.ConversationId })).GetProperty("id").GetString()!;
        await agent.SendAsync(HttpMethod.Post, $"/api/customers/{id}/block", new { reason = "threats" });
        using HttpResponseMessage refused = await visitor.SayAsync("hello again");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("takes no more messages", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(await visitor.ReadAsync(), activity => activity.TryGetProperty("text", out JsonElement text) && text.GetString() == "hello again");
        using HttpResponseMessage other = await neighbour.SayAsync("hello");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);

        // Without the old key they are nobody known; their address opens no new chat for a while.
        using HttpResponseMessage anew = await Service.Http.PostAsJsonAsync("/api/widget/token", new { });
        Assert.Equal(HttpStatusCode.Forbidden, anew.StatusCode);
        Assert.Equal("Blocked", (await anew.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString());

        await agent.SendAsync(HttpMethod.Delete, $"/api/customers/{id}/block");
        using HttpResponseMessage taken = await visitor.SayAsync("hello again");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await Service.VisitAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid"), await agent.RefusalAsync(HttpMethod.Post, $"/api/customers/{id}/block", new { reason = " " }));
    }

    [Fact]
    public async Task Card_numbers_never_reach_the_store()
    {
        Visitor visitor = await Service.VisitAsync();
        await visitor.AskAsync("please refund 4111 1111 1111 1111, 身份证 11010519491231002X");
        string log = string.Concat((await visitor.ReadAsync()).Select(activity => activity.GetRawText()));
        Assert.DoesNotContain("4111", log, StringComparison.Ordinal);
        Assert.DoesNotContain("110105", log, StringComparison.Ordinal);
        Assert.Contains("•••• 1111", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_holds_all_that_was_said()
    {
        using StaffClient supervisor = await Service.SignInAsync(Role.Supervisor);
        Visitor visitor = await Service.VisitAsync();
        await visitor.AskAsync("can i return a dress");
        string id = (await supervisor.SendAsync(HttpMethod.Post, "/api/customers", new { email = "export@mail.example", conversationId = visitor.ConversationId })).GetProperty("id").GetString()!;
        await supervisor.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "callBack", category = "advice", description = "ring about sizes", customerId = id });
        JsonElement export = await supervisor.GetAsync($"/api/customers/{id}/export");
        Assert.Equal("export@mail.example", export.GetProperty("customer").GetProperty("contacts")[0].GetProperty("value").GetString());
        Assert.Equal("ring about sizes", export.GetProperty("tickets")[0].GetProperty("details").GetProperty("description").GetString());
        JsonElement messages = export.GetProperty("conversations")[0].GetProperty("messages");
        Assert.Contains(messages.EnumerateArray(), message => message.GetProperty("sender").GetString() == "shopper" && message.GetProperty("activity").GetProperty("text").GetString() == "can i return a dress");
    }

    private static IEnumerable<string> Contacts(JsonElement card) => card.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("value").GetString()!);
}
