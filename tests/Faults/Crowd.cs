using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace SupportBot.Faults;

/// <summary>Many sockets, a few to a conversation, which do nothing but be there.</summary>
internal sealed class Crowd(Func<RoundRobin> route, int sockets) : IDisposable
{
    private const int OfOneConversation = 25;
    private const int Parallel = 64;

    private readonly List<(HttpClient Http, string Conversation)> conversations = [];
    private readonly List<ClientWebSocket> open = [];

    /// <summary>Sockets that could not be opened.</summary>
    public int Failed { get; private set; }

    public async Task BeginAsync()
    {
        for (int number = 0; number * OfOneConversation < sockets; number++)
        {
            HttpClient http = route().Client();
            using HttpResponseMessage issued = await http.PostAsync("/api/widget/token", null);
            JsonElement token = await issued.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
            (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
            conversations.Add((http, token.GetProperty("conversationId").GetString() ?? ""));
        }
    }

    /// <param name="through">The port of a proxy they go through, or null.</param>
    /// <param name="within">When to give up.</param>
    public async Task<TimeSpan> ConnectAsync(int? through, TimeSpan within)
    {
        Stopwatch connecting = Stopwatch.StartNew();
        Failed = 0;
        using CancellationTokenSource limit = new(within);
        await System.Threading.Tasks.Parallel.ForEachAsync(Enumerable.Range(0, sockets), new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (number, _) =>
        {
            (HttpClient http, string conversation) = conversations[number / OfOneConversation];
            while (!await TryConnectAsync(http, conversation, through, limit.Token))
            {
                if (limit.IsCancellationRequested)
                {
                    lock (open)
                    {
                        Failed++;
                    }

                    return;
                }

                await Task.Delay(50, CancellationToken.None);
            }
        });
        return connecting.Elapsed;
    }

    /// <summary>Something long is said in every conversation, for every socket to take.</summary>
    public async Task TalkAsync(int messages)
    {
        string text = new('a', 4_000);
        foreach ((HttpClient http, string conversation) in conversations)
        {
            for (int message = 0; message < messages; message++)
            {
                using HttpResponseMessage said = await http.PostAsJsonAsync($"/v3/directline/conversations/{conversation}/activities", new { type = "event", name = "long", value = text });
                said.EnsureSuccessStatusCode();
            }
        }
    }

    public void Leave()
    {
        open.ForEach(socket => socket.Abort());
        open.ForEach(socket => socket.Dispose());
        open.Clear();
    }

    public void Dispose()
    {
        Leave();
        conversations.ForEach(conversation => conversation.Http.Dispose());
    }

    private async Task<bool> TryConnectAsync(HttpClient http, string conversation, int? through, CancellationToken stop)
    {
        ClientWebSocket socket = new();
        try
        {
            JsonElement back = await http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{conversation}?watermark=-", stop);
            UriBuilder stream = new(back.GetProperty("streamUrl").GetString() ?? "");
            stream.Port = through ?? stream.Port;
            await socket.ConnectAsync(stream.Uri, stop);
            lock (open)
            {
                open.Add(socket);
            }

            return true;
        }
        catch (Exception error) when (error is HttpRequestException or WebSocketException or OperationCanceledException or JsonException)
        {
            socket.Dispose();
            return false;
        }
    }
}
