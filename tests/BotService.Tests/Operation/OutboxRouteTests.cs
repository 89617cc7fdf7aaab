using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using SupportBot.BotService.Tests.Outreach;
using SupportBot.Conversations.Outbox;
using SupportBot.Storage.Outreach;

namespace SupportBot.BotService.Tests.Operation;

/// <summary>What was held back, given up or may have arrived, at the desk of whoever runs the service.</summary>
public sealed class OutboxRouteTests : IAsyncLifetime
{
    private SmsGateway gateway = null!;
    private RunningService service = null!;
    private StaffClient operate = null!;

    public async Task InitializeAsync()
    {
        gateway = await SmsGateway.StartAsync();
        service = await RunningService.StartAsync(null, "--Sms:Url", gateway.Url, "--Sms:Inbound:Secret", "a secret of the gateway");
        operate = await service.SignInAsync(Role.Administrator);
    }

    public async Task DisposeAsync()
    {
        operate.Dispose();
        await service.DisposeAsync();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_refused_message_is_listed_sent_once_more_and_then_dropped_and_the_audit_knows()
    {
        long id = await RefusedAsync("+447700900101");
        JsonElement row = (await ListAsync()).Single();
        Assert.Equal(("dead", "sms", "HTTP 400"), (row.GetProperty("status").GetString(), row.GetProperty("kind").GetString(), row.GetProperty("error").GetString()));
        Assert.Equal(1, await DecideAsync(new { ids = new[] { id }, send = true }));
        await Visitor.UntilAsync(ListAsync, rows => rows.Length == 1 && rows[0].GetProperty("attempts").GetInt64() == 2);
        Assert.Equal(1, await DecideAsync(new { ids = new[] { id }, send = false }));
        Assert.Empty(await ListAsync());
        Assert.Equal(0, await DecideAsync(new { ids = new[] { id }, send = true }));
        string[] actions = [.. (await operate.GetAsync("/api/staff/audit")).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("action").GetString()!)];
        Assert.Equal(["outbox.drop", "outbox.send"], actions.Where(action => action.StartsWith("outbox.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task All_in_one_status_are_decided_on_at_once_and_the_others_stay()
    {
        await RefusedAsync("+447700900101");
        await RefusedAsync("+447700900111");
        await SmsAsync("+447700900103");
        await Visitor.UntilAsync(ListAsync, rows => rows.Length == 3);
        Assert.Equal(2, await DecideAsync(new { status = "dead", send = false }));
        Assert.Equal("unknown", (await ListAsync()).Single().GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_a_restored_copy_holds_back_is_listed_and_sent_when_a_person_says_so()
    {
        await RefusedAsync("+447700900101");
        await service.Get<IOutreachDatabase>().WriteAsync(HoldAsync, default);
        gateway.IsMended = true;
        Assert.Equal("held", (await ListAsync()).Single().GetProperty("status").GetString());
        Assert.Equal(1, await DecideAsync(new { status = "held", send = true }));
        await Visitor.UntilAsync(() => Task.FromResult(gateway.Taken.Count), taken => taken == 1);
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("{}", "ids")]
    [InlineData("""{"ids":[],"send":true}""", "ids")]
    [InlineData("""{"status":"sent","send":true}""", "ids")]
    [InlineData("""{"ids":[1],"status":"dead","send":true}""", "ids")]
    [InlineData("""{"status":"dead"}""", "send")]
    public async Task A_decision_that_says_too_little_is_refused_at_its_field(string body, string field)
    {
        using HttpResponseMessage answer = await operate.Http.PostAsync("/api/outbox/decide", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal([field], (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(fault => fault.Name));
    }

    private static Task<int> HoldAsync(DbConnection connection)
    {
        using DbCommand hold = connection.CreateCommand();
        hold.CommandText = $"update outbox set status = {(int)OutboxStatus.Held}";
        return Task.FromResult(hold.ExecuteNonQuery());
    }

    private async Task<JsonElement[]> ListAsync() => [.. (await operate.GetAsync("/api/outbox")).GetProperty("items").EnumerateArray()];

    private async Task<int> DecideAsync(object decision) => (await operate.SendAsync(HttpMethod.Post, "/api/outbox/decide", decision)).GetProperty("decided").GetInt32();

    private async Task<long> RefusedAsync(string number)
    {
        int before = (await ListAsync()).Length;
        await SmsAsync(number);
        await Visitor.UntilAsync(ListAsync, rows => rows.Length == before + 1);
        return (await service.Get<IOutboxStore>().ListAsync(OutboxStatus.Dead, 1, default))[0].Id;
    }

    private async Task SmsAsync(string from)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/sms") { Content = JsonContent.Create(new { from, text = "can i return a dress", id = "m1" }) };
        request.Headers.Authorization = new("Bearer", "a secret of the gateway");
        (await service.Http.SendAsync(request)).EnsureSuccessStatusCode();
    }
}
