using System.Net;
using System.Text;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.Access.Audit;

namespace SupportBot.BotService.Tests.Access;

public sealed class SecondFactorTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    // RFC 6238, appendix B, SHA-1: the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        DateTimeOffset at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        byte[] secret = Encoding.ASCII.GetBytes("12345678901234567890");
        Assert.Equal(code, Totp.CodeOf(secret, Totp.StepAt(at)));
        Assert.Equal(Totp.StepAt(at), Totp.Match(secret, code, at.AddSeconds(30)));
        Assert.Null(Totp.Match(secret, code, at.AddSeconds(90)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("fooba", "MZXW6YTB")]
    public void Secrets_are_written_in_base_32(string bytes, string text) => Assert.Equal(text, Totp.Base32(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public async Task Once_confirmed_the_code_is_asked_for_and_each_counts_once()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        JsonElement offered = await agent.SendAsync(HttpMethod.Post, "/api/staff/me/second-factor");
        Assert.StartsWith("otpauth://totp/SupportBot:", offered.GetProperty("otpauthUri").GetString(), StringComparison.Ordinal);
        byte[] secret = await SecretAsync(agent);
        Assert.Equal(offered.GetProperty("secret").GetString(), Totp.Base32(secret));
        Assert.Equal((HttpStatusCode.Conflict, "WrongCode"), await agent.RefusalAsync(HttpMethod.Post, "/api/staff/me/second-factor/confirm", new { code = "000000x" }));

        // The step before now is taken for the confirmation, the present one for signing in.
        string used = Code(secret, -1);
        JsonElement confirmed = await agent.SendAsync(HttpMethod.Post, "/api/staff/me/second-factor/confirm", new { code = used });
        string[] recovery = [.. confirmed.GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!)];
        Assert.Equal(10, recovery.Distinct().Count());

        using StaffClient next = new(Service, agent.User);
        Assert.Equal("CodeNeeded", (await StaffClient.RefusalOfAsync(await next.SignInAsync())).Code);
        Assert.Equal("SignInFailed", (await StaffClient.RefusalOfAsync(await next.SignInAsync(code: used))).Code);
        Assert.Equal(HttpStatusCode.OK, (await next.SignInAsync(code: Code(secret, 1))).StatusCode);
        Assert.Equal("SignInFailed", (await StaffClient.RefusalOfAsync(await next.SignInAsync(code: Code(secret, 1)))).Code);

        Assert.Equal(HttpStatusCode.OK, (await next.SignInAsync(code: recovery[3].ToUpperInvariant())).StatusCode);
        Assert.Equal("SignInFailed", (await StaffClient.RefusalOfAsync(await next.SignInAsync(code: recovery[3]))).Code);
    }

    [Fact]
    public async Task Removing_it_takes_the_password()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        await agent.SendAsync(HttpMethod.Post, "/api/staff/me/second-factor");
        byte[] secret = await SecretAsync(agent);
        await agent.SendAsync(HttpMethod.Post, "/api/staff/me/second-factor/confirm", new { code = Code(secret, 0) });
        Assert.Equal((HttpStatusCode.Forbidden, "WrongPassword"), await agent.RefusalAsync(HttpMethod.Delete, "/api/staff/me/second-factor", new { password = "no" }));
        await agent.SendAsync(HttpMethod.Delete, "/api/staff/me/second-factor", new { password = StaffClient.Password });
        Assert.False((await agent.GetAsync("/api/staff/me")).GetProperty("secondFactor").GetBoolean());
        using StaffClient next = new(Service, agent.User);
        Assert.Equal(HttpStatusCode.OK, (await next.SignInAsync()).StatusCode);
    }

    [Fact]
    public async Task A_secret_lies_sealed_and_for_its_member_alone()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        await agent.SendAsync(HttpMethod.Post, "/api/staff/me/second-factor");
        byte[] secret = await SecretAsync(agent);
        byte[] kept = (await Service.Get<IStaffStore>().FindAsync(agent.Id, default))!.PendingFactor!;
        Assert.DoesNotContain(Convert.ToHexString(secret), Convert.ToHexString(kept), StringComparison.Ordinal);
        FactorSeal seal = Service.Get<FactorSeal>();
        Assert.Null(seal.Open("somebody else", kept));
        kept[^1] ^= 1;
        Assert.Null(seal.Open(agent.Id, kept));
        Assert.Null(seal.Open(agent.Id, [1, 2, 3]));
    }

    [Fact]
    public async Task What_an_earlier_version_kept_open_is_sealed_at_the_next_start_and_a_key_of_ones_own_can_be_given()
    {
        string data = Directory.CreateTempSubdirectory("supportbot-factor").FullName;
        byte[] secret = [.. Enumerable.Range(1, Totp.SecretBytes).Select(number => (byte)number)];
        StaffClient agent;
        await using (RunningService first = await RunningService.StartAsync(data))
        {
            agent = await first.HireAsync(Role.Agent);
            StaffUser user = (await first.Get<IStaffStore>().FindAsync(agent.Id, default))!;
            await first.Get<IStaffStore>().SaveAsync(new StaffChange(user with { SecondFactor = secret }, AuditEntry.ByConsole("test", user.Id)), default);
        }

        foreach (string[] settings in new[] { [], (string[])["--Staff:SecondFactorKey", "a key of one's own, 32 characters or more"] })
        {
            await using RunningService service = await RunningService.StartAsync(data, settings);
            byte[] kept = (await service.Get<IStaffStore>().FindAsync(agent.Id, default))!.SecondFactor!;
            Assert.True(service.Get<FactorSeal>().IsSealed(agent.Id, kept));
            Assert.Equal(secret, service.Get<FactorSeal>().Open(agent.Id, kept));
        }

        using StaffClient _ = agent;
        await using RunningService without = await RunningService.StartAsync(data);
        Assert.Null(without.Get<FactorSeal>().Open(agent.Id, (await without.Get<IStaffStore>().FindAsync(agent.Id, default))!.SecondFactor!));
        using StaffClient locked = new(without, agent.User);
        Assert.Equal("SignInFailed", (await StaffClient.RefusalOfAsync(await locked.SignInAsync(code: Code(secret, 0)))).Code);
    }

    private async Task<byte[]> SecretAsync(StaffClient agent)
    {
        StaffUser user = (await Service.Get<IStaffStore>().FindAsync(agent.Id, default))!;
        return Service.Get<FactorSeal>().Open(user.Id, user.PendingFactor!)!;
    }

    private static string Code(byte[] secret, int steps) => Totp.CodeOf(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()) + steps);
}
