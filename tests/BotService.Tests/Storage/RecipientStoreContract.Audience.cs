using System.Globalization;
using Dapper;
using SupportBot.BotService.Tests.Customers;
using SupportBot.Outreach;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Segments;
using SupportBot.Storage.Outreach;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What must hold of whom a campaign reaches: those its segment describes, on their day.</summary>
public abstract partial class RecipientStoreContract
{
    [Fact]
    public async Task Segments_find_whom_they_describe()
    {
        await CustomerAsync("ann", tag: "gold");
        await CustomerAsync("bob");
        SqlSegmentStore segments = new(Database, Time);
        foreach ((SegmentRule rule, int matching) in ((SegmentRule, int)[])
        [
            (Rule("tag", SegmentOperator.Is, "gold"), 1),
            (Rule("tag", SegmentOperator.IsNot, "gold"), 1),
            (Rule("consent", SegmentOperator.Is, "chat.greetings"), 2),
            (Rule("consent", SegmentOperator.Is, "email.offers"), 0),
            (Rule("consent", SegmentOperator.Is, "sms.reminders"), 2),
            (Rule("vip", SegmentOperator.Is, "false"), 2),
            (Rule("hasEmail", SegmentOperator.Is, "true"), 0),
            (Rule("orders", SegmentOperator.AtMost, "0"), 2),
            (Rule("daysSinceOrder", SegmentOperator.AtLeast, "30"), 2),
            (Rule("daysSinceConversation", SegmentOperator.AtMost, "1"), 2),
            (Rule("language", SegmentOperator.Is, "en"), 2),
            (Rule("zone", SegmentOperator.Is, "Mars"), 0),
            (Rule("birthMonth", SegmentOperator.Is, "2"), 0),
            (Rule("knownForDays", SegmentOperator.AtMost, "1"), 2),
            (Rule("segment", SegmentOperator.IsNot, "x' or 1=1 --"), 2),
            (new SegmentRule { Join = SegmentJoin.None, Rules = [Rule("tag", SegmentOperator.Is, "gold")] }, 1),
        ])
        {
            Assert.Equal((rule.Field, (long)matching), (rule.Field, (await segments.CountAsync(SegmentSql.Of(rule), default)).Matching));
        }
    }

    [Theory]
    [InlineData("1992-02-29", "2027-02-28", 1)]
    [InlineData("1992-02-29", "2028-02-29", 1)]
    [InlineData("1992-02-29", "2028-02-28", 0)]
    [InlineData("1992-07-04", "2027-07-04", 1)]
    public async Task Birthdays_are_found_on_their_day(string born, string day, int found)
    {
        string ann = await CustomerAsync("ann");
        await Database.WriteAsync(connection => connection.ExecuteAsync("update customer set birthday = @born where id = @ann", new { born, ann }), default);
        CampaignPlan plan = new() { Occasion = Occasion.Birthday };
        DateOnly on = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        IReadOnlyList<AudienceMember> page = await new SqlAudience(Database, Phones.British, Time).PageAsync(new AudienceQuery(SegmentSql.Everybody, Purpose.Greetings, OccurrenceDays.Birthdays(plan, on)), "", 10, default);
        Assert.Equal(found, page.Count(member => OccurrenceDays.IsDayOf(plan, member, on)));
    }

    private static SegmentRule Rule(string field, SegmentOperator asked, string value) => new() { Field = field, Operator = asked, Value = value };
}
