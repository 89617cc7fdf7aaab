using System.Net;
using System.Text.Json;
using SupportBot.Access;

namespace SupportBot.BotService.Tests.Access;

public sealed class UserTests(SharedService shared) : IClassFixture<SharedService>
{
    [Fact]
    public async Task An_administrator_adds_a_member_changes_their_roles_and_resets_their_password()
    {
        using StaffClient administrator = await shared.Running.SignInAsync(Role.Administrator);
        JsonElement added = await administrator.SendAsync(HttpMethod.Post, "/api/staff/users", new
        {
            email = "  Mei.Lin@Shop.example ",
            name = "林梅",
            roles = (string[])["agent"],
            skills = new[] { new { name = "returns", until = "2030-01-01T00:00:00Z" } },
            capacity = 4,
        });
        string id = added.GetProperty("user").GetProperty("id").GetString()!;
        Assert.Equal("mei.lin@shop.example", added.GetProperty("user").GetProperty("email").GetString());
        Assert.Equal("2030-01-01T00:00:00.000Z", added.GetProperty("user").GetProperty("skills")[0].GetProperty("until").GetString());
        Assert.Equal((HttpStatusCode.Conflict, "EmailTaken"), await administrator.RefusalAsync(HttpMethod.Post, "/api/staff/users", new { email = "mei.lin@shop.example", name = "x", roles = (string[])["agent"] }));

        JsonElement changed = await administrator.SendAsync(HttpMethod.Patch, $"/api/staff/users/{id}", new { roles = (string[])["agent", "supervisor"], active = true });
        Assert.Equal(2, changed.GetProperty("roles").GetArrayLength());
        Assert.Equal(4, changed.GetProperty("capacity").GetInt32());

        string second = (await administrator.SendAsync(HttpMethod.Post, $"/api/staff/users/{id}/reset-password", new { })).GetProperty("oneTimePassword").GetString()!;
        using StaffClient member = new(shared.Running, (await shared.Running.Get<IStaffStore>().FindAsync(id, default))!);
        Assert.Equal(HttpStatusCode.Unauthorized, (await member.SignInAsync(added.GetProperty("oneTimePassword").GetString()!)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.SignInAsync(second)).StatusCode);
    }

    [Fact]
    public async Task A_role_taken_away_counts_at_the_next_request()
    {
        using StaffClient administrator = await shared.Running.SignInAsync(Role.Administrator);
        using StaffClient other = await shared.Running.SignInAsync(Role.Administrator);
        await other.GetAsync("/api/staff/users");
        await administrator.SendAsync(HttpMethod.Patch, $"/api/staff/users/{other.Id}", new { roles = (string[])["agent"] });
        Assert.Equal((HttpStatusCode.Forbidden, "NotAllowed"), await other.RefusalAsync(HttpMethod.Get, "/api/staff/users"));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using RunningService service = await RunningService.StartAsync();
        using StaffClient administrator = await service.SignInAsync(Role.Administrator);
        string first = (await administrator.GetAsync("/api/staff/users")).EnumerateArray().Single(user => user.GetProperty("email").GetString() == "admin@localhost").GetProperty("id").GetString()!;
        await administrator.SendAsync(HttpMethod.Patch, $"/api/staff/users/{first}", new { active = false });
        Assert.Equal((HttpStatusCode.Conflict, "LastAdministrator"), await administrator.RefusalAsync(HttpMethod.Patch, $"/api/staff/users/{administrator.Id}", new { roles = (string[])["agent"] }));
    }

    [Theory]
    [InlineData("{\"email\":\"nobody\",\"name\":\"x\",\"roles\":[\"agent\"]}", "Invalid")]
    [InlineData("{\"email\":\"a@b.example\",\"name\":\"\",\"roles\":[\"agent\"]}", "Invalid")]
    [InlineData("{\"email\":\"a@b.example\",\"name\":\"x\",\"roles\":[]}", "Invalid")]
    [InlineData("{\"email\":\"a@b.example\",\"name\":\"x\",\"roles\":[\"owner\"]}", "Unreadable")]
    [InlineData("{\"email\":", "Unreadable")]
    public async Task A_bad_member_is_refused_with_the_fields_at_fault(string body, string code)
    {
        using StaffClient administrator = await shared.Running.SignInAsync(Role.Administrator);
        using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await administrator.Http.PostAsync("/api/staff/users", content);
        Assert.Equal((HttpStatusCode.BadRequest, code), await StaffClient.RefusalOfAsync(answer));
    }
}
