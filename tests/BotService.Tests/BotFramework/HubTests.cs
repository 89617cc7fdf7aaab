using System.Net;
using SupportBot.Conversations;

namespace SupportBot.BotService.Tests.BotFramework;

public sealed class HubTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private const string Conversation = "19:hub";
    private readonly Bot bot = shared.Bot;

    [Fact]
    public async Task While_a_foreign_hub_has_a_conversation_the_bot_keeps_quiet()
    {
        await bot.AskAsync(bot.Activity("human", Conversation));
        await StatusAsync("accepted");
        Assert.Equal(Owner.Agent, await OwnerAsync());
        Assert.Empty(await bot.AskAsync(bot.Activity("can i return a dress", Conversation)));
        await StatusAsync("completed");
        Assert.Equal(Owner.Bot, await OwnerAsync());
        Assert.Single(await bot.AskAsync(bot.Activity("can i return a dress", Conversation)), activity => activity.GetProperty("text").GetString()!.Contains("30 days", StringComparison.Ordinal));

        // Too late to change anything, and not refused all the same.
        await StatusAsync("completed");
        await StatusAsync("something of its own");
        Assert.Equal(Owner.Bot, await OwnerAsync());
    }

    [Fact]
    public async Task A_hub_that_fails_gives_the_conversation_back()
    {
        await bot.AskAsync(bot.Activity("human", Conversation + "-failed"));
        await StatusAsync("failed", "-failed");
        Assert.Equal(Owner.Bot, await OwnerAsync("-failed"));
    }

    private async Task StatusAsync(string state, string suffix = "")
    {
        Dictionary<string, object?> activity = bot.Activity("", Conversation + suffix);
        activity["type"] = "event";
        activity["name"] = "handoff.status";
        activity["value"] = new { state };
        using HttpResponseMessage response = await bot.PostAsync(activity);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private async Task<Owner> OwnerAsync(string suffix = "") =>
        (await bot.Service.Get<IConversationStore>().FindAsync($"test:{Uri.EscapeDataString(Conversation + suffix)}", default))!.Owner;
}
