using SupportBot.Access.Audit;
using SupportBot.BotService.Tests;
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

    /// <summary>The clock there, a minute ago.</summary>
    public static DateTime JustNow(this RunningService service) =>
        TimeZoneInfo.ConvertTime(service.Get<TimeProvider>().GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(East)).DateTime.AddMinutes(-1);
}
