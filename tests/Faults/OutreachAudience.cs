using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>Customers taken in from a file, some of whom chat, and campaigns to them.</summary>
internal sealed class OutreachAudience
{
    // Where every day begins first: whatever the hour, a time just gone by there is still to come elsewhere.
    private const string East = "Pacific/Kiritimati";

    private readonly DeskClient desk;
    private readonly List<string> conversations = [];
    private string segment = "";

    private OutreachAudience(DeskClient desk, int emails) => (this.desk, Emails) = (desk, emails);

    public int Emails { get; }

    public int Chats => conversations.Count;

    public static async Task<OutreachAudience> GatherAsync(Cluster cluster, DeskClient desk, int emails, int chats)
    {
        OutreachAudience audience = new(desk, emails);
        await ImportAsync(cluster, emails, chats);
        for (int number = 0; number < chats; number++)
        {
            audience.conversations.Add(await ChatAsync(cluster, desk, number));
        }

        audience.segment = await audience.AddAsync("segments", new { name = "all", rule = new { join = "all", rules = new[] { new { field = "tag", @operator = "is", value = "told" } } } });
        return audience;
    }

    /// <summary>Launches a campaign that is due at once; one with a rate of its own goes by e-mail alone.</summary>
    public async Task<string> LaunchAsync(string name, int? perSecond)
    {
        string template = await AddAsync("templates", new { name, words = new { en = new { subject = name, text = $"Happy day, {{{{name}}}}! ({name})" } } });
        DateTime clock = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(East)).DateTime.AddMinutes(-1);
        string id = await AddAsync("campaigns", new
        {
            name,
            purpose = "greetings",
            occasion = "once",
            day = clock.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            time = clock.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            segmentId = segment,
            channels = perSecond is null ? (string[])["chat", "email"] : ["email"],
            variants = new[] { new { templateId = template, weight = 1 } },
            perSecond,
        });
        await desk.CallAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/launch");
        return id;
    }

    /// <summary>In how many conversations the greeting stands, once.</summary>
    public async Task<int> ChatsToldAsync()
    {
        int told = 0;
        foreach (string conversation in conversations)
        {
            JsonElement page = await desk.CallAsync(HttpMethod.Get, $"/api/desk/conversations/{conversation}/messages?limit=100");
            told += page.GetProperty("items").EnumerateArray().Count(item => item.GetProperty("text").GetString()?.StartsWith("Happy day", StringComparison.Ordinal) == true) == 1 ? 1 : 0;
        }

        return told;
    }

    private async Task<string> AddAsync(string kind, object document) => (await desk.CallAsync(HttpMethod.Post, $"/api/outreach/{kind}", document)).GetProperty("id").GetString() ?? "";

    private static async Task ImportAsync(Cluster cluster, int emails, int chats)
    {
        StringBuilder file = new("name,email,locale,zone,tags,consents\nNobody,nobody@shop.example,en,,,\n");
        for (int number = 0; number < emails; number++)
        {
            file.Append(CultureInfo.InvariantCulture, $"N{number},n{number}@shop.example,en,{East},told,email.greetings yes 2026-01-01 shop\n");
        }

        for (int number = 0; number < chats; number++)
        {
            file.Append(CultureInfo.InvariantCulture, $"C{number},c{number}@shop.example,en,{East},told,chat.greetings yes 2026-01-01 shop\n");
        }

        string path = Path.Combine(cluster.Nodes[0].DataDirectory, "customers.csv");
        await File.WriteAllTextAsync(path, file.ToString());
        await cluster.Nodes[0].CommandAsync("import", "customers", path);
    }

    // The conversation is kept in the file of the guest with this address.
    private static async Task<string> ChatAsync(Cluster cluster, DeskClient desk, int number)
    {
        using HttpClient http = cluster.Route().Client();
        JsonElement token = await (await http.PostAsync("/api/widget/token", null)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        string conversation = token.GetProperty("conversationId").GetString() ?? "";
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
        await desk.CallAsync(HttpMethod.Post, "/api/customers", new { email = $"c{number}@shop.example", conversationId = conversation });
        return conversation;
    }
}
