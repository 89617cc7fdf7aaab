using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportBot.Tests.Shared;

namespace SupportBot.Benchmarks.Dialogs;

/// <summary>The CPU of a turn that looks up an order of the embedded shop, beside one that answers from an article, both stored durably, in one run.</summary>
internal static partial class DialogsBenchmark
{
    private const int Shoppers = 8;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string[] args)
    {
        int turns = args is ["--turns", { } asked] ? int.Parse(asked, CultureInfo.InvariantCulture) : 2_000;
        using ServiceProcess service = new();
        await service.StartAsync();
        using HttpClient http = new() { BaseAddress = service.Address };
        Shopper[] shoppers = await Task.WhenAll(Enumerable.Range(0, Shoppers).Select(_ => OpenAsync(http)));
        string order = await OrderOfAsync(http, shoppers[0]);
        double article = await MeasureAsync(service, http, shoppers, turns, "an answer from an article", _ => "how long does delivery take");
        double lookUp = await MeasureAsync(service, http, shoppers, turns, "an order looked up in the shop", _ => $"where is my order {order}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio: {lookUp / article:F2} x the CPU of an article's answer"));
        return 0;
    }

    private static async Task<double> MeasureAsync(ServiceProcess service, HttpClient http, Shopper[] shoppers, int turns, string name, Func<int, string> text)
    {
        await SayAsync(http, shoppers, turns / 2, text);
        TimeSpan before = ProcessUsage.Of(service.Id).Cpu;
        await SayAsync(http, shoppers, turns, text);
        double milliseconds = (ProcessUsage.Of(service.Id).Cpu - before).TotalMilliseconds / turns;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} {milliseconds:F3} CPU-ms a turn (HTTP in and out, Direct Line, stored), {1000 / milliseconds:F0} turns a CPU-second"));
        return milliseconds;
    }

    /// <summary>All shoppers say it in turn, each waiting for nothing but its 2xx; then the turns left are waited for.</summary>
    private static async Task SayAsync(HttpClient http, Shopper[] shoppers, int turns, Func<int, string> text)
    {
        await Task.WhenAll(shoppers.Select(async (shopper, index) =>
        {
            for (int number = index; number < turns; number += shoppers.Length)
            {
                using HttpResponseMessage posted = await SendAsync(http, shopper, HttpMethod.Post, JsonContent.Create(new { type = "message", text = text(number) }));
                posted.EnsureSuccessStatusCode();
            }
        }));
        await Task.Delay(Settle);
    }

    /// <summary>A conversation of the demo store's signed-in customer.</summary>
    private static async Task<Shopper> OpenAsync(HttpClient http)
    {
        using HttpResponseMessage signed = await http.PostAsync(new Uri("/demo/identity", UriKind.Relative), null);
        string? identity = (await signed.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("identity").GetString();
        using HttpResponseMessage issued = await http.PostAsJsonAsync("/api/widget/token", new { locale = "en", identity });
        JsonElement token = await issued.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        Shopper shopper = new(token.GetProperty("conversationId").GetString() ?? "", token.GetProperty("token").GetString() ?? "");
        using HttpRequestMessage start = new(HttpMethod.Post, "/v3/directline/conversations") { Content = JsonContent.Create(new { locale = "en" }) };
        start.Headers.Authorization = new AuthenticationHeaderValue("Bearer", shopper.Token);
        using HttpResponseMessage started = await http.SendAsync(start);
        started.EnsureSuccessStatusCode();
        return shopper;
    }

    /// <summary>The number of one of the customer's orders, as the bot lists them.</summary>
    private static async Task<string> OrderOfAsync(HttpClient http, Shopper shopper)
    {
        using HttpResponseMessage posted = await SendAsync(http, shopper, HttpMethod.Post, JsonContent.Create(new { type = "message", text = "where is my order" }));
        posted.EnsureSuccessStatusCode();
        await Task.Delay(Settle);
        using HttpResponseMessage read = await SendAsync(http, shopper, HttpMethod.Get, null);
        Match number = OrderNumber().Match(await read.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        return number.Success ? number.Value : throw new InvalidOperationException("The demo's customer has no order.");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, Shopper shopper, HttpMethod method, HttpContent? content)
    {
        using HttpRequestMessage request = new(method, $"/v3/directline/conversations/{shopper.Conversation}/activities") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", shopper.Token);
        return await http.SendAsync(request);
    }

    [GeneratedRegex(@"[A-Z]\d{2}-\d{5}")]
    private static partial Regex OrderNumber();

    private sealed record Shopper(string Conversation, string Token);
}
