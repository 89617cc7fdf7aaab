using System.Globalization;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;
using SupportBot.Customers;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>A marketer at the running service, with customers to write to.</summary>
public sealed class Marketing : IAsyncLifetime
{
    /// <summary>Where every day begins first: whatever the hour, a time just gone by there is still to come elsewhere.</summary>
    public const string East = "Pacific/Kiritimati";

    public RunningService Service { get; private set; } = null!;

    public StaffClient Marketer { get; private set; } = null!;

    public StaffClient Second { get; private set; } = null!;

    private ICustomerStore Customers => Service.Get<ICustomerStore>();

    public static Task<RunningService> StartAsync(params string[] settings) => RunningService.StartAsync(null,
        ["--Outreach:QuietFrom", "00:00", "--Outreach:QuietUntil", "00:00", "--Outreach:Interval", "00:00:00.200", "--Outreach:PerDay", "20", "--Outreach:PerWeek", "100", .. settings]);

    public Task InitializeAsync() => BeginAsync();

    public async Task BeginAsync(params string[] settings)
    {
        Service = await StartAsync(settings);
        Marketer = await Service.SignInAsync(Role.Marketer);
        Second = await Service.SignInAsync(Role.Marketer);

        // Somebody in no segment, so that none holds everybody.
        await Customers.AdmitAsync(new Newcomer("Nobody's", "en", [], null), null, default);
    }

    public async Task DisposeAsync()
    {
        Marketer.Dispose();
        Second.Dispose();
        await Service.DisposeAsync();
    }

    /// <summary>A customer who has chatted, and has agreed to greetings in the chat.</summary>
    public async Task<(string Id, Visitor Visitor)> ShopperAsync(string? name = "Ann", string locale = "en", bool agrees = true, string? tag = null)
    {
        Visitor visitor = await Service.VisitAsync(locale);
        string id = await Customers.AdmitAsync(new Newcomer(name, locale, [], visitor.ConversationId), null, default);
        await SettleAsync(id, tag, "chat", agrees);
        return (id, visitor);
    }

    /// <summary>A customer who is reached by an address.</summary>
    internal async Task<string> AddressAsync(ContactKind kind, string address, string tag, string name = "Ann", string locale = "en")
    {
        string id = await Customers.AdmitAsync(new Newcomer(name, locale, [new Contact(kind, address, true)], null), null, default);
        await SettleAsync(id, tag, kind == ContactKind.Email ? "email" : "sms", true);
        return id;
    }

    public async Task ConsentAsync(string id, string channel, string purpose, bool given) =>
        await Customers.ConsentAsync(id, new Consent(channel, purpose, given, "shop", Service.Get<TimeProvider>().GetUtcNow()), null, default);

    public async Task<string> SegmentAsync(string tag) =>
        (await Marketer.SendAsync(HttpMethod.Post, "/api/outreach/segments", new { name = tag, rule = new { join = "all", rules = new[] { new { field = "tag", @operator = "is", value = tag } } } })).GetProperty("id").GetString()!;

    public async Task<string> TemplateAsync(string english = "Happy day, {{name|friend}}!", string? chinese = "节日快乐，{{name|朋友}}！", string subject = "A greeting") =>
        (await Marketer.SendAsync(HttpMethod.Post, "/api/outreach/templates", new
        {
            name = "t",
            words = chinese is null ? new Dictionary<string, object> { ["en"] = new { subject, text = english } } : new Dictionary<string, object> { ["en"] = new { subject, text = english }, ["zh"] = new { subject, text = chinese } },
        })).GetProperty("id").GetString()!;

    /// <summary>A campaign that is due at once in <see cref="East"/>, as fields to change.</summary>
    public static Dictionary<string, object?> Due(string segmentId, params string[] templates)
    {
        DateTime clock = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(East)).DateTime.AddMinutes(-1);
        return new Dictionary<string, object?>
        {
            ["name"] = "Greeting",
            ["purpose"] = "greetings",
            ["occasion"] = "once",
            ["day"] = clock.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["time"] = clock.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            ["segmentId"] = segmentId,
            ["channels"] = new[] { "chat" },
            ["variants"] = templates.Select(template => new { templateId = template, weight = 1 }).ToArray(),
        };
    }

    public async Task<string> CampaignAsync(Dictionary<string, object?> fields) =>
        (await Marketer.SendAsync(HttpMethod.Post, "/api/outreach/campaigns", fields)).GetProperty("id").GetString()!;

    public async Task<string> LaunchAsync(Dictionary<string, object?> fields)
    {
        string id = await CampaignAsync(fields);
        await Marketer.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/launch");
        return id;
    }

    /// <summary>Waits until a campaign has dealt with everybody.</summary>
    public async Task<JsonElement> FinishedAsync(string id)
    {
        await Visitor.UntilAsync(() => Marketer.GetAsync($"/api/outreach/campaigns/{id}"), campaign => campaign.GetProperty("status").GetString() == "finished");
        return await ResultsAsync(id);
    }

    public Task<JsonElement> ResultsAsync(string id) => Marketer.GetAsync($"/api/outreach/campaigns/{id}/results");

    /// <summary>The messages of what is wrong, by field.</summary>
    public async Task<Dictionary<string, string>> FaultsAsync(HttpMethod method, string path, object? body = null, string language = "en")
    {
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.Add("Accept-Language", language);
        using HttpResponseMessage answer = await Marketer.Http.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 400, $"{answer.StatusCode} {text}");
        return JsonElement.Parse(text).GetProperty("errors").EnumerateObject().ToDictionary(field => field.Name, field => field.Value[0].GetString()!);
    }

    private async Task SettleAsync(string id, string? tag, string channel, bool agrees)
    {
        Customer customer = (await Customers.FindAsync(id, default))!;
        await Customers.SaveAsync(customer with { Zone = East, Tags = tag is null ? [] : [tag] }, SupportBot.Access.Audit.AuditEntry.ByConsole("test", id), default);
        await ConsentAsync(id, channel, "greetings", agrees);
    }
}
