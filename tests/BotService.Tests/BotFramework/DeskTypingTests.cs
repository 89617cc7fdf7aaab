using SupportBot.Access;
using SupportBot.BotService.Tests.Access;

namespace SupportBot.BotService.Tests.BotFramework;

public sealed class DeskTypingTests
{
    [Fact]
    public async Task A_shopper_of_another_channel_sees_that_their_agent_writes()
    {
        await using Bot bot = await Bot.StartAsync();
        await bot.SayAsync("human", "19:typing");
        using StaffClient agent = await bot.Service.SignInAsync(Role.Agent);
        string id = $"/api/desk/conversations/{Uri.EscapeDataString("test:19%3Atyping")}";
        await Visitor.UntilAsync(() => agent.CallAsync(HttpMethod.Post, $"{id}/claim", new { }), answer => answer.IsSuccessStatusCode);
        await agent.SendAsync(HttpMethod.Post, $"{id}/typing", new { });
        ConnectorPost[] calls = await Visitor.UntilAsync(() => Task.FromResult(bot.Connector.Calls), found => found.Any(IsTyping));
        ConnectorPost typing = calls.First(IsTyping);
        Assert.Equal(("POST", "/v3/conversations/19%3Atyping/activities"), (typing.Method, typing.Target));
        Assert.Equal(agent.User.Name, typing.Body.GetProperty("from").GetProperty("name").GetString());

        // A client shows it for three seconds: more often it is not sent.
        await agent.SendAsync(HttpMethod.Post, $"{id}/typing", new { });
        Assert.Single(bot.Connector.Calls, IsTyping);
    }

    private static bool IsTyping(ConnectorPost call) => call.Body.TryGetProperty("type", out System.Text.Json.JsonElement type) && type.GetString() == "typing";
}
