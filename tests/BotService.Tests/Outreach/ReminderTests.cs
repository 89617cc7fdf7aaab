using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using SupportBot.BotService.Tests.Storage;
using SupportBot.Customers;
using SupportBot.Dialogs;
using SupportBot.Dialogs.Orders;
using SupportBot.Outreach.Triggers;
using SupportBot.Shop;
using SupportBot.Tickets;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>What follows when something happens to a customer, and what does not when its reason is gone.</summary>
public sealed class ReminderTests(Marketing marketing) : IClassFixture<Marketing>
{
    private readonly string tag = Guid.NewGuid().ToString("N")[..12];

    private RunningService Service => marketing.Service;

    [Fact]
    public async Task An_event_is_followed_once_by_its_reminder_with_what_it_told()
    {
        (string shop, Visitor ann) = await ShopperAsync();
        await SwitchOnAsync("cartLeft", 0, "You left {{item}} in your cart: {{link}}");
        DateTimeOffset now = Moment;
        for (int again = 0; again < 3; again++)
        {
            await TellAsync("cartLeft", shop, $"cart {tag}", new { item = "a *green* coat", link = "https://shop.example/cart" }, DateTimeOffset.UnixEpoch.AddYears(100));
            await TellAsync("cartLeft", shop, $"cart {tag} now", new { item = "a *green* coat", link = "https://shop.example/cart" }, now);
        }

        string[] read = await Visitor.UntilAsync(ann.ReadsAsync, texts => texts.Any(text => text.StartsWith("You left", StringComparison.Ordinal)));
        Assert.Equal(@"You left a \*green\* coat in your cart: https://shop.example/cart", Assert.Single(read, text => text.StartsWith("You left", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_over_before_its_time_is_not_reminded_of()
    {
        (string shop, Visitor ann) = await ShopperAsync();
        string campaign = await SwitchOnAsync("cartLeft", 60, "later");
        await TellAsync("cartLeft", shop, $"cart {tag}", new { item = "x" }, Moment);
        using HttpResponseMessage over = await Service.SendAsync(HttpMethod.Post, "/api/shop/events/over", Service.Secret, JsonContent.Create(new { @event = "cartLeft", subject = $"cart {tag}" }));
        over.EnsureSuccessStatusCode();
        Assert.Equal(1, (await marketing.ResultsAsync(campaign)).GetProperty("excluded").GetProperty("reasonGone").GetInt32());
        Assert.DoesNotContain("later", await ann.ReadsAsync());
    }

    [Theory]
    [InlineData(OrderStatus.Unpaid, 1, "sent")]
    [InlineData(OrderStatus.Cancelled, 0, "reasonGone")]
    [InlineData(OrderStatus.Received, 0, "reasonGone")]
    public async Task An_order_that_was_paid_or_cancelled_meanwhile_is_not_reminded_of(OrderStatus status, int said, string what)
    {
        (string shop, Visitor ann) = await ShopperAsync();
        string campaign = await SwitchOnAsync("orderUnpaid", 0, "Order {{order}} waits to be paid.");
        await OrderAsync(shop, status);
        await TellAsync("orderUnpaid", shop, tag.ToUpperInvariant(), new { order = tag }, Moment);
        JsonElement results = await Visitor.UntilAsync(() => marketing.ResultsAsync(campaign), results => results.GetProperty("variants").EnumerateArray().Any(row => row.GetProperty("queued").GetInt32() == 0));
        Assert.Equal(said, results.GetProperty("sent").GetInt32());
        Assert.Equal(said == 0, results.GetProperty("excluded").TryGetProperty(what, out _));
        Assert.Equal(said, (await ann.ReadsAsync()).Count(text => text.EndsWith("waits to be paid.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Orders_of_the_embedded_shop_are_seen_by_themselves()
    {
        (string shop, Visitor ann) = await ShopperAsync();
        await SwitchOnAsync("orderDelivered", 0, "How do you like {{order}}?");
        await OrderAsync(shop, OrderStatus.Delivered);
        await Service.Get<FollowUps>().LookAsync(default);
        await Service.Get<FollowUps>().LookAsync(default);
        string[] read = await Visitor.UntilAsync(ann.ReadsAsync, texts => texts.Any(text => text.StartsWith("How do you like", StringComparison.Ordinal)));
        Assert.Single(read, text => text == $"How do you like {tag.ToUpperInvariant()}?");
    }

    [Fact]
    public async Task Only_the_store_may_tell_and_what_it_tells_wrongly_is_said()
    {
        using HttpResponseMessage nobody = await Service.SendAsync(HttpMethod.Post, "/api/shop/events", null, JsonContent.Create(new { @event = "cartLeft" }));
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        using HttpResponseMessage wrong = await Service.SendAsync(HttpMethod.Post, "/api/shop/events", Service.Secret, JsonContent.Create(new { @event = "earthquake", customer = "x", subject = "y" }));
        Assert.Contains("cartLeft", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_finished_service_brings_a_call_back_and_what_was_not_solved_opens_again_one_level_higher()
    {
        using StaffClient agent = await Service.SignInAsync(Role.Agent);
        JsonElement opened = await agent.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "workOrder", category = "repair", description = "The zip of the coat", ownerId = agent.Id });
        string id = opened.GetProperty("id").GetString()!;
        await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{id}/close", new { reason = "done" });
        await Service.Get<FollowUps>().LookAsync(default);
        await Service.Get<FollowUps>().LookAsync(default);
        JsonElement call = Assert.Single((await agent.GetAsync("/api/tickets?kind=callBack&owner=me")).GetProperty("items").EnumerateArray().ToArray());
        Assert.Equal($"{opened.GetProperty("reference").GetString()}-C", call.GetProperty("reference").GetString());
        await agent.SendAsync(HttpMethod.Post, $"/api/tickets/{call.GetProperty("id").GetString()}/call-back", new { outcome = "notSolved", note = "It broke again" });
        JsonElement again = await agent.GetAsync($"/api/tickets/{id}");
        Assert.Equal(("inProgress", "repeat"), (again.GetProperty("status").GetString(), again.GetProperty("level").GetString()));
    }

    private static DateTimeOffset Moment => TimeProvider.System.GetUtcNow().AddSeconds(-1);

    private async Task<(string ShopId, Visitor Visitor)> ShopperAsync()
    {
        (string id, Visitor visitor) = await marketing.ShopperAsync("Ann", tag: tag);
        await ShopIds.AddAsync(Service, tag, id);
        return (tag, visitor);
    }

    private Task<string> SwitchOnAsync(string happened, int minutes, string text) => SwitchOnAsync(new()
    {
        ["name"] = happened, ["purpose"] = "reminders", ["occasion"] = "event", ["event"] = happened, ["delayMinutes"] = minutes, ["channels"] = new[] { "chat" },
    }, text);

    private async Task<string> SwitchOnAsync(Dictionary<string, object?> fields, string text)
    {
        fields["segmentId"] = await marketing.SegmentAsync(tag);
        fields["variants"] = new[] { new { templateId = await marketing.TemplateAsync(text, null), weight = 1 } };
        return await marketing.LaunchAsync(fields);
    }

    private async Task TellAsync(string happened, string shop, string subject, object facts, DateTimeOffset at)
    {
        using HttpResponseMessage told = await Service.SendAsync(HttpMethod.Post, "/api/shop/events", Service.Secret, JsonContent.Create(new { @event = happened, customer = shop, subject, at, facts }));
        told.EnsureSuccessStatusCode();
    }

    private Task OrderAsync(string shop, OrderStatus status) => Service.Get<IOrderStore>().SaveAsync(
    [
        new Order
        {
            Number = tag.ToUpperInvariant(), CustomerId = shop, Email = "ann@shop.example", Status = status, PlacedAt = Moment, DeliveredAt = status == OrderStatus.Delivered ? Moment : null, Currency = "GBP",
            Lines = [], Charges = new Charges(1, 0, 0, 0, 0, 1), ShipTo = new Address("Ann", "1 High Street", "Leeds", "LS1", "GB"),
        },
    ],
    default);
}
