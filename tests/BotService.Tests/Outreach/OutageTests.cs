using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Outreach.Sending;
using SupportBot.Storage.Outreach;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>O9: the service stood still for a day. What is too late is not sent at all, and what is not is sent once.</summary>
public sealed class OutageTests(Marketing marketing) : IClassFixture<Marketing>
{
    private readonly string tag = Guid.NewGuid().ToString("N")[..12];

    [Fact]
    public async Task After_a_day_of_standing_still_only_what_is_not_too_late_is_sent_and_that_once()
    {
        (_, Visitor ann) = await marketing.ShopperAsync("Ann", tag: tag);
        (_, Visitor bo) = await marketing.ShopperAsync("Bo", tag: tag);
        string segment = await marketing.SegmentAsync(tag);
        string expires = await InAnHourAsync(segment, "Too late, {{name}}", 10 * 60);
        string lasts = await InAnHourAsync(segment, "Still good, {{name}}", 3 * 24 * 60);
        foreach (string id in (string[])[expires, lasts])
        {
            await Visitor.UntilAsync(() => marketing.ResultsAsync(id), results => results.GetProperty("queued").GetInt32() == 2);
        }

        CampaignSender early = SenderIn(TimeSpan.FromMinutes(30));
        Assert.Equal(0, await early.RoundAsync(default));

        // Two nodes come back at the same moment, and look again.
        CampaignSender[] senders = [SenderIn(TimeSpan.FromHours(25)), SenderIn(TimeSpan.FromHours(25))];
        int[] dealt = await Task.WhenAll(senders.Select(sender => Task.Run(() => sender.RoundAsync(default))));
        Assert.Equal(4, dealt.Sum());
        Assert.Equal(0, await senders[0].RoundAsync(default));

        JsonElement late = await marketing.ResultsAsync(expires);
        Assert.Equal((0, 2), (late.GetProperty("sent").GetInt32(), late.GetProperty("excluded").GetProperty("expired").GetInt32()));
        Assert.Equal(2, (await marketing.ResultsAsync(lasts)).GetProperty("sent").GetInt32());
        Assert.Equal(["Still good, Ann"], (await ann.ReadsAsync()).Where(text => text.EndsWith(", Ann", StringComparison.Ordinal)));
        Assert.Equal(["Still good, Bo"], (await bo.ReadsAsync()).Where(text => text.EndsWith(", Bo", StringComparison.Ordinal)));
    }

    private async Task<string> InAnHourAsync(string segment, string text, int expireAfterMinutes)
    {
        Dictionary<string, object?> fields = Marketing.Due(segment, await marketing.TemplateAsync(text, null));
        DateTime due = DateTime.Parse($"{fields["day"]} {fields["time"]}", CultureInfo.InvariantCulture).AddHours(1);
        fields["day"] = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        fields["time"] = due.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        fields["expireAfterMinutes"] = expireAfterMinutes;
        return await marketing.LaunchAsync(fields);
    }

    /// <summary>The sender as it will be then; everything else of it is the service's own.</summary>
    private CampaignSender SenderIn(TimeSpan ahead)
    {
        IServiceProvider service = marketing.Service.Get<IServiceProvider>();
        TimeProvider then = new Then(ahead);
        SqlRecipientStore recipients = new(marketing.Service.Get<IOutreachDatabase>(), then);
        return ActivatorUtilities.CreateInstance<CampaignSender>(
            service, recipients, ActivatorUtilities.CreateInstance<Forbearance>(service, then), ActivatorUtilities.CreateInstance<ChatSending>(service, recipients), then);
    }

    private sealed class Then(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
