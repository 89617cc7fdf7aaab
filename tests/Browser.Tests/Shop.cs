using System.Net.Http.Json;
using Microsoft.Playwright;
using SupportBot.BotService.Tests;
using SupportBot.BotService.Tests.Outreach;

namespace SupportBot.Browser.Tests;

/// <summary>One browser and one running service for all tests, so that neither is started more than once.</summary>
public sealed class Shop : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private const string GatewaySecret = "a secret of the gateway";
    private const float Patience = 20_000;

    private IPlaywright? playwright;
    private IBrowser browser = null!;

    /// <summary>What the service's text messages leave by.</summary>
    public SmsGateway Sms { get; private set; } = null!;

    public RunningService Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Executable), $"{Executable} is missing: run tests/run, which installs it, or: apt-get install chromium");
        HostileText.AddTo(TestStore.Directory);
        Assertions.SetDefaultExpectTimeout(Patience);
        Sms = await SmsGateway.StartAsync();
        Service = await RunningService.StartAsync(
            null,
            "--DirectLine:MaxUploadBytes", "65536",
            "--Staff:PasswordRounds", "10000",
            "--Sms:Url", Sms.Url,
            "--Sms:Inbound:Secret", GatewaySecret,
            "--Outreach:ApprovalAbove", "1",
            "--Outreach:PerDay", "5",
            "--Outreach:PerWeek", "20",
            "--Outreach:QuietFrom", "00:00",
            "--Outreach:QuietUntil", "00:00",
            "--Outreach:Interval", "00:00:00.200");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Timeout = 3 * Patience,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright?.Dispose();
        await Service.DisposeAsync();
        await Sms.DisposeAsync();
    }

    /// <summary>A shopper's text message, as the gateway hands it in.</summary>
    public async Task TextAsync(string from, string text)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/sms") { Content = JsonContent.Create(new { from, text, id = Guid.NewGuid().ToString("N") }) };
        request.Headers.Authorization = new("Bearer", GatewaySecret);
        (await Service.Http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    /// <summary>A fresh browser profile, watched.</summary>
    internal async Task<(IBrowserContext Context, Watch Watch)> OpenAsync(BrowserNewContextOptions options)
    {
        IBrowserContext context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return (context, await Watch.OverAsync(context));
    }

    /// <summary>
    /// A fresh browser profile comes to the demo page. Afterwards nothing may have gone wrong unseen: no error in the console,
    /// no breach of the page's policy, no dialog, no token in an address.
    /// </summary>
    internal async Task VisitAsync(Look look, Func<Shopper, Task> visit, RunningService? elsewhere = null)
    {
        RunningService service = elsewhere ?? Service;
        (IBrowserContext context, Watch watch) = await OpenAsync(look.Options(service.Address));
        await using IBrowserContext closed = context;
        Shopper shopper = new(await context.NewPageAsync(), look, service, watch);
        await shopper.ComeAsync();
        try
        {
            await visit(shopper);
        }
        catch
        {
            await shopper.PictureAsync("failed");
            throw;
        }

        watch.AssertQuiet();
    }
}
