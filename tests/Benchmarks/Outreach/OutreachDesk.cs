using System.Net.Http.Json;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Benchmarks.Outreach;

/// <summary>What a signed-in marketer asks the service for.</summary>
internal sealed class OutreachDesk : IDisposable
{
    private readonly HttpClient http;

    public OutreachDesk(ServiceProcess service, string key)
    {
        http = new HttpClient { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Add("Cookie", $"sb_staff={key}");
        http.DefaultRequestHeaders.Add("X-SupportBot", "1");
    }

    /// <summary>Adds a template, a segment or a campaign.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> AddAsync(string kind, object document)
    {
        HttpResponseMessage answer = await http.PostAsJsonAsync($"/api/outreach/{kind}", document);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString() ?? "";
    }

    public async Task LaunchAsync(string campaign) => (await http.PostAsync($"/api/outreach/campaigns/{campaign}/launch", null)).EnsureSuccessStatusCode();

    public async Task<string?> StatusAsync(string campaign) => (await http.GetFromJsonAsync<JsonElement>($"/api/outreach/campaigns/{campaign}")).GetProperty("status").GetString();

    public Task<JsonElement> ResultsAsync(string campaign) => http.GetFromJsonAsync<JsonElement>($"/api/outreach/campaigns/{campaign}/results");

    public void Dispose() => http.Dispose();
}
