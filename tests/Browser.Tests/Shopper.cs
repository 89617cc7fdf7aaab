using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using SupportBot.BotService.Tests;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>A person at the demo page: what can be seen and done there.</summary>
internal sealed record Shopper(IPage Page, Look Look, RunningService Service, Watch Watch)
{
    public IBrowserContext Context => Page.Context;

    public Words Words => Look.Words;

    public ILocator Launcher => Page.Locator("#supportbot button.launcher");

    public ILocator Panel => Page.GetByRole(AriaRole.Dialog);

    public ILocator Log => Panel.GetByRole(AriaRole.Log);

    public ILocator Field => Panel.GetByRole(AriaRole.Textbox, new() { Name = Words.Message });

    public ILocator Choices => Panel.GetByRole(AriaRole.Group, new() { Name = Words.Suggestions }).GetByRole(AriaRole.Button);

    public ILocator Banner => Panel.Locator(".banner");

    /// <summary>A message in the log, of whichever side.</summary>
    public ILocator Message(string text) => Log.Locator(".message").Filter(new() { HasText = text });

    public ILocator Own(string text) => Log.Locator(".message.own").Filter(new() { HasText = text });

    public async Task ComeAsync()
    {
        await Page.GotoAsync(Look.Address);
        await Expect(Launcher).ToBeVisibleAsync();
    }

    public async Task ReturnAsync()
    {
        await Page.ReloadAsync();
        await Expect(Launcher).ToBeVisibleAsync();
    }

    public async Task<Shopper> AnotherTabAsync()
    {
        Shopper other = this with { Page = await Context.NewPageAsync() };
        await other.ComeAsync();
        return other;
    }

    /// <summary>Opens the chat and waits until the assistant has said who it is.</summary>
    public async Task OpenAsync()
    {
        await Launcher.ClickAsync();
        await Expect(Message(Words.Greeting)).ToBeVisibleAsync();
        await Expect(Banner).ToBeHiddenAsync();
    }

    public async Task CloseAsync()
    {
        await Panel.GetByRole(AriaRole.Button, new() { Name = Words.Close }).ClickAsync();
        await Expect(Panel).ToBeHiddenAsync();
    }

    public async Task SayAsync(string text)
    {
        await Field.FillAsync(text);
        await Panel.GetByRole(AriaRole.Button, new() { Name = Words.Send, Exact = true }).ClickAsync();
        await Expect(Field).ToHaveValueAsync("");
    }

    public async Task AskAsync(string text, string answer)
    {
        await SayAsync(text);
        await Expect(Message(answer).Last).ToBeVisibleAsync();
        await Expect(Own(text).Last).ToContainTextAsync(Words.Sent);
    }

    /// <summary>A screenshot in <c>tests/artifacts</c>, for a person to look at.</summary>
    public async Task PictureAsync(string state) =>
        await Page.ScreenshotAsync(new() { Path = Artifact($"{state}-{Look}.png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>What the service holds of this browser's conversation.</summary>
    public async Task<JsonElement[]> StoredAsync()
    {
        string resume = await Page.EvaluateAsync<string>("JSON.parse(localStorage.getItem(Object.keys(localStorage).find(key => /^supportbot \\S+$/.test(key)))).resume");
        using HttpResponseMessage issued = await Service.Http.PostAsJsonAsync("/api/widget/token", new { resume });
        return await new Visitor(Service, await issued.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).ReadAsync();
    }

    public async Task AssertStoredOnceAsync(string text)
    {
        await Expect(Own(text)).ToHaveCountAsync(1);
        await Expect(Own(text)).ToContainTextAsync(Words.Sent);
        Assert.Single(await StoredAsync(), activity => activity.TryGetProperty("text", out JsonElement stored) && stored.GetString() == text);
    }

    /// <summary>Where a picture of that name lies.</summary>
    public static string Artifact(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupportBot.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "tests", "artifacts", "browser", name);
    }
}
