using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.Access.Audit;

namespace SupportBot.BotService.Tests.Access;

public sealed class SignInTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    [Fact]
    public async Task A_member_signs_in_and_out_and_the_cookie_is_safe()
    {
        using StaffClient agent = await Service.HireAsync(Role.Agent);
        Assert.Equal((HttpStatusCode.Unauthorized, "SignedOut"), await agent.RefusalAsync(HttpMethod.Get, "/api/staff/me"));
        using HttpResponseMessage answer = await agent.SignInAsync();
        string cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);

        JsonElement me = await agent.GetAsync("/api/staff/me");
        Assert.Equal((agent.Email, "agent"), (me.GetProperty("email").GetString(), me.GetProperty("roles")[0].GetString()));
        Assert.Contains("desk.reply", me.GetProperty("permissions").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(JsonValueKind.Object, me.GetProperty("preferences").ValueKind);

        string key = agent.Cookie!;
        await agent.SendAsync(HttpMethod.Post, "/api/staff/sign-out");
        Assert.Null(agent.Cookie);
        using HttpRequestMessage again = new(HttpMethod.Get, "/api/staff/me");
        again.Headers.Add("Cookie", $"sb_staff={key}");
        using HttpResponseMessage refused = await Service.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Nobody_learns_whether_an_address_is_known_its_password_wrong_or_the_member_gone()
    {
        using StaffClient known = await Service.HireAsync(Role.Agent);
        using StaffClient gone = await Service.HireAsync(Role.Agent);
        await Service.Get<IStaffStore>().SaveAsync(new StaffChange(gone.User with { Active = false }, AuditEntry.ByConsole("user.change", gone.Id)), default);
        string[] answers = await Task.WhenAll(
            BodyAsync(known.Email, "wrong password 1"),
            BodyAsync("nobody@shop.example", "wrong password 1"),
            BodyAsync(gone.Email, StaffClient.Password));
        Assert.Single(answers.Distinct());
        Assert.Contains("SignInFailed", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_costs_the_same_work_as_a_known_one()
    {
        await using RunningService slow = await RunningService.StartAsync(null, "--Staff:PasswordRounds", "400000");
        using StaffClient known = await slow.HireAsync(Role.Agent);
        await TimeAsync(slow, known.Email);
        double[] knownTimes = [await TimeAsync(slow, known.Email), await TimeAsync(slow, known.Email)];
        double[] unknownTimes = [await TimeAsync(slow, "nobody@shop.example"), await TimeAsync(slow, "nobody@shop.example")];

        // The work of a hash is most of the time; without it the answer would come ten times sooner.
        Assert.InRange(unknownTimes.Min() / knownTimes.Min(), 0.4, 2.5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_five_failures_even_the_right_password_waits_and_says_no_more_than_before(bool known)
    {
        using StaffClient agent = await Service.HireAsync(Role.Agent);
        string email = known ? agent.Email : $"nobody-{agent.Email}";
        string[] failures = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => BodyAsync(email, $"wrong password {number}")));
        Assert.Single(failures.Distinct());
        Assert.Equal(failures[0], await BodyAsync(email, StaffClient.Password));
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_do_not_slip_through_together()
    {
        using StaffClient agent = await Service.HireAsync(Role.Agent);
        StaffSignIn signIn = Service.Get<StaffSignIn>();
        string[] guesses = [.. Enumerable.Range(0, 30).Select(number => $"wrong password {number}"), StaffClient.Password];
        SignInResult[] results = await Task.WhenAll(guesses.Select(guess => signIn.SignInAsync(new SignInRequest(agent.Email, guess, null), null, null, default)));
        Assert.All(results, result => Assert.Equal(SignInOutcome.Failed, result.Outcome));
    }

    [Fact]
    public async Task An_address_that_tries_too_often_is_told_to_wait()
    {
        await using RunningService service = await RunningService.StartAsync(null, "--Limits:SignInBurst", "2", "--Limits:SignInsPerMinute", "1");
        using StaffClient agent = await service.HireAsync(Role.Agent);
        HttpResponseMessage[] answers = [await agent.SignInAsync("no"), await agent.SignInAsync("no"), await agent.SignInAsync("no")];
        Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyAttempts"), await StaffClient.RefusalOfAsync(answers[2]));
        Assert.True(answers[2].Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_first_administrator_signs_in_once_and_must_choose_a_password()
    {
        await using RunningService service = await RunningService.StartAsync();

        // The start message has printed and forgotten the first one: the operator makes another.
        StaffUser administrator = Assert.Single(await service.Get<IStaffStore>().ListAsync(default));
        Assert.Null(service.Get<FirstAdministrator>().Take());
        string password = (await service.Get<StaffAccounts>().ResetPasswordAsync(administrator.Id, true, null, default))!;
        using StaffClient client = new(service, administrator);
        using HttpResponseMessage answer = await client.SignInAsync(password);
        JsonElement me = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(me.GetProperty("mustChangePassword").GetBoolean());
        Assert.Equal((HttpStatusCode.Forbidden, "PasswordChangeNeeded"), await client.RefusalAsync(HttpMethod.Get, "/api/staff/users"));

        await client.SendAsync(HttpMethod.Post, "/api/staff/me/password", new { current = password, @new = "a password of my own" });
        Assert.Equal(1, (await client.GetAsync("/api/staff/users")).GetArrayLength());
    }

    [Fact]
    public async Task A_refusal_speaks_the_callers_language()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/staff/me");
        request.Headers.Add("Accept-Language", "fr, zh-CN;q=0.9, en;q=0.5");
        using HttpResponseMessage answer = await Service.Http.SendAsync(request);
        Assert.Contains("请重新登录", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<string> BodyAsync(string email, string password)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/staff/sign-in") { Content = JsonContent.Create(new { email, password }) };
        request.Headers.Add("X-SupportBot", "1");
        using HttpResponseMessage answer = await Service.Http.SendAsync(request);
        return $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    private static async Task<double> TimeAsync(RunningService service, string email)
    {
        long started = Stopwatch.GetTimestamp();
        await service.Get<StaffSignIn>().SignInAsync(new SignInRequest(email, "wrong password", null), null, null, default);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
