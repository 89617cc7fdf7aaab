using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;

namespace SupportBot.BotService.Tests.Tickets;

/// <summary>"Where is my complaint?", with the demo store's articles.</summary>
public sealed class TicketStatusTests
{
    [Fact]
    public async Task The_bot_tells_how_it_stands_in_this_conversation_and_elsewhere_by_its_reference()
    {
        await using RunningService service = await RunningService.StartAsync(null, "--Articles:Directory", Path.Combine(AppContext.BaseDirectory, "Demo"));
        using StaffClient agent = await service.SignInAsync(Role.Agent);
        foreach ((string question, string answer) in new[] { ("where is my complaint", "is waiting for a colleague"), ("我的投诉处理得怎么样了", "正在等同事接手") })
        {
            Visitor shopper = await service.VisitAsync();
            Visitor stranger = await service.VisitAsync();
            JsonElement opened = await agent.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "complaint", category = "delivery", description = "late", conversationId = shopper.ConversationId });
            string reference = opened.GetProperty("reference").GetString()!;
            Assert.Contains(answer, Text(await shopper.AskAsync(question)), StringComparison.Ordinal);
            Assert.DoesNotContain(reference, Text(await stranger.AskAsync(question)), StringComparison.Ordinal);
            Assert.Contains(reference, Text(await stranger.AskAsync(reference)), StringComparison.Ordinal);
        }
    }

    private static string Text(JsonElement activity) => activity.GetProperty("text").GetString() ?? "";
}
