using System.Text.Json;
using SupportBot.BotService.Tests.Shop;
using SupportBot.Dialogs.Orders;
using SupportBot.Outreach.Reminders;
using SupportBot.Shop;

namespace SupportBot.BotService.Tests.Dialogs;

/// <summary>The dialogs through the running service: the shop's orders, reminders and products on the wire.</summary>
public sealed class ConversationTests(ConversationTests.Demo demo) : IClassFixture<ConversationTests.Demo>
{
    private RunningService Service => demo.Running;

    [Fact]
    public async Task An_order_is_shown_only_with_what_stands_on_it()
    {
        await Service.Get<IOrderStore>().SaveAsync([Ordered.Order("A10-77001", OrderStatus.Sent)], default);
        Visitor visitor = await Service.VisitAsync();
        Assert.Contains("e-mail", await AskAsync(visitor, "A10-77001"), StringComparison.Ordinal);
        string wrong = await AskAsync(visitor, "eve@example.com");
        await AskAsync(visitor, "A10-00000");
        Assert.Equal(wrong, await AskAsync(visitor, "eve@example.com"));
        await AskAsync(visitor, "A10-77001");
        Assert.Contains("on its way", await AskAsync(visitor, "Ada.King@example.com"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmed_change_reaches_the_shop_and_its_outcome_the_conversation()
    {
        await Service.Get<IOrderStore>().SaveAsync([Ordered.Order("A10-77002", OrderStatus.Received)], default);
        Visitor visitor = await Service.VisitAsync();
        await AskAsync(visitor, "please cancel my order A10-77002, Ada.King@example.com");
        await AskAsync(visitor, "yes, cancel it");
        await Visitor.UntilAsync(visitor.ReadsAsync, texts => texts.Any(text => text.Contains("is cancelled", StringComparison.Ordinal)));
        Assert.Equal(OrderStatus.Cancelled, (await Service.Get<IOrderStore>().FindAsync("A10-77002", default))?.Status);
    }

    [Fact]
    public async Task A_reminder_is_kept_listed_and_said_once()
    {
        Visitor visitor = await Service.VisitAsync();
        Assert.Contains("remind you", await AskAsync(visitor, "remind me tomorrow at 9 to pay"), StringComparison.Ordinal);
        IReminderStore reminders = Service.Get<IReminderStore>();
        ReminderRow row = Assert.Single(await Visitor.UntilAsync(async () => await reminders.PendingAsync(visitor.ConversationId, 9, default), rows => rows.Count > 0));
        Assert.Contains("pay", await AskAsync(visitor, "my reminders"), StringComparison.Ordinal);

        await reminders.MoveAsync(visitor.ConversationId, row.Reference, TimeProvider.System.GetUtcNow().AddSeconds(-1), default);
        await Visitor.UntilAsync(visitor.ReadsAsync, texts => texts.Any(text => text.Contains("asked me to remind you: pay", StringComparison.Ordinal)));
        await Visitor.UntilAsync(async () => await reminders.PendingAsync(visitor.ConversationId, 9, default), rows => rows.Count == 0);
        Assert.Single(await visitor.ReadsAsync(), text => text.Contains("asked me to remind you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Products_come_as_hero_cards_beside_each_other()
    {
        Visitor visitor = await Service.VisitAsync();
        JsonElement answer = await visitor.AskAsync("i am looking for running shoes");
        Assert.Equal("carousel", answer.GetProperty("attachmentLayout").GetString());
        JsonElement card = answer.GetProperty("attachments")[0];
        Assert.Equal("application/vnd.microsoft.card.hero", card.GetProperty("contentType").GetString());
        string title = card.GetProperty("content").GetProperty("title").GetString()!;
        JsonElement button = card.GetProperty("content").GetProperty("buttons")[0];
        Assert.Equal(("imBack", title), (button.GetProperty("type").GetString(), button.GetProperty("value").GetString()));
        Assert.Contains(title, await AskAsync(visitor, title), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(Visitor visitor, string text) => (await visitor.AskAsync(text)).GetProperty("text").GetString()!;

    /// <summary>The demo store's articles and shop, with reminders looked for often.</summary>
    public sealed class Demo : IAsyncLifetime
    {
        public RunningService Running { get; private set; } = null!;

        public async Task InitializeAsync() => Running = await RunningService.StartAsync(
            null, "--Shop:Demo", "true", "--Articles:Directory", Path.Combine(AppContext.BaseDirectory, "Demo"), "--Reminders:Interval", "00:00:00.200");

        public Task DisposeAsync() => Running.DisposeAsync().AsTask();
    }
}
