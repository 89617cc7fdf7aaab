using System.Globalization;
using SupportBot.Access.Audit;
using SupportBot.BotService.Tests;
using SupportBot.BotService.Tests.Access;
using SupportBot.Customers;

namespace SupportBot.Browser.Tests;

/// <summary>Customers who are told apart by a tag of the test.</summary>
internal static class OutreachAudience
{
    /// <summary>Where every day begins first: a time just gone by there is still to come elsewhere, so that a campaign is due at once.</summary>
    public const string East = "Pacific/Kiritimati";

    /// <summary>Somebody who has chatted, and has agreed to greetings in the chat or not.</summary>
    public static async Task<Visitor> AdmitAsync(this RunningService service, string name, string locale, string tag, bool agrees)
    {
        ICustomerStore customers = service.Get<ICustomerStore>();
        Visitor visitor = await service.VisitAsync(locale);
        string id = await customers.AdmitAsync(new Newcomer(name, locale, [], visitor.ConversationId), null, default);
        Customer customer = (await customers.FindAsync(id, default))!;
        await customers.SaveAsync(customer with { Zone = East, Tags = [tag] }, AuditEntry.ByConsole("test", id), default);
        await customers.ConsentAsync(id, new Consent("chat", "greetings", agrees, "shop", service.Get<TimeProvider>().GetUtcNow()), null, default);
        return visitor;
    }

    /// <summary>Somebody with a phone who has agreed to greetings by text message.</summary>
    public static async Task PhoneAsync(this RunningService service, string name, string phone, string tag)
    {
        ICustomerStore customers = service.Get<ICustomerStore>();
        string id = await customers.AdmitAsync(new Newcomer(name, "en", [new Contact(ContactKind.Phone, phone, true)], null), null, default);
        await customers.SaveAsync((await customers.FindAsync(id, default))! with { Zone = East, Tags = [tag] }, AuditEntry.ByConsole("test", id), default);
        await customers.ConsentAsync(id, new Consent("sms", "greetings", true, "shop", service.Get<TimeProvider>().GetUtcNow()), null, default);
    }

    /// <summary>A greeting by text message to everybody of a tag, launched by one and approved by another where that is needed.</summary>
    /// <returns>The campaign's id.</returns>
    public static async Task<string> TextAsync(this RunningService service, StaffClient author, StaffClient second, string tag)
    {
        async Task<string> AddAsync(string what, object body) => (await author.SendAsync(HttpMethod.Post, $"/api/outreach/{what}", body)).GetProperty("id").GetString()!;
        DateTime due = service.JustNow();
        string segment = await AddAsync("segments", new { name = tag, rule = new { join = "all", rules = new[] { new { field = "tag", @operator = "is", value = tag } } } });
        string template = await AddAsync("templates", new { name = tag, words = new { en = new { text = "Happy day, {{name|friend}}!" } } });
        string campaign = await AddAsync("campaigns", new
        {
            name = $"Lanterns {tag}",
            purpose = "greetings",
            occasion = "once",
            day = due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            time = due.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            segmentId = segment,
            channels = new[] { "sms" },
            variants = new[] { new { templateId = template, weight = 1 } },
        });
        if ((await author.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{campaign}/launch")).GetProperty("status").GetString() == "awaitingApproval")
        {
            await second.SendAsync(HttpMethod.Post, $"/api/outreach/campaigns/{campaign}/approve");
        }

        return campaign;
    }

    /// <summary>The clock there, a minute ago.</summary>
    public static DateTime JustNow(this RunningService service) =>
        TimeZoneInfo.ConvertTime(service.Get<TimeProvider>().GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(East)).DateTime.AddMinutes(-1);
}
