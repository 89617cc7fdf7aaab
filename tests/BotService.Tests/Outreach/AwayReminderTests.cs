using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Customers;
using SupportBot.Outreach;
using SupportBot.Outreach.Consents;
using SupportBot.Outreach.Reminders;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>A shopper's own reminder, when they are not there to read it.</summary>
public sealed class AwayReminderTests : IAsyncLifetime, IDisposable
{
    private readonly MailServer mail = new();
    private int known = 10;
    private SmsGateway sms = null!;
    private RunningService service = null!;

    private ICustomerStore Customers => service.Get<ICustomerStore>();

    public Task InitializeAsync() => BeginAsync("--Reminders:AwayAfter", "00:00:00");

    private async Task BeginAsync(params string[] settings)
    {
        sms = await SmsGateway.StartAsync();
        service = await RunningService.StartAsync(null,
        [
            "--Email:Host", "127.0.0.1", "--Email:Port", $"{mail.Port}", "--Email:Security", "None", "--Email:From", "shop@shop.example", "--Sms:Url", sms.Url,
            "--Outreach:PublicUrl", "https://support.shop.example", "--Reminders:Interval", "00:00:00.200", .. settings]);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await sms.DisposeAsync();
    }

    public void Dispose() => mail.Dispose();

    [Fact]
    public async Task Who_is_away_and_has_agreed_gets_it_outside_too_once_and_nobody_else_does()
    {
        Visitor there = await ShopperAsync("there", "en", "email");
        using IDisposable open = service.Get<ConversationFeed>().Follow(there.ConversationId, new OpenChat());
        Visitor unasked = await ShopperAsync("unasked", "en", null);
        Visitor suppressed = await ShopperAsync("suppressed", "en", "email");
        await service.Get<ISuppressionStore>().AddAsync(Reach.Email, "suppressed@shop.example", "manual", null, default);
        Visitor away = await ShopperAsync("away", "zh", "email");
        Visitor byPhone = await ShopperAsync("phone", "en", "sms");
        foreach ((Visitor visitor, string locale) in new[] { (there, "en"), (unasked, "en"), (suppressed, "en"), (away, "zh"), (byPhone, "en") })
        {
            await service.Get<IReminderStore>().SetAsync(new ReminderRow(visitor.ConversationId, "r1", TimeProvider.System.GetUtcNow(), "buy *tea*", locale), default);
        }

        foreach (Visitor visitor in new[] { there, unasked, suppressed, away, byPhone })
        {
            await Visitor.UntilAsync(visitor.ReadsAsync, texts => texts.Any(text => text.Contains(@"buy \*tea\*", StringComparison.Ordinal)));
        }

        await Visitor.UntilAsync(() => Task.FromResult((Mails: mail.Taken.Count, Texts: sms.Taken.Count)), taken => taken is { Mails: > 0, Texts: > 0 });
        (string to, string data) = Assert.Single(mail.Taken);
        Assert.Equal("away@shop.example", to);
        Assert.StartsWith("您让我提醒您：buy *tea*", MailServer.TextOf(data), StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe: <https://support.shop.example/preferences/", data, StringComparison.Ordinal);
        Assert.Equal("You asked me to remind you: buy *tea*", Assert.Single(sms.Taken).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Who_has_just_written_is_there()
    {
        await DisposeAsync();
        await BeginAsync();
        Visitor visitor = await ShopperAsync("there", "en", "email");
        await visitor.AskAsync("can i return a dress");
        AwayCarrier carrier = service.Get<IEnumerable<IOutboxCarrier>>().OfType<AwayCarrier>().Single();
        Message last = (await service.Get<IConversationStore>().ReadAsync(visitor.ConversationId, 0, 100, default))[^1];
        Assert.Equal(DeliveryOutcome.Delivered, (await carrier.SendAsync(last, AwayCarrier.Work("buy tea", "en").Payload, default)).Outcome);
        Assert.Empty(mail.Taken);
    }

    private async Task<Visitor> ShopperAsync(string name, string locale, string? agrees)
    {
        Visitor visitor = await service.VisitAsync(locale);
        string id = await Customers.AdmitAsync(new Newcomer(name, locale, [new Contact(ContactKind.Email, $"{name}@shop.example", true), new Contact(ContactKind.Phone, $"+447700900{++known}4", true)], visitor.ConversationId), null, default);
        if (agrees is not null)
        {
            await Customers.ConsentAsync(id, new Consent(agrees, "reminders", true, "chat", TimeProvider.System.GetUtcNow()), null, default);
        }

        return visitor;
    }

    private sealed class OpenChat : IFeedReader
    {
        public void Wake()
        {
        }

        public void Show(ReadOnlyMemory<byte> activity)
        {
        }
    }
}
