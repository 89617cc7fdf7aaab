using Microsoft.Playwright;
using SupportBot.Access;
using SupportBot.BotService.Tests;
using SupportBot.BotService.Tests.Access;

namespace SupportBot.Browser.Tests;

/// <summary>Several people at once, each in a browser profile of their own: shoppers at the store, staff at the desk.</summary>
internal sealed class DeskTeam(Shop shop)
{
    private readonly List<IBrowserContext> contexts = [];
    private readonly List<DeskAgent> agents = [];
    private readonly List<(string Name, Func<string, Task> PictureAsync, Watch Watch)> people = [];

    public RunningService Service => shop.Service;

    /// <summary>Afterwards nothing may have gone wrong unseen in anybody's browser; if the test fails there is a picture of each.</summary>
    public static async Task MeetAsync(Shop shop, Func<DeskTeam, Task> meeting)
    {
        DeskTeam team = new(shop);
        try
        {
            await meeting(team);
            Assert.All(team.people, person => person.Watch.AssertQuiet());
        }
        catch
        {
            foreach ((string name, Func<string, Task> pictureAsync, _) in team.people)
            {
                await pictureAsync($"failed-{name}");
            }

            throw;
        }
        finally
        {
            foreach (DeskAgent agent in team.agents)
            {
                await agent.LeaveAsync();
                agent.Client.Dispose();
            }

            foreach (IBrowserContext context in team.contexts)
            {
                await context.DisposeAsync();
            }
        }
    }

    public async Task<Shopper> ShopperAsync(Look look)
    {
        (IBrowserContext context, Watch watch) = await OpenAsync(look.Options(Service.Address));
        Shopper shopper = new(await context.NewPageAsync(), look, Service, watch);
        people.Add(("shopper", shopper.PictureAsync, watch));
        await shopper.ComeAsync();
        return shopper;
    }

    /// <summary>A new colleague, signed in and at the desk's inbox.</summary>
    public async Task<DeskAgent> AgentAsync(Look look, string name, Role role = Role.Agent, bool withPolicy = true)
    {
        StaffClient client = await Service.SignInAsync(role);
        await client.SendAsync(HttpMethod.Patch, "/api/staff/me", new { name, locale = look.Locale, theme = look.Theme == ColorScheme.Dark ? "dark" : "light" });
        BrowserNewContextOptions options = look.Options(Service.Address);
        options.BypassCSP = !withPolicy;
        options.ViewportSize = look.Device == Device.Desktop ? new() { Width = 1440, Height = 900 } : options.ViewportSize;
        (IBrowserContext context, Watch watch) = await OpenAsync(options);
        await context.AddCookiesAsync([new() { Name = "sb_staff", Value = client.Cookie!, Url = Service.Address.ToString(), HttpOnly = true, SameSite = SameSiteAttribute.Strict }]);
        await context.AddInitScriptAsync("if (location.protocol.startsWith('http')) localStorage.setItem('supportbot-desk-asked', 'true')");
        DeskAgent agent = new(await context.NewPageAsync(), look, client, name, watch);
        agents.Add(agent);
        people.Add((name, agent.PictureAsync, watch));
        await agent.ComeAsync();
        return agent;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public async Task<(IPage Page, Watch Watch)> StrangerAsync(Look look)
    {
        (IBrowserContext context, Watch watch) = await OpenAsync(look.Options(Service.Address));
        IPage page = await context.NewPageAsync();
        people.Add(("stranger", async state => await page.ScreenshotAsync(new() { Path = Shopper.Artifact($"desk-{state}-{look}.png") }), watch));
        return (page, watch);
    }

    private async Task<(IBrowserContext Context, Watch Watch)> OpenAsync(BrowserNewContextOptions options)
    {
        (IBrowserContext context, Watch watch) = await shop.OpenAsync(options);
        contexts.Add(context);
        return (context, watch);
    }
}
