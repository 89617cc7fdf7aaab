using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.BotService.Tests.Storage;
using SupportBot.Outreach;
using SupportBot.Outreach.Jobs;
using SupportBot.Outreach.Sending;
using SupportBot.Storage.Outreach;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>One of several nodes has a clock that is a day ahead.</summary>
public sealed class ClockApartTests : IAsyncLifetime
{
    private readonly Marketing marketing = new();

    public async Task InitializeAsync() => await marketing.BeginAsync("--Data:Postgres", await PostgresServer.CreateAsync());

    public async Task DisposeAsync() => await marketing.DisposeAsync();

    [Fact]
    public async Task A_node_a_day_ahead_sends_nothing_early_and_calls_nothing_expired()
    {
        (_, Visitor ann) = await marketing.ShopperAsync("Ann", tag: "ahead");
        Dictionary<string, object?> fields = Marketing.Due(await marketing.SegmentAsync("ahead"), await marketing.TemplateAsync());
        DateTime due = DateTime.Parse($"{fields["day"]} {fields["time"]}", CultureInfo.InvariantCulture).AddHours(5);
        (fields["day"], fields["time"]) = (due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), due.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        string id = await marketing.LaunchAsync(fields);
        await Visitor.UntilAsync(() => marketing.ResultsAsync(id), results => results.GetProperty("queued").GetInt32() == 1);
        foreach (int hours in (int[])[6, 24])
        {
            Assert.Equal(0, await SenderAhead(TimeSpan.FromHours(hours)).SendDueAsync(TimeSpan.Zero, default));
        }

        JsonElement results = await marketing.ResultsAsync(id);
        Assert.Equal((1, 0), (results.GetProperty("queued").GetInt32(), results.GetProperty("sent").GetInt32()));
        Assert.DoesNotContain("Happy day, Ann!", await ann.ReadsAsync());
        Assert.Equal("Healthy", await marketing.Service.Http.GetStringAsync("/health/ready"));
    }

    private CampaignSender SenderAhead(TimeSpan by)
    {
        IServiceProvider service = marketing.Service.Get<IServiceProvider>();
        TimeProvider then = new Ahead(by);
        SqlRecipientStore recipients = new(marketing.Service.Get<IOutreachDatabase>(), then);
        NodeClock clock = new(marketing.Service.Get<IStoreClock>(), marketing.Service.Get<IOptions<OutreachOptions>>(), then, NullLogger<NodeClock>.Instance);
        return ActivatorUtilities.CreateInstance<CampaignSender>(service, recipients, ActivatorUtilities.CreateInstance<Forbearance>(service, then), clock, then);
    }

    private sealed class Ahead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
