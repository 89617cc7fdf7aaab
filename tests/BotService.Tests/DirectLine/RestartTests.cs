using System.Text.Json;
using SupportBot.Channels;
using SupportBot.Conversations;

namespace SupportBot.BotService.Tests.DirectLine;

public sealed class RestartTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-restart").FullName;

    [Fact]
    public async Task A_turn_left_pending_by_a_crash_is_finished_after_the_restart()
    {
        Visitor visitor;
        await using (RunningService first = await RunningService.StartAsync(directory))
        {
            visitor = await first.VisitAsync();
            await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length == 1);

            // The message committed and the process gone before its turn began.
            Activity said = new() { Type = "message", Text = "return policy please", ChannelId = ConversationKey.DirectLine, From = new ChannelAccount { Id = "dl_x" }, Conversation = new ConversationAccount { Id = visitor.ConversationId } };
            await first.Get<IConversationStore>().AppendAsync(new Append { ConversationId = visitor.ConversationId, Messages = [StoredActivity.ToMessage(said, Sender.Shopper) with { TurnPending = true }] }, default);
        }

        await using RunningService second = await RunningService.StartAsync(directory);
        Visitor back = new(second, JsonSerializer.SerializeToElement(new { conversationId = visitor.ConversationId, token = visitor.Token, resume = "" }));
        JsonElement[] all = await Visitor.UntilAsync(() => back.ReadAsync(), read => read.Length == 3);
        Assert.Equal("You have **30 days** to return it.", all[2].GetProperty("text").GetString());
        Assert.Equal(all[1].GetProperty("id").GetString(), Visitor.ReplyTo(all[2]));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
