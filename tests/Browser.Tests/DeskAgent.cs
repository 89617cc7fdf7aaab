using System.Text.Json;
using Microsoft.Playwright;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>A member of staff at the desk: what can be seen and done there.</summary>
internal sealed record DeskAgent(IPage Page, Look Look, StaffClient Client, string Name, Watch Watch)
{
    public DeskWords Words => DeskWords.Of(Look.Locale);

    public ILocator Log => Page.GetByRole(AriaRole.Log);

    public ILocator Field => Page.GetByRole(AriaRole.Textbox, new() { Name = Words.Field, Exact = true });

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>A message in the thread, of whichever side.</summary>
    public ILocator Message(string text) => Log.GetByRole(AriaRole.Article).Filter(new() { HasText = text });

    public ILocator Row(string text) => Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = text });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task ComeAsync(string path = "/desk/inbox")
    {
        await Page.GotoAsync(path);
        await Expect(Page.GetByRole(AriaRole.Navigation).First).ToBeVisibleAsync();
    }

    /// <summary>Takes conversations from now on.</summary>
    public Task StartShiftAsync() => SetPresenceAsync("on");

    public Task EndShiftAsync() => SetPresenceAsync("off");

    public async Task AcceptAsync()
    {
        await Button(Words.Accept).ClickAsync();
        await Expect(Field).ToBeVisibleAsync();
    }

    /// <summary>Opens the first conversation of the list.</summary>
    public async Task OpenFirstAsync()
    {
        await Page.Locator("a[href^='/desk/inbox/']").First.ClickAsync();
        await Expect(Field).ToBeVisibleAsync();
    }

    public async Task SayAsync(string text)
    {
        await Field.FillAsync(text);
        await Button(Words.Send).ClickAsync();
        await Expect(Field).ToHaveValueAsync("");
        await Expect(Message(text)).ToHaveCountAsync(1);
    }

    public async Task NoteAsync(string text)
    {
        await Button(Words.Note).ClickAsync();
        await Page.GetByRole(AriaRole.Textbox, new() { Name = Words.Note, Exact = true }).FillAsync(text);
        await Button(Words.AddNote).ClickAsync();
        await Expect(Message(text.Split('\n')[0]).Last).ToBeVisibleAsync();
    }

    public async Task OpenMenuAsync(string entry)
    {
        await Main.GetByRole(AriaRole.Button, new() { Name = Words.More, Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = entry }).ClickAsync();
    }

    public async Task PictureAsync(string state) =>
        await Page.ScreenshotAsync(new() { Path = Shopper.Artifact($"desk-{state}-{Look}.png"), Animations = ScreenshotAnimations.Disabled });

    public async Task<string?> ConversationIdAsync() =>
        await Page.EvaluateAsync<string?>("/\\/inbox\\/([^/?]+)/.exec(location.pathname)?.[1] ?? null");

    /// <summary>Ends what one has, so that nothing is left for the next test.</summary>
    public async Task LeaveAsync()
    {
        if (!RolePermissions.Of(Client.User.Roles).Contains(Permission.DeskReply))
        {
            return;
        }

        await EndShiftAsync();
        foreach (string view in new[] { "mine", "unassigned" })
        {
            JsonElement list = await Client.GetAsync($"/api/desk/conversations?view={view}&status=open&limit=100");
            foreach (JsonElement conversation in list.GetProperty("items").EnumerateArray())
            {
                string path = $"/api/desk/conversations/{conversation.GetProperty("id").GetString()}";
                using HttpResponseMessage taken = await Client.CallAsync(HttpMethod.Post, $"{path}/claim", new { });
                using HttpResponseMessage ended = await Client.CallAsync(HttpMethod.Post, $"{path}/resolve", new { });
            }
        }
    }

    private async Task SetPresenceAsync(string state)
    {
        using HttpResponseMessage set = await Client.CallAsync(HttpMethod.Put, "/api/desk/presence", new { state });
        set.EnsureSuccessStatusCode();
    }
}
