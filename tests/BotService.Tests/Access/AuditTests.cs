using System.Net;
using System.Text.Json;
using SupportBot.Access;

namespace SupportBot.BotService.Tests.Access;

public sealed class AuditTests(SharedService shared) : IClassFixture<SharedService>
{
    [Fact]
    public async Task Changes_by_staff_are_told_with_who_what_and_before_and_after()
    {
        using StaffClient administrator = await shared.Running.SignInAsync(Role.Administrator);
        using StaffClient agent = await shared.Running.SignInAsync(Role.Agent);
        await administrator.SendAsync(HttpMethod.Patch, $"/api/staff/users/{agent.Id}", new { roles = (string[])["supervisor"] });
        await administrator.SendAsync(HttpMethod.Patch, $"/api/staff/users/{agent.Id}", new { active = false });

        JsonElement page = await administrator.GetAsync($"/api/staff/audit?actor={administrator.Id}&limit=1");
        JsonElement newest = page.GetProperty("items")[0];
        Assert.Equal(("user.change", agent.Id), (newest.GetProperty("action").GetString(), newest.GetProperty("target").GetString()));
        Assert.Equal("""{"active":{"from":true,"to":false}}""", newest.GetProperty("detail").GetRawText());
        Assert.Equal(administrator.Id, newest.GetProperty("actor").GetProperty("id").GetString());

        JsonElement before = (await administrator.GetAsync($"/api/staff/audit?actor={administrator.Id}&limit=1&cursor={page.GetProperty("next").GetString()}")).GetProperty("items")[0];
        Assert.Equal("""{"roles":{"from":"Agent","to":"Supervisor"}}""", before.GetProperty("detail").GetRawText());
        Assert.DoesNotContain(agent.Email, (await administrator.GetAsync("/api/staff/audit?limit=100")).GetRawText(), StringComparison.Ordinal);

        JsonElement check = await administrator.GetAsync("/api/staff/audit/check");
        Assert.True(check.GetProperty("ok").GetBoolean());
        Assert.Equal(JsonValueKind.Null, check.GetProperty("brokenAt").ValueKind);
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused()
    {
        using StaffClient administrator = await shared.Running.SignInAsync(Role.Administrator);
        Assert.Equal((HttpStatusCode.BadRequest, "WrongCursor"), await administrator.RefusalAsync(HttpMethod.Get, "/api/staff/audit?cursor=-1%27"));
    }
}
