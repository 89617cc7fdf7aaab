using System.Globalization;
using System.Security.Cryptography;
using SupportBot.Benchmarks.Desk;

namespace SupportBot.Benchmarks.Outreach;

/// <summary>Reminders that shoppers have asked for, and as many that the store sends by itself.</summary>
/// <param name="tables">Of a service that does not run.</param>
/// <param name="campaign">Whose recipients the store's are.</param>
internal sealed class ReminderSeed(ISeedTables tables, string campaign)
{
    public static IReadOnlyDictionary<string, string[]> Columns { get; } = new Dictionary<string, string[]>
    {
        ["conversation"] = DeskSeed.Columns["conversation"],
        ["customer"] = ["id", "locale", "zone", "created_at", "updated_at"],
        ["customer_conversation"] = ["conversation_id", "customer_id", "at"],
        ["reminder"] = ["conversation_id", "reference", "due_at", "text", "locale"],
        ["recipient"] = ["campaign_id", "occurrence", "customer_id", "channel", "purpose", "status", "due_at", "planned_at", "expires_at", "variant", "locale", "zone", "zone_reason"],
    };

    /// <summary>Adds some that fall due evenly between two times.</summary>
    /// <param name="count">Of each kind.</param>
    /// <param name="from">When the first is due.</param>
    /// <param name="until">When the last is.</param>
    /// <param name="reachable">Whether there are conversations to say them in, which those far ahead do without.</param>
    public void Add(int count, DateTimeOffset from, DateTimeOffset until, bool reachable)
    {
        for (int number = 0; number < count; number++)
        {
            long due = (from + ((until - from) * ((double)number / count))).ToUnixTimeMilliseconds();
            string asked = Id('c', number);
            string told = Id('c', number);
            string customer = Id('k', number);
            if (reachable)
            {
                Conversation(asked, due);
                Conversation(told, due);
                tables.Add("customer", customer, "en", "UTC", due, due);
                tables.Add("customer_conversation", told, customer, due);
            }

            tables.Add("reminder", asked, "R1", due, "buy milk", "en");
            tables.Add("recipient", campaign, "cart", customer, 0, 0, 0, due, due, due + 86_400_000, 0, "en", "UTC", 0);
        }
    }

    private void Conversation(string id, long at) => tables.Add("conversation", id, "directline", $"user {id}", 0, at - 86_400_000, 0, 0, at - 86_400_000, at - 86_400_000, 0);

    private static string Id(char kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{RandomNumberGenerator.GetHexString(14)}{number}");
}
