using System.Net;
using SupportBot.Access;
using SupportBot.Access.Audit;

namespace SupportBot.BotService.Tests.Access;

public sealed class SessionTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    [Fact]
    public async Task A_new_password_ends_all_other_sessions_at_once()
    {
        using StaffClient here = await Service.SignInAsync(Role.Agent);
        using StaffClient there = new(Service, here.User);
        (await there.SignInAsync()).EnsureSuccessStatusCode();
        Assert.Equal(2, (await here.GetAsync("/api/staff/sessions")).GetArrayLength());
        using StaffSessions.Watch watch = await WatchAsync(there);

        await here.SendAsync(HttpMethod.Post, "/api/staff/me/password", new { current = StaffClient.Password, @new = "another fine password" });
        await EndedAsync(watch);
        Assert.Equal((HttpStatusCode.Unauthorized, "SignedOut"), await there.RefusalAsync(HttpMethod.Get, "/api/staff/me"));
        Assert.Equal(1, (await here.GetAsync("/api/staff/sessions")).GetArrayLength());
    }

    [Fact]
    public async Task A_member_no_longer_active_is_out_everywhere_within_a_second_also_when_another_node_says_so()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        using StaffSessions.Watch watch = await WatchAsync(agent);
        long started = System.Diagnostics.Stopwatch.GetTimestamp();

        // Straight at the store, as another node would: this one gets no signal.
        await Service.Get<IStaffStore>().SaveAsync(new StaffChange(agent.User with { Active = false }, AuditEntry.ByConsole("user.change", agent.Id)) { EndSessions = true }, default);
        await EndedAsync(watch);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Unauthorized, (await agent.RefusalAsync(HttpMethod.Get, "/api/staff/me")).Status);
    }

    [Fact]
    public async Task One_ends_own_sessions_only()
    {
        using StaffClient mine = await Service.SignInAsync(Role.Agent);
        using StaffClient other = await Service.SignInAsync(Role.Administrator);
        string session = (await mine.GetAsync("/api/staff/sessions"))[0].GetProperty("id").GetString()!;
        Assert.Equal((HttpStatusCode.NotFound, "NotFound"), await other.RefusalAsync(HttpMethod.Delete, $"/api/staff/sessions/{session}"));
        await mine.SendAsync(HttpMethod.Delete, $"/api/staff/sessions/{session}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await mine.RefusalAsync(HttpMethod.Get, "/api/staff/me")).Status);
    }

    [Fact]
    public async Task Wrong_new_passwords_are_refused_with_what_is_wrong()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        foreach (string weak in (string[])["short", "aaaaaaaaaaaaaaaa", agent.Email + "1", StaffClient.Password])
        {
            Assert.Equal((HttpStatusCode.BadRequest, "Invalid"), await agent.RefusalAsync(HttpMethod.Post, "/api/staff/me/password", new { current = StaffClient.Password, @new = weak }));
        }

        Assert.Equal((HttpStatusCode.Forbidden, "WrongPassword"), await agent.RefusalAsync(HttpMethod.Post, "/api/staff/me/password", new { current = "not mine at all", @new = "another fine password" }));
    }

    private async Task<StaffSessions.Watch> WatchAsync(StaffClient client) =>
        Service.Get<StaffSessions>().Follow((await Service.Get<IStaffSessionStore>().FindAsync(StaffSignIn.HashOf(client.Cookie!), TimeSpan.FromHours(1), default))!.Value.Session.Id);

    private static async Task EndedAsync(StaffSessions.Watch watch)
    {
        TaskCompletionSource ended = new();
        await using CancellationTokenRegistration registration = watch.Ended.Register(ended.SetResult);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
