using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SupportBot.BotService.Tests.DirectLine;

public sealed class ConversationTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    [Theory]
    [InlineData("en", "how long does delivery take?", "Two to four working days.")]
    [InlineData("zh", "下单后几天能送到呀", "两到四个工作日。")]
    public async Task A_question_is_answered_from_its_article_in_the_shoppers_language(string locale, string question, string answer)
    {
        Visitor visitor = await Service.VisitAsync(locale);
        JsonElement reply = await visitor.AskAsync(question);
        Assert.Equal(answer, reply.GetProperty("text").GetString());
        Assert.Equal(locale, reply.GetProperty("locale").GetString());
        Assert.Equal("bot", reply.GetProperty("from").GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_new_visitor_is_greeted_once_with_the_menu()
    {
        Visitor visitor = await Service.VisitAsync("zh-CN");
        await visitor.StartAsync("zh-CN");
        JsonElement[] all = await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length > 0);
        await visitor.AskAsync("多久能到货");
        Assert.Single(await visitor.ReadAsync(), activity => activity.GetProperty("text").GetString()!.Contains("测试商店", StringComparison.Ordinal));
        Assert.Equal(["退货", "转人工"], all[0].GetProperty("suggestedActions").GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task Starting_is_201_the_first_time_and_200_afterwards()
    {
        using HttpResponseMessage issued = await Service.Http.PostAsync("/api/widget/token", null);
        string token = (await issued.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        using HttpResponseMessage first = await Service.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, JsonContent.Create(new { user = new { } }));
        using HttpResponseMessage second = await Service.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        JsonElement document = await first.Content.ReadFromJsonAsync<JsonElement>();
        Assert.StartsWith("ws://", document.GetProperty("streamUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal(1800, document.GetProperty("expires_in").GetInt32());
    }

    [Fact]
    public async Task The_same_client_id_is_stored_once_and_another_text_under_it_is_a_conflict()
    {
        Visitor visitor = await Service.VisitAsync();
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => visitor.SayAsync("return policy please", "same-id")));
        string[] ids = await Task.WhenAll(answers.Select(async answer => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!));
        Assert.Single(ids.Distinct());
        using HttpResponseMessage changed = await visitor.SayAsync("something else", "same-id");
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Single(await visitor.ReadAsync(), activity => activity.GetProperty("from").GetProperty("role").GetString() == "user");
    }

    [Fact]
    public async Task What_a_client_claims_to_be_is_overwritten()
    {
        Visitor visitor = await Service.VisitAsync();
        await visitor.PostAsync(new { type = "message", text = "hello", id = "mine", timestamp = "1999-01-01T00:00:00Z", from = new { id = "admin", role = "bot", name = "Ann" }, conversation = new { id = "other" }, unknownField = new { kept = 1 } });
        JsonElement said = (await visitor.ReadAsync()).Single(activity => activity.TryGetProperty("unknownField", out _));
        Assert.StartsWith("dl_", said.GetProperty("from").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("user", said.GetProperty("from").GetProperty("role").GetString());
        Assert.Equal("Ann", said.GetProperty("from").GetProperty("name").GetString());
        Assert.Equal(visitor.ConversationId, said.GetProperty("conversation").GetProperty("id").GetString());
        Assert.StartsWith(visitor.ConversationId + "|", said.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("1999", said.GetProperty("timestamp").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resume_key_leads_back_into_the_same_conversation()
    {
        Visitor visitor = await Service.VisitAsync();
        await visitor.AskAsync("can i return a dress");
        using HttpResponseMessage issued = await Service.Http.PostAsJsonAsync("/api/widget/token", new { resume = visitor.Resume });
        Visitor back = new(Service, await issued.Content.ReadFromJsonAsync<JsonElement>());
        Assert.Equal(visitor.ConversationId, back.ConversationId);
        Assert.Equal(3, (await back.ReadAsync()).Length);
    }

    [Fact]
    public async Task Five_thousand_messages_at_once_to_one_conversation_lose_nothing()
    {
        const int count = 5_000;
        Visitor visitor = await Service.VisitAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (number, stop) =>
        {
            using HttpResponseMessage posted = await Service.SendAsync(HttpMethod.Post, $"{visitor.Path}/activities", Service.Secret, JsonContent.Create(new { type = "message", text = "delivery time", channelData = new { clientActivityID = $"m{number}" } }));
            posted.EnsureSuccessStatusCode();
        });
        Conversations.IConversationStore store = Service.Get<Conversations.IConversationStore>();
        long turns = await Visitor.UntilAsync(
            async () => JsonDocument.Parse((await store.FindAsync(visitor.ConversationId, default))!.State!).RootElement.GetProperty("turns").GetInt64(),
            counted => counted == count + 1);
        Assert.Equal(count + 1, turns);
        IReadOnlyList<Conversations.Message> log = await store.ReadAsync(visitor.ConversationId, 0, 3 * count, default);
        Assert.Equal(Enumerable.Range(1, (2 * count) + 2).Select(sequence => (long)sequence), log.Select(message => message.Sequence));
        Assert.Equal(count, log.Where(message => message.ReplyTo > 0).Select(message => message.ReplyTo).Distinct().Count() - 1);
    }
}
