using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupportBot.BotService.Tests;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed partial class OfflineTests(Shop shop)
{
    [Theory, MemberData(nameof(Looks.All), MemberType = typeof(Looks))]
    public Task What_is_written_offline_is_sent_once_when_the_shopper_is_back(Device device, string locale) =>
        LosingConnectionAsync(new(device, locale), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.Context.SetOfflineAsync(true);
            await Expect(shopper.Banner).ToContainTextAsync(shopper.Words.Offline);
            await shopper.SayAsync(shopper.Words.Question);
            await Expect(shopper.Own(shopper.Words.Question)).ToContainTextAsync(shopper.Words.Queued);
            await shopper.PictureAsync("offline");

            await shopper.Context.SetOfflineAsync(false);
            await Expect(shopper.Message(shopper.Words.Answer)).ToBeVisibleAsync();
            await Expect(shopper.Banner).ToBeHiddenAsync();
            await shopper.AssertStoredOnceAsync(shopper.Words.Question);
        });

    [Fact]
    public Task A_message_written_offline_survives_the_tab_and_is_sent_once_by_the_next() =>
        LosingConnectionAsync(new(Device.Desktop, "zh"), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.Context.SetOfflineAsync(true);
            await shopper.SayAsync(shopper.Words.Question);
            await Expect(shopper.Own(shopper.Words.Question)).ToContainTextAsync(shopper.Words.Queued);
            await shopper.Page.CloseAsync();

            await shopper.Context.SetOfflineAsync(false);
            Shopper next = await shopper.AnotherTabAsync();
            await next.OpenAsync();
            await Expect(next.Message(shopper.Words.Answer)).ToBeVisibleAsync();
            await next.AssertStoredOnceAsync(shopper.Words.Question);
        });

    [Fact]
    public Task A_waiting_message_survives_a_reload_while_the_service_cannot_be_reached() =>
        LosingConnectionAsync(new(Device.Desktop, "en"), async shopper =>
        {
            await shopper.OpenAsync();
            await shopper.Context.RouteAsync(Calls(), route => route.AbortAsync("connectionrefused"));
            await shopper.SayAsync(shopper.Words.Question);
            await Expect(shopper.Banner).ToContainTextAsync(shopper.Words.Lost);
            await shopper.ReturnAsync();
            await shopper.Launcher.ClickAsync();
            await Expect(shopper.Own(shopper.Words.Question)).ToContainTextAsync(shopper.Words.Queued);

            await shopper.Context.UnrouteAllAsync();
            await Expect(shopper.Message(shopper.Words.Answer)).ToBeVisibleAsync();
            await shopper.AssertStoredOnceAsync(shopper.Words.Question);
        });

    [Theory, InlineData(Device.Desktop, "zh"), InlineData(Device.Phone, "en")]
    public async Task The_chat_outlives_a_restart_of_the_service(Device device, string locale)
    {
        string data = Directory.CreateTempSubdirectory("supportbot-tests").FullName;
        RunningService service = await RunningService.StartAsync(data);
        await LosingConnectionAsync(new(device, locale), async shopper =>
        {
            await shopper.OpenAsync();
            await service.DisposeAsync();
            await Expect(shopper.Banner).ToContainTextAsync(shopper.Words.Lost);
            await shopper.SayAsync(shopper.Words.Question);
            await Expect(shopper.Own(shopper.Words.Question)).ToContainTextAsync(shopper.Words.Queued);
            await shopper.PictureAsync("reconnecting");

            service = await RunningService.StartAsync(data, "--urls", service.Address.ToString());
            await Expect(shopper.Message(shopper.Words.Answer)).ToBeVisibleAsync();
            await (shopper with { Service = service }).AssertStoredOnceAsync(shopper.Words.Question);
        }, service);
        await service.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public Task A_message_whose_call_was_cut_is_sent_again_under_the_same_client_id() =>
        LosingConnectionAsync(new(Device.Desktop, "en"), async shopper =>
        {
            ConcurrentQueue<string> ids = await NoteClientIdsAsync(shopper, async (route, attempt) =>
                await (attempt == 1 ? route.AbortAsync("connectionreset") : route.ContinueAsync()));
            await shopper.OpenAsync();
            await shopper.AskAsync(shopper.Words.Question, shopper.Words.Answer);

            Assert.Equal(2, ids.Count);
            Assert.Single(ids.Distinct());
            await shopper.AssertStoredOnceAsync(shopper.Words.Question);
        });

    [Fact]
    public Task A_message_whose_answer_was_lost_on_the_way_is_stored_once() =>
        LosingConnectionAsync(new(Device.Desktop, "en"), async shopper =>
        {
            await NoteClientIdsAsync(shopper, async (route, attempt) =>
            {
                await route.FetchAsync();
                await (attempt == 1 ? route.AbortAsync("connectionreset") : route.ContinueAsync());
            });
            await shopper.OpenAsync();
            await shopper.AskAsync(shopper.Words.Question, shopper.Words.Answer);
            await shopper.AssertStoredOnceAsync(shopper.Words.Question);
        });

    [Theory, InlineData(Device.Desktop, "en"), InlineData(Device.Phone, "zh")]
    public Task A_message_the_service_cannot_take_is_shown_as_failed_and_sent_again_on_request(Device device, string locale) =>
        LosingConnectionAsync(new(device, locale), async shopper =>
        {
            const int mostAttempts = 5;
            ConcurrentQueue<string> ids = await NoteClientIdsAsync(shopper, async (route, attempt) =>
                await (attempt > mostAttempts ? route.ContinueAsync() : route.FulfillAsync(new() { Status = 503, Headers = [new("Retry-After", "0")] })));
            await shopper.OpenAsync();
            await shopper.SayAsync(shopper.Words.Question);
            await Expect(shopper.Own(shopper.Words.Question)).ToContainTextAsync(shopper.Words.Failed);
            await shopper.PictureAsync("not-sent");

            await shopper.Own(shopper.Words.Question).GetByRole(AriaRole.Button, new() { Name = shopper.Words.Retry }).ClickAsync();
            await Expect(shopper.Message(shopper.Words.Answer)).ToBeVisibleAsync();
            Assert.Equal(mostAttempts + 1, ids.Count);
            Assert.Single(ids.Distinct());
            await shopper.AssertStoredOnceAsync(shopper.Words.Question);
        });

    private Task LosingConnectionAsync(Look look, Func<Shopper, Task> visit, RunningService? elsewhere = null) =>
        shop.VisitAsync(look, shopper =>
        {
            shopper.Watch.ConnectionMayFail = true;
            return visit(shopper);
        }, elsewhere);

    private static async Task<ConcurrentQueue<string>> NoteClientIdsAsync(Shopper shopper, Func<IRoute, int, Task> handle)
    {
        ConcurrentQueue<string> ids = [];
        await shopper.Page.RouteAsync("**/activities", async route =>
        {
            using JsonDocument body = JsonDocument.Parse(route.Request.PostData!);
            if (body.RootElement.GetProperty("type").GetString() == "message")
            {
                ids.Enqueue(body.RootElement.GetProperty("channelData").GetProperty("clientActivityID").GetString()!);
                await handle(route, ids.Count);
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        return ids;
    }

    [GeneratedRegex("/(api|v3)/")]
    private static partial Regex Calls();
}
