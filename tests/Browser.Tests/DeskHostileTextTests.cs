using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Playwright;
using SupportBot.Access;
using SupportBot.BotService.Tests;
using SupportBot.BotService.Tests.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>Hostile words through every way in, shown at the desk with its policy and without: the page's own care must be enough.</summary>
[Collection(nameof(ShopTests))]
public sealed class DeskHostileTextTests(Shop shop)
{
    private const int InOneMessage = 12;

    /// <summary>What could run, load or lead away, in whatever the desk shows of other people's words.</summary>
    private const string Dangers = """
        () => [...document.querySelectorAll('main *, [role=dialog] *')]
            .flatMap(element => [element.localName, ...[...element.attributes].map(({ name, value }) => `${name}=${value}`)])
            .filter(found => /^(script|iframe|object|embed|link|meta|base|marquee|math|audio|video)$|^on|^srcdoc=|^(href|src)=(?!https?:|mailto:|[/#]|blob:)/i.test(found))
        """;

    [Theory, InlineData(true), InlineData(false)]
    public Task Nothing_of_it_runs_anywhere(bool withPolicy) => DeskTeam.MeetAsync(shop, async team =>
    {
        Assert.True(DeskHostileText.Payloads.Length >= 200);
        DeskAgent chief = await team.AgentAsync(new(Device.Desktop, withPolicy ? "en" : "zh"), "<img src=x onerror=window.trapped=1>", Role.Administrator, withPolicy);
        Visitor shopper = await team.Service.VisitAsync(chief.Look.Locale);
        await FillAsync(team, chief, shopper);

        await chief.ComeAsync($"/desk/inbox/{shopper.ConversationId}");
        await Expect(chief.Log.GetByRole(AriaRole.Article).Last).ToBeVisibleAsync();
        await ReadEverythingAsync(chief);
        await chief.PictureAsync(withPolicy ? "hostile" : "hostile-without-policy");
        foreach (string page in new[] { "replies", "users", "floor", "tickets", "customers", "search?q=window" })
        {
            await chief.ComeAsync($"/desk/{page}");
            await chief.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await AssertHarmlessAsync(chief);
        }

        string ticket = (await chief.Client.GetAsync("/api/tickets?limit=1")).GetProperty("items")[0].GetProperty("id").GetString()!;
        await chief.ComeAsync($"/desk/tickets/{ticket}");
        await Expect(chief.Dialog).ToContainTextAsync("window.trapped");
        await AssertHarmlessAsync(chief);
    });

    private static async Task FillAsync(DeskTeam team, DeskAgent chief, Visitor shopper)
    {
        string conversation = $"/api/desk/conversations/{shopper.ConversationId}";
        await shopper.AskAsync(chief.Words.Person);
        await chief.Client.SendAsync(HttpMethod.Post, $"{conversation}/claim", new { });
        int number = 0;
        foreach (string[] some in DeskHostileText.Payloads.Chunk(InOneMessage))
        {
            string text = string.Join("\n\n", some);
            using HttpResponseMessage said = await shopper.SayAsync(text);
            await chief.Client.SendAsync(HttpMethod.Post, $"{conversation}/messages", new { clientId = $"m{number}", text });
            await chief.Client.SendAsync(HttpMethod.Post, $"{conversation}/notes", new { clientId = $"n{number}", text });
            await chief.Client.SendAsync(HttpMethod.Post, "/api/desk/canned", new { shortcut = $"x{number}", title = Short(some[0], 100), text, locale = "en", scope = "personal" });
            number++;
        }

        foreach (string payload in HostileText.Payloads)
        {
            using MultipartFormDataContent form = new() { { new ByteArrayContent("x"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("text/html") } }, "file", $"{payload.ReplaceLineEndings(" ").Replace('"', '\'')}.svg" } };
            using HttpResponseMessage uploaded = await chief.Client.Http.PostAsync("/api/desk/files", form);
            if (uploaded.IsSuccessStatusCode)
            {
                string file = JsonElement.Parse(await uploaded.Content.ReadAsStringAsync()).GetProperty("fileId").GetString()!;
                await chief.Client.SendAsync(HttpMethod.Post, $"{conversation}/messages", new { clientId = file, text = payload, attachments = new[] { file } });
            }
        }

        foreach (string[] some in DeskHostileText.Payloads.Chunk(InOneMessage * 2))
        {
            string text = string.Join("\n", some).Trim('\0');
            await chief.Client.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "complaint", category = "trap", title = Short(some[0], 150), description = Short(text, 2_000), wish = Short(text, 1_000), conversationId = shopper.ConversationId });
            await chief.Client.SendAsync(HttpMethod.Post, "/api/customers", new { name = Short(some[0], 80), email = $"{Guid.NewGuid():N}@trap.example" });
        }

        await chief.Client.SendAsync(HttpMethod.Put, $"{conversation}/tags", new { tags = HostileText.Payloads.Take(3).Select(payload => payload[..Math.Min(payload.Length, 30)]) });
        using StaffClient colleague = await team.Service.SignInAsync(Role.Agent);
        await colleague.SendAsync(HttpMethod.Patch, "/api/staff/me", new { name = "<svg onload=window.trapped=1>" });
    }

    private static string Short(string text, int longest) => text[..Math.Min(text.Length, longest)].ReplaceLineEndings(" ").Trim('\0', '\u0001', ' ');

    /// <summary>From the newest message up to the first.</summary>
    private static async Task ReadEverythingAsync(DeskAgent agent)
    {
        for (int steps = 0; steps < 200; steps++)
        {
            await AssertHarmlessAsync(agent);
            if (await agent.Log.EvaluateAsync<bool>("log => { const before = log.scrollTop; log.scrollTop -= log.clientHeight * 2; return before === 0; }"))
            {
                return;
            }

            await agent.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }
    }

    private static async Task AssertHarmlessAsync(DeskAgent agent)
    {
        Assert.Empty(await agent.Page.EvaluateAsync<string[]>(Dangers));
        Assert.Null(await agent.Page.EvaluateAsync<JsonElement?>("window.trapped ?? null"));
        Assert.Single(agent.Page.Frames);
        Assert.Single(agent.Page.Context.Pages);
        Assert.Equal(0, await agent.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
    }
}
