using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using SupportBot.BotService.Tests.Desk;
using SupportBot.Tickets;

namespace SupportBot.BotService.Tests.Tickets;

/// <summary>What a shopper hears of their ticket unasked, and what a ticket opened by hand holds.</summary>
public sealed class TicketNewsTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    [Theory]
    [InlineData("en", "has it now", "** is closed")]
    [InlineData("zh", "已有同事接手", "已结案")]
    public async Task The_shopper_hears_once_who_has_it_and_when_it_is_closed(string locale, string taken, string closed)
    {
        Visitor shopper = await Service.VisitAsync(locale);
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        string id = await OpenAsync(agent, shopper);
        await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/assign", new { ownerId = agent.Id });
        await Task.WhenAll(TellAsync(), TellAsync());
        await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/notes", new { text = "between us" });
        await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/close", new { reason = "between us" });
        await TellAsync();
        await TellAsync();
        string[] heard = await shopper.ReadsAsync();
        Assert.Single(heard, text => text.Contains(taken, StringComparison.Ordinal));
        Assert.Single(heard, text => text.Contains(closed, StringComparison.Ordinal));
        Assert.DoesNotContain(heard, text => text.Contains("between us", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_a_person_speaks_the_news_waits()
    {
        Visitor shopper = await Service.VisitAsync();
        await using DeskPage agent = await DeskPage.OpenAsync(Service);
        await shopper.AskAsync("human");
        await agent.PostAsync(shopper.ConversationId, "claim");
        string id = await OpenAsync(agent.Client, shopper);
        await TellAsync();
        Assert.DoesNotContain(await shopper.ReadsAsync(), text => text.Contains("on record", StringComparison.Ordinal));
        await agent.PostAsync(shopper.ConversationId, "return");

        // Its lease would have to end first; newer news does not wait for that.
        await agent.Client.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/close", new { reason = "done" });
        await TellAsync();
        Assert.Single(await shopper.ReadsAsync(), text => text.Contains("is closed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_new_ticket_names_must_be_there()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        using HttpResponseMessage refused = await agent.CallAsync(HttpMethod.Post, "/api/tickets", new
        {
            kind = "complaint", category = "x", description = "x", ownerId = "no", conversationId = "no", customerId = "no", files = (string[])["no"],
        });
        JsonElement problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(["conversationId", "customerId", "files", "ownerId"], problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).Order());
    }

    [Fact]
    public async Task Files_stay_with_a_ticket_opened_by_hand()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        using ByteArrayContent picture = new([1, 2, 3]);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using MultipartFormDataContent form = new() { { picture, "file", "scratch.png" } };
        using HttpResponseMessage kept = await agent.Http.PostAsync("/api/desk/files", form);
        string file = JsonDocument.Parse(await kept.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement.GetProperty("fileId").GetString()!;
        JsonElement opened = await agent.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "complaint", category = "quality", description = "scratched", files = (string[])[file] });
        Assert.Equal([file], opened.GetProperty("files").EnumerateArray().Select(one => one.GetString()));
    }

    private async Task<string> OpenAsync(StaffClient agent, Visitor shopper) =>
        (await agent.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "complaint", category = "delivery", description = "late", conversationId = shopper.ConversationId })).GetProperty("id").GetString()!;

    private Task TellAsync() => Service.Get<TicketTeller>().TellDueAsync(default);
}
