using System.Globalization;
using System.Security.Cryptography;
using SupportBot.Benchmarks.Desk;

namespace SupportBot.Benchmarks.Outreach;

/// <summary>Fills a store that the service has created with customers who have chatted and agreed to greetings.</summary>
internal static class OutreachSeed
{
    /// <summary>Where every day begins first, so that a time just gone by is still to come elsewhere.</summary>
    public const string Zone = "Pacific/Kiritimati";

    public static IReadOnlyDictionary<string, string[]> Columns { get; } = new Dictionary<string, string[]>
    {
        ["staff"] = DeskSeed.Columns["staff"],
        ["staff_session"] = DeskSeed.Columns["staff_session"],
        ["conversation"] = DeskSeed.Columns["conversation"],
        ["customer"] = ["id", "name", "locale", "zone", "created_at", "updated_at"],
        ["customer_conversation"] = ["conversation_id", "customer_id", "at"],
        ["consent"] = ["customer_id", "channel", "purpose", "given", "source", "at"],
    };

    public static void Customers(ISeedTables tables, int count, DateTimeOffset at)
    {
        long now = at.ToUnixTimeMilliseconds();
        for (int number = 0; number <= count; number++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"k{RandomNumberGenerator.GetHexString(14)}{number}");
            tables.Add("customer", id, $"Customer {number}", number % 2 == 0 ? "en" : "zh", Zone, now, now);

            // One more who is in no segment, so that it does not hold everybody.
            if (number < count)
            {
                string conversation = string.Create(CultureInfo.InvariantCulture, $"c{RandomNumberGenerator.GetHexString(14)}{number}");
                tables.Add("conversation", conversation, "directline", $"user {number}", 0, now, 0, 0, now, now, 0);
                tables.Add("customer_conversation", conversation, id, now);
                tables.Add("consent", id, "chat", "greetings", 1, "shop", now);
            }
        }
    }
}
