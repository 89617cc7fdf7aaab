using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SupportBot.Faults;

/// <summary>A shopper who asks for a person now and then, and asks something at each turn; what was not acknowledged is sent again under the same id.</summary>
internal sealed class HandOffShopper(RoundRobin route, int number, int seed) : IDisposable
{
    private readonly HttpClient http = route.Client();
    private readonly Random random = new(seed);
    private readonly Dictionary<string, long> acknowledged = [];
    private int sent;

    public string Conversation { get; private set; } = "";

    /// <summary>Client id → the sequence it was acknowledged with.</summary>
    public IReadOnlyDictionary<string, long> Acknowledged => acknowledged;

    public async Task StartAsync()
    {
        JsonElement token = await (await http.PostAsync("/api/widget/token", null)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        Conversation = token.GetProperty("conversationId").GetString() ?? "";
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
    }

    public async Task WriteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await SayAsync(random.Next(5) == 0 ? "human" : "how long does delivery take");
            await Task.Delay(random.Next(20, 400), CancellationToken.None);
        }
    }

    /// <summary>Which of the shopper's messages the bot's replies refer to.</summary>
    public async Task<ILookup<long, long>> AnsweredByBotAsync()
    {
        List<(long Asked, long Reply)> found = [];
        string mark = "";
        while (true)
        {
            JsonElement page = await http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{Conversation}/activities?watermark={mark}");
            foreach (JsonElement activity in page.GetProperty("activities").EnumerateArray())
            {
                if (activity.GetProperty("type").GetString() == "message" && activity.TryGetProperty("replyToId", out JsonElement replied))
                {
                    found.Add((SequenceOf(replied.GetString()), SequenceOf(activity.GetProperty("id").GetString())));
                }
            }

            string next = page.GetProperty("watermark").GetString() ?? "";
            if (next == mark)
            {
                return found.ToLookup(pair => pair.Asked, pair => pair.Reply);
            }

            mark = next;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task SayAsync(string text)
    {
        string clientId = $"{number}-{sent++}";
        while (true)
        {
            try
            {
                using HttpResponseMessage answer = await http.PostAsJsonAsync($"/v3/directline/conversations/{Conversation}/activities", new { type = "message", text, channelData = new { clientActivityID = clientId } });
                if (answer.IsSuccessStatusCode)
                {
                    acknowledged[clientId] = SequenceOf((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString());
                    return;
                }
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or JsonException)
            {
                // The same message again, under the same id.
            }

            await Task.Delay(20);
        }
    }

    private static long SequenceOf(string? id) => id?.Split('|') is [_, { } number] ? long.Parse(number, CultureInfo.InvariantCulture) : 0;
}
