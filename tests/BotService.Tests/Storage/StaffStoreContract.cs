using System.Text;
using SupportBot.Access;
using SupportBot.Access.Audit;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of <see cref="IStaffStore"/>, <see cref="IStaffSessionStore"/> and <see cref="IAuditLog"/> promises.</summary>
public abstract class StaffStoreContract
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    private protected abstract IStaffStore Members { get; }

    private protected abstract IStaffSessionStore Sessions { get; }

    private protected abstract IAuditLog Audit { get; }

    private protected ManualTime Time { get; } = new();

    [Fact]
    public async Task A_member_comes_back_as_saved()
    {
        StaffUser user = User("a", Role.Agent, Role.Marketer) with
        {
            SecondFactor = [1, 2],
            PasswordUntil = Time.GetUtcNow(),
            Work = new StaffWork { Skills = [new StaffSkill("returns", Time.GetUtcNow())], Teams = ["east"], Languages = ["zh"], Capacity = 3 },
        };
        Assert.Equal(StaffSaved.Saved, await Members.AddAsync(user, Entry("user.add"), false, default));
        StaffUser? found = await Members.FindByEmailAsync(user.Email, default);
        Assert.Equivalent(user, found, strict: true);
        Assert.Equal(StaffSaved.Taken, await Members.AddAsync(User("b", Role.Agent) with { Email = user.Email }, Entry("user.add"), false, default));
    }

    [Fact]
    public async Task Of_changes_at_once_one_is_written()
    {
        await Members.AddAsync(User("root", Role.Administrator), Entry("user.add"), false, default);
        StaffUser user = User("a", Role.Agent);
        await Members.AddAsync(user, Entry("user.add"), false, default);
        StaffSaved[] saved = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Members.SaveAsync(new StaffChange(user with { Name = $"n{number}" }, Entry("user.change")), default)));
        Assert.Single(saved, outcome => outcome == StaffSaved.Saved);
        Assert.Equal(9, saved.Count(outcome => outcome == StaffSaved.Changed));
    }

    [Fact]
    public async Task Of_first_administrators_at_once_one_is_added()
    {
        StaffSaved[] saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Members.AddAsync(User($"a{number}", Role.Administrator), Entry("user.add"), true, default)));
        Assert.Single(saved, outcome => outcome == StaffSaved.Saved);
    }

    [Fact]
    public async Task A_step_and_a_recovery_code_are_taken_once()
    {
        await Members.AddAsync(User("a", Role.Administrator), Entry("user.add"), false, default);
        bool[] steps = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Members.UseStepAsync("a", 100, default)));
        Assert.Single(steps, taken => taken);
        Assert.False(await Members.UseStepAsync("a", 99, default));

        await Members.SaveAsync(new StaffChange(User("a", Role.Administrator), Entry("codes")) { RecoveryCodes = [[1], [2]] }, default);
        bool[] codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Members.UseRecoveryCodeAsync("a", [1], default)));
        Assert.Single(codes, taken => taken);
        Assert.False(await Members.UseRecoveryCodeAsync("b", [2], default));
    }

    [Fact]
    public async Task A_session_ends_when_unused_when_old_and_with_its_member()
    {
        StaffUser user = User("a", Role.Agent);
        await Members.AddAsync(User("root", Role.Administrator), Entry("user.add"), false, default);
        await Members.AddAsync(user, Entry("user.add"), false, default);
        await OpenAsync("used", "a", TimeSpan.FromHours(3));
        await OpenAsync("unused", "a", TimeSpan.FromHours(3));
        Time.Advance(Idle - TimeSpan.FromMinutes(1));
        await Sessions.TouchAsync("used", default);
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["used"], await Sessions.LiveAsync(["used", "unused", "none"], Idle, default));
        Assert.Null(await Sessions.FindAsync(Key("unused"), Idle, default));
        Assert.Equal("a", (await Sessions.FindAsync(Key("used"), Idle, default))?.User.Id);

        await Members.SaveAsync(new StaffChange(user with { Active = false }, Entry("user.change")), default);
        Assert.Null(await Sessions.FindAsync(Key("used"), Idle, default));
        await Members.SaveAsync(new StaffChange(user with { Active = true, Version = 1 }, Entry("user.change")), default);
        await Sessions.TouchAsync("used", default);
        Time.Advance(TimeSpan.FromHours(2));
        await Sessions.TouchAsync("used", default);
        Assert.Null(await Sessions.FindAsync(Key("used"), Idle, default));
    }

    [Fact]
    public async Task A_change_ends_the_members_sessions_but_the_one_kept()
    {
        StaffUser user = User("a", Role.Administrator);
        await Members.AddAsync(user, Entry("user.add"), false, default);
        await Members.AddAsync(User("b", Role.Agent), Entry("user.add"), false, default);
        await OpenAsync("kept", "a", Idle);
        await OpenAsync("ended", "a", Idle);
        await OpenAsync("other", "b", Idle);
        await Members.SaveAsync(new StaffChange(user, Entry("user.change")) { EndSessions = true, KeptSession = "kept" }, default);
        Assert.Equal(["kept", "other"], (await Sessions.LiveAsync(["kept", "ended", "other"], Idle, default)).Order());
        Assert.False(await Sessions.EndAsync("other", "a", Entry("session.end"), default));
        Assert.True(await Sessions.EndAsync("other", "b", Entry("session.end"), default));
    }

    [Fact]
    public async Task Waits_grow_with_failures_and_end_with_success()
    {
        StaffOptions options = new();
        bool[] passed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Sessions.BeginAttemptAsync([1], options, default)));
        Assert.Equal(5, passed.Count(pass => pass));
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await Sessions.BeginAttemptAsync([1], options, default));
        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.False(await Sessions.BeginAttemptAsync([1], options, default));
        Assert.True(await Sessions.BeginAttemptAsync([2], options, default));
        await Sessions.ForgetAttemptsAsync([1], default);
        Assert.True(await Sessions.BeginAttemptAsync([1], options, default));
    }

    [Fact]
    public async Task The_audit_is_read_newest_first_by_page_and_filter()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => Audit.WriteAsync(new AuditEntry($"actor{number % 2}", "x", number % 3 == 0 ? "a.b" : "c.d", $"{number}"), default)));
        IReadOnlyList<AuditRecord> page = await Audit.ReadAsync(new AuditFilter(), long.MaxValue, 10, default);
        Assert.Equal(Enumerable.Range(21, 10).Reverse().Select(id => (long)id), page.Select(row => row.Id));
        Assert.All(await Audit.ReadAsync(new AuditFilter("actor1", "a.b"), long.MaxValue, 100, default), row => Assert.Equal(("actor1", "a.b"), (row.Entry.ActorId, row.Entry.Action)));
        Assert.Empty(await Audit.ReadAsync(new AuditFilter(To: Time.GetUtcNow()), long.MaxValue, 100, default));
        Assert.Equal(new AuditCheck(30, null), await Audit.CheckAsync(default));
    }

    private protected static AuditEntry Entry(string action) => AuditEntry.ByConsole(action, "x", """{"k":"值"}""");

    private protected StaffUser User(string id, params Role[] roles) => new()
    {
        Id = id,
        Email = $"{id}@shop.example",
        Name = $"Name {id}",
        Roles = roles,
        PasswordHash = "hash",
        CreatedAt = Time.GetUtcNow(),
    };

    private static byte[] Key(string session) => Encoding.UTF8.GetBytes(session);

    private Task OpenAsync(string id, string staffId, TimeSpan lifetime)
    {
        DateTimeOffset now = Time.GetUtcNow();
        return Sessions.AddAsync(new StaffSession(id, staffId, now, now, now + lifetime, "127.0.0.1", null), Key(id), Entry("session.start"), Idle, default);
    }
}
