using Microsoft.Playwright;
using SupportBot.BotService.Tests;

namespace SupportBot.Browser.Tests;

/// <summary>One browser and one running service for all tests, so that neither is started more than once.</summary>
public sealed class Shop : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";
    private const float Patience = 20_000;

    private IPlaywright? playwright;
    private IBrowser browser = null!;

    public RunningService Service { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Executable), $"{Executable} is missing: run tests/run, which installs it, or: apt-get install chromium");
        HostileText.AddTo(TestStore.Directory);
        Assertions.SetDefaultExpectTimeout(Patience);
        Service = await RunningService.StartAsync(
            null,
            "--DirectLine:MaxUploadBytes", "65536",
            "--Staff:PasswordRounds", "10000",
            "--Outreach:ApprovalAbove", "1",
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
