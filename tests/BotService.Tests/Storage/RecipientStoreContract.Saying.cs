using System.Text;
using Dapper;
using SupportBot.Conversations;
using SupportBot.Customers;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Sending;
using SupportBot.Storage.Outreach;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What must hold of what is said in the chat: it and the row that says so are one write.</summary>
public abstract partial class RecipientStoreContract
{
    [Fact]
    public async Task What_is_said_and_that_it_was_said_are_one_write()
    {
        await RunAsync();
        string ann = await CustomerAsync("ann");
        await PlanAsync(ann);
        Recipient row = Assert.Single(await ClaimAsync());
        Assert.Equal(["v-ann"], await SayAsync(row));
        Assert.Equal(1, (await Recipients.ResultsAsync(CampaignId, default)).Sent);

        // Said again by a holder that was thought lost: nothing happens.
        Assert.Empty(await SayAsync(row));
        Assert.Single(await Conversations.ReadAsync("v-ann", 0, 10, default));
    }

    [Fact]
    public async Task What_is_said_at_once_follows_in_each_conversation_and_each_is_told_apart()
    {
        await CustomerAsync("ann");
        await CustomerAsync("bob");
        await SayAsync(Words("v-bob", "1", "before"));
        AppendOutcome[] outcomes = await SayAsync(
            Words("v-ann", "1", "first"), Words("v-nobody", "1", "lost"), Words("v-bob", "1", "before"), Words("v-ann", "2", "second") with { Carrier = "post" }, Words("v-bob", "1", "changed"));
        Assert.Equal([AppendOutcome.Stored, AppendOutcome.Missing, AppendOutcome.Repeated, AppendOutcome.Stored, AppendOutcome.Changed], outcomes);
        IReadOnlyList<Message> said = await Conversations.ReadAsync("v-ann", 0, 10, default);
        Assert.Equal([(1, "first"), (2, "second")], said.Select(message => ((int)message.Sequence, Encoding.UTF8.GetString(message.Body))));
        Assert.True(said[0].At < said[1].At);
        Assert.Equal(2, (await Conversations.FindAsync("v-ann", default))!.LastSequence);
        Assert.Equal(("v-ann", 2L), await Database.ReadAsync(connection => connection.QuerySingleAsync<(string, long)>("select conversation_id, sequence from outbox where kind = 'post'"), default));
        Assert.Single(await Conversations.ReadAsync("v-bob", 0, 10, default));
    }

    [Theory]
    [InlineData("pause", 0, 1)]
    [InlineData("cancel", 1, 0)]
    [InlineData("refuse", 1, 0)]
    [InlineData("block", 1, 0)]
    [InlineData("erase", 1, 0)]
    public async Task Nothing_is_said_when_something_has_come_between_claim_and_sending(string what, int excluded, int queued)
    {
        await RunAsync();
        string ann = await CustomerAsync("ann");
        await PlanAsync(ann);
        Recipient row = Assert.Single(await ClaimAsync());
        await (what switch
        {
            "pause" => (Task)SetAsync(CampaignStatus.Paused),
            "cancel" => SetAsync(CampaignStatus.Cancelled),
            "refuse" => AgreeAsync(ann, false),
            "block" => BlockAsync(ann),
            _ => Customers.EraseAsync(new Erasure(ann, []), null, default),
        });
        Assert.Empty(await SayAsync(row));
        Assert.Empty(await Conversations.ReadAsync("v-ann", 0, 10, default));
        CampaignResults results = await Recipients.ResultsAsync(CampaignId, default);
        Assert.Equal((excluded, queued), ((int)results.Variants.Sum(variant => variant.Excluded), (int)results.Queued));
    }

    private async Task<AppendOutcome[]> SayAsync(params Saying[] sayings) => [.. await Database.WriteAsync(connection => Database.SayAsync(connection, sayings), default)];

    private static Saying Words(string conversation, string key, string text) =>
        new(conversation, new NewMessage(Sender.Bot, Encoding.UTF8.GetBytes(text)) { ClientId = key, Fingerprint = text.Length }, null);
}
