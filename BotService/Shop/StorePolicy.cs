using System.Globalization;
using SupportBot.Articles;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop;

/// <summary>The store's rules and calendar, out of its facts (<c>store.yaml</c>), so that articles, dialogs and shop never differ.</summary>
internal sealed class StorePolicy(LiveArticles articles, TimeProvider time)
{
    private static readonly OrderRules Usual = new();

    public OrderRules Rules
    {
        get
        {
            StoreFacts facts = articles.Current.Library.Facts;
            return Usual with
            {
                CancelUntil = Status(facts, "cancel_until", Usual.CancelUntil),
                AddressUntil = Status(facts, "address_until", Usual.AddressUntil),
                ReturnDays = (int)Number(facts, "return_days", Usual.ReturnDays),
                ExchangeDays = (int)Number(facts, "exchange_days", Usual.ExchangeDays),
                ChristmasUntil = MonthAndDay(facts, "christmas_return_last"),
                WarrantyYears = (int)Number(facts, "warranty_years", Usual.WarrantyYears),
                ReturnCost = Number(facts, "return_cost", 0),
                LargeReturnCost = Number(facts, "large_return_cost", 0),
                AbroadReturnCost = Number(facts, "eu_return_cost", 0),
                HomeCountry = facts.Find("country", "en") ?? Usual.HomeCountry,
                InvoiceMonths = (int)Number(facts, "invoice_change_months", Usual.InvoiceMonths),
            };
        }
    }

    /// <summary>The store's own time zone.</summary>
    public TimeZoneInfo Zone => StoreZone.Of(articles.Current.Library.Facts);

    /// <summary>Now, by the clock on the store's wall.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    // Facts are written for readers: "£2.95", "30", "1,000".
    private static decimal Number(StoreFacts facts, string name, decimal otherwise)
    {
        string digits = string.Concat((facts.Find(name, "en") ?? "").Where(c => char.IsAsciiDigit(c) || c == '.'));
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : otherwise;
    }

    private static OrderStatus Status(StoreFacts facts, string name, OrderStatus otherwise) =>
        Enum.TryParse(facts.Find(name, "en"), ignoreCase: true, out OrderStatus status) ? status : otherwise;

    private static (int Month, int Day)? MonthAndDay(StoreFacts facts, string name) =>
        DateOnly.TryParseExact($"2000-{facts.Find(name, "en")}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? (day.Month, day.Day) : null;
}
