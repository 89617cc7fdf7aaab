using System.Net;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;

namespace SupportBot.BotService.Tests.Desk;

public sealed class TalkTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    [Fact]
    public async Task A_shopper_and_an_agent_talk_and_nobody_else_answers()
    {
        Visitor shopper = await Service.VisitAsync();
        await using DeskPage agent = await DeskPage.OpenAsync(Service);
        await using DeskPage other = await DeskPage.OpenAsync(Service);
        await shopper.AskAsync("human");
        await agent.UntilAsync(found => IsConversation(found, shopper.ConversationId, "queue"));

        JsonElement claimed = await agent.PostAsync(shopper.ConversationId, "claim");
        Assert.Equal(("agent", agent.Id), (claimed.GetProperty("owner").GetString(), claimed.GetProperty("assignee").GetProperty("id").GetString()));
        Assert.Equal((HttpStatusCode.Conflict, "Taken"), await other.RefusalAsync(shopper.ConversationId, "claim"));

        await agent.SayAsync(shopper.ConversationId, "Hello, how can I help?");
        JsonElement heard = await Visitor.UntilAsync(async () => (await shopper.ReadAsync()).LastOrDefault(activity => Text(activity) == "Hello, how can I help?"), found => found.ValueKind == JsonValueKind.Object);
        Assert.Equal("bot", heard.GetProperty("from").GetProperty("role").GetString());

        using HttpResponseMessage said = await shopper.SayAsync("how long does delivery take");
        JsonElement arrived = await agent.UntilAsync(found => IsMessage(found, shopper.ConversationId) && found.GetProperty("message").GetProperty("text").GetString() == "how long does delivery take");
        Assert.Equal("shopper", arrived.GetProperty("message").GetProperty("sender").GetString());
        JsonElement summary = await agent.UntilAsync(found => IsConversation(found, shopper.ConversationId, "agent") && found.GetProperty("summary").GetProperty("waitingSince").ValueKind == JsonValueKind.String);
        Assert.Equal("how long does delivery take", summary.GetProperty("summary").GetProperty("last").GetProperty("text").GetString());
        Assert.DoesNotContain(other.Events, found => IsMessage(found, shopper.ConversationId));

        Assert.Equal((HttpStatusCode.Conflict, "NotYours"), await other.RefusalAsync(shopper.ConversationId, "messages", new { clientId = "x", text = "me too" }));
        Assert.DoesNotContain(await shopper.ReadAsync(), activity => Text(activity)?.StartsWith("Two to four", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Who_signs_out_is_told_by_the_socket_that_the_session_is_over()
    {
        await using DeskPage agent = await DeskPage.OpenAsync(Service);
        using HttpResponseMessage left = await agent.Client.Http.PostAsync("/api/staff/sign-out", null);
        left.EnsureSuccessStatusCode();
        Assert.Equal(4401, (await Visitor.UntilAsync(() => Task.FromResult(agent.Farewell), told => told.Code is not null)).Code);
    }

    [Fact]
    public async Task A_repeated_answer_is_stored_once_and_another_under_its_id_is_refused()
    {
        (Visitor shopper, DeskPage agent) = await TalkingAsync();
        await using DeskPage page = agent;
        JsonElement first = await agent.PostAsync(shopper.ConversationId, "messages", new { clientId = "same", text = "one" });
        JsonElement again = await agent.PostAsync(shopper.ConversationId, "messages", new { clientId = "same", text = "one" });
        Assert.Equal(first.GetProperty("sequence").GetInt64(), again.GetProperty("sequence").GetInt64());
        Assert.Equal((HttpStatusCode.Conflict, "ClientIdReused"), await agent.RefusalAsync(shopper.ConversationId, "messages", new { clientId = "same", text = "two" }));

        // Also when the conversation has moved on meanwhile.
        await agent.PostAsync(shopper.ConversationId, "return");
        JsonElement late = await agent.PostAsync(shopper.ConversationId, "messages", new { clientId = "same", text = "one" });
        Assert.Equal(first.GetProperty("sequence").GetInt64(), late.GetProperty("sequence").GetInt64());
        Assert.Equal((HttpStatusCode.Conflict, "NotYours"), await agent.RefusalAsync(shopper.ConversationId, "messages", new { clientId = "new", text = "three" }));
    }

    [Fact]
    public async Task A_note_never_reaches_the_shopper_but_the_colleagues()
    {
        (Visitor shopper, DeskPage agent) = await TalkingAsync();
        await using DeskPage page = agent;
        await using DeskPage supervisor = await DeskPage.OpenAsync(Service, Role.Supervisor);
        await supervisor.TellAsync(new { watching = shopper.ConversationId });
        await agent.PostAsync(shopper.ConversationId, "notes", new { clientId = "n", text = "secret of the house" });
        await supervisor.UntilAsync(found => IsMessage(found, shopper.ConversationId) && found.GetProperty("message").GetProperty("sender").GetString() == "note");
        await supervisor.PostAsync(shopper.ConversationId, "whisper", new { clientId = "w", text = "offer a voucher" });
        JsonElement whisper = await agent.UntilAsync(found => IsMessage(found, shopper.ConversationId) && found.GetProperty("message").GetProperty("text").GetString() == "offer a voucher");
        Assert.True(whisper.GetProperty("message").GetProperty("whisper").GetBoolean());
        await agent.SayAsync(shopper.ConversationId, "after the note");
        JsonElement[] seen = await Visitor.UntilAsync(() => shopper.ReadAsync(), activities => activities.Any(activity => Text(activity) == "after the note"));
        Assert.DoesNotContain(seen, activity => activity.GetRawText().Contains("secret", StringComparison.Ordinal) || activity.GetRawText().Contains("voucher", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Back_with_the_bot_what_the_agent_left_unanswered_is_answered()
    {
        (Visitor shopper, DeskPage agent) = await TalkingAsync();
        await using DeskPage page = agent;
        await agent.SayAsync(shopper.ConversationId, "done");
        using HttpResponseMessage said = await shopper.SayAsync("how long does delivery take");
        long seen = (await agent.GetAsync($"conversations/{shopper.ConversationId}/messages")).GetProperty("items").EnumerateArray().Last().GetProperty("sequence").GetInt64();
        Assert.Equal((HttpStatusCode.Conflict, "NewMessage"), await agent.RefusalAsync(shopper.ConversationId, "resolve", new { seen = seen - 1 }));
        await agent.PostAsync(shopper.ConversationId, "return", new { seen, note = "only delivery" });
        await Visitor.UntilAsync(() => shopper.ReadAsync(), activities => activities.Count(activity => Text(activity) == "Two to four working days.") == 1);
        Assert.Contains(await shopper.ReadAsync(), activity => StateOf(activity) == "returned");
    }

    // Issue 6: found by a kill run.
    [Fact]
    public async Task A_message_that_crossed_with_the_agents_answer_is_not_left_behind()
    {
        (Visitor shopper, DeskPage agent) = await TalkingAsync();
        await using DeskPage page = agent;
        long seen = (await agent.GetAsync($"conversations/{shopper.ConversationId}/messages")).GetProperty("items").EnumerateArray().Last().GetProperty("sequence").GetInt64();
        using HttpResponseMessage said = await shopper.SayAsync("how long does delivery take");
        await agent.SayAsync(shopper.ConversationId, "Goodbye");
        Assert.Equal((HttpStatusCode.Conflict, "NewMessage"), await agent.RefusalAsync(shopper.ConversationId, "resolve", new { seen }));
    }

    [Fact]
    public async Task A_message_soon_after_the_end_reopens_it_with_its_agent()
    {
        (Visitor shopper, DeskPage agent) = await TalkingAsync();
        await using DeskPage page = agent;
        JsonElement resolved = await agent.PostAsync(shopper.ConversationId, "resolve");
        Assert.Equal(("resolved", "bot"), (resolved.GetProperty("status").GetString(), resolved.GetProperty("owner").GetString()));
        await Visitor.UntilAsync(() => shopper.ReadAsync(), activities => activities.Any(activity => StateOf(activity) == "completed"));
        using HttpResponseMessage said = await shopper.SayAsync("one more thing");
        JsonElement reopened = await agent.UntilAsync(found => IsConversation(found, shopper.ConversationId, "agent") && found.GetProperty("summary").GetProperty("last").GetProperty("text").GetString() == "one more thing");
        Assert.Equal(("open", agent.Id), (reopened.GetProperty("summary").GetProperty("status").GetString(), reopened.GetProperty("summary").GetProperty("assignee").GetProperty("id").GetString()));
        await agent.SayAsync(shopper.ConversationId, "of course");
    }

    [Fact]
    public async Task A_socket_that_was_away_gets_what_it_missed_once()
    {
        (Visitor shopper, DeskPage agent) = await TalkingAsync();
        await using DeskPage page = agent;
        await agent.DropAsync();
        long cursor = agent.Cursor;
        for (int number = 0; number < 5; number++)
        {
            using HttpResponseMessage said = await shopper.SayAsync($"missed {number}");
        }

        await agent.ConnectAsync(cursor);
        await agent.UntilAsync(found => IsMessage(found, shopper.ConversationId) && found.GetProperty("message").GetProperty("text").GetString() == "missed 4");
        string?[] texts = [.. agent.Events.Where(found => IsMessage(found, shopper.ConversationId)).Select(found => found.GetProperty("message").GetProperty("text").GetString()).Where(text => text?.StartsWith("missed", StringComparison.Ordinal) == true)];
        Assert.Equal(Enumerable.Range(0, 5).Select(number => $"missed {number}"), texts);
    }

    [Fact]
    public async Task Every_move_is_a_row_of_the_audit_and_goes_to_somebody_who_is_there()
    {
        (Visitor shopper, DeskPage agent) = await TalkingAsync();
        await using DeskPage page = agent;
        await using DeskPage other = await DeskPage.OpenAsync(Service, state: "on");
        using StaffClient administrator = await Service.SignInAsync(Role.Administrator);
        string id = shopper.ConversationId;
        await agent.SendAsync(HttpMethod.Put, $"conversations/{id}/tags", new { tags = (string[])["late"] });
        foreach ((object to, string field) in new (object, string)[] { (new { agentId = "nobody" }, "agentId"), (new { teamId = "nobodys" }, "teamId"), (new { skill = "nobody has" }, "skill"), (new { }, "agentId") })
        {
            using HttpResponseMessage refused = await agent.Client.CallAsync(HttpMethod.Post, $"/api/desk/conversations/{id}/transfer", to);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.True(JsonElement.Parse(await refused.Content.ReadAsStringAsync()).GetProperty("errors").TryGetProperty(field, out _), field);
        }

        await agent.PostAsync(id, "transfer", new { agentId = other.Id });
        await other.PostAsync(id, "snooze");
        await other.PostAsync(id, "reopen");
        await other.PostAsync(id, "resolve");
        string[] rows = [.. (await administrator.GetAsync("/api/staff/audit?limit=100")).GetProperty("items").EnumerateArray().Where(row => row.GetProperty("target").GetString() == id).Select(row => row.GetProperty("action").GetString()!)];
        Assert.Equal(["conversation.resolve", "conversation.reopen", "conversation.snooze", "conversation.transfer", "conversation.tag", "conversation.claim"], rows);
    }

    [Fact]
    public async Task A_shopper_rates_the_chat_and_its_agent_sees_it_without_being_called_back()
    {
        (Visitor shopper, DeskPage agent) = await TalkingAsync();
        await using DeskPage page = agent;
        await agent.PostAsync(shopper.ConversationId, "resolve");
        foreach (object wrong in new object[] { new { score = 6 }, new { score = "5" }, new { }, new { score = 3, comment = new string('x', 1_001) } })
        {
            using HttpResponseMessage refused = await shopper.PostAsync(new { type = "event", name = "survey.answer", value = wrong });
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using HttpResponseMessage rated = await shopper.PostAsync(new { type = "event", name = "survey.answer", value = new { score = 4, comment = "很快" } });
        Assert.Equal(HttpStatusCode.OK, rated.StatusCode);
        JsonElement last = (await agent.GetAsync($"conversations/{shopper.ConversationId}/messages")).GetProperty("items").EnumerateArray().Last();
        JsonElement line = last.GetProperty("activity");
        Assert.Equal(("rated", "4", "很快"), (line.GetProperty("kind").GetString(), line.GetProperty("to").GetString(), line.GetProperty("note").GetString()));
        Assert.Equal("resolved", (await agent.GetAsync($"conversations/{shopper.ConversationId}")).GetProperty("status").GetString());
    }

    private async Task<(Visitor Shopper, DeskPage Agent)> TalkingAsync()
    {
        Visitor shopper = await Service.VisitAsync();
        DeskPage agent = await DeskPage.OpenAsync(Service, state: "on");
        await shopper.AskAsync("human");
        await agent.PostAsync(shopper.ConversationId, "claim");
        return (shopper, agent);
    }

    private static bool IsConversation(JsonElement found, string id, string owner) =>
        found.GetProperty("type").GetString() == "conversation" && found.GetProperty("summary").GetProperty("id").GetString() == id && found.GetProperty("summary").GetProperty("owner").GetString() == owner;

    private static bool IsMessage(JsonElement found, string id) =>
        found.GetProperty("type").GetString() == "message" && found.GetProperty("conversationId").GetString() == id;

    private static string? Text(JsonElement activity) => activity.TryGetProperty("text", out JsonElement text) ? text.GetString() : null;

    private static string? StateOf(JsonElement activity) =>
        activity.TryGetProperty("name", out JsonElement name) && name.GetString() == "handoff.status" ? activity.GetProperty("value").GetProperty("state").GetString() : null;
}
