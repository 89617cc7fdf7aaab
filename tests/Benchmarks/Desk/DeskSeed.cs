using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Benchmarks.Desk;

/// <summary>Fills a store that the service has created: conversations of two years, most of them ended, and the colleagues who had them.</summary>
internal static class DeskSeed
{
    private const string Work = """{"skills":[],"teams":[],"languages":["en","zh"],"capacity":null}""";

    private static readonly string[] English = ["where is my parcel", "can i return the green dress", "the invoice has the wrong address", "when will the coat be back in stock", "my voucher does not work", "the zip broke after two days"];
    private static readonly string[] Chinese = ["我的包裹到哪里了", "这件连衣裙可以退货吗", "发票抬头写错了", "大衣什么时候到货", "优惠券用不了", "拉链两天就坏了"];

    /// <summary>The tables that are filled, and what of them.</summary>
    public static IReadOnlyDictionary<string, string[]> Columns { get; } = new Dictionary<string, string[]>
    {
        ["staff"] = ["id", "email", "name", "roles", "active", "password", "must_change", "locale", "theme", "preferences", "work", "created_at", "version"],
        ["staff_session"] = ["id", "key_hash", "staff_id", "created_at", "seen_at", "expires_at"],
        ["conversation"] = ["id", "channel", "user_id", "last_sequence", "last_at", "version", "owner", "created_at", "active_at", "attended"],
        ["message"] = ["conversation_id", "sequence", "at", "sender", "reply_to", "fingerprint", "body"],
        ["assignment"] = ["conversation_id", "channel", "owner", "status", "agent_id", "priority", "locale", "reason", "queued_at", "placed_at", "waiting_since", "waiting_sequence", "ended_at", "heard", "last_at"],
        ["service"] = ["conversation_id", "channel", "queued_at", "agent_id", "accepted_at", "answered_at", "ended_at", "outcome"],
        ["assignment_tag"] = ["tag", "conversation_id"],
    };

    /// <summary>Adds colleagues with a session each.</summary>
    /// <returns>The sessions' keys.</returns>
    public static IReadOnlyList<string> Staff(ISeedTables tables, int count, string role, DateTimeOffset at)
    {
        List<string> keys = [];
        long now = at.ToUnixTimeMilliseconds();
        for (int number = 0; number < count; number++)
        {
            string id = $"{role}-{number}";
            string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            tables.Add("staff", id, $"{id}@shop.example", $"{role} {number}", role, 1, "", 0, "en", "auto", "{}", Work, now, 1);
            tables.Add("staff_session", id, SHA256.HashData(Encoding.UTF8.GetBytes(key)), id, now, now, now + 86_400_000);
            keys.Add(key);
        }

        return keys;
    }

    public static void Conversations(ISeedTables tables, int count, int agents, DateTimeOffset until)
    {
        // Each colleague has five already, and as many as there are colleagues wait.
        int queued = agents;
        int open = agents * 5;
        long now = until.ToUnixTimeMilliseconds();
        long step = 730L * 86_400_000 / count;
        for (int number = 0; number < count; number++)
        {
            int newest = count - number;
            int owner = newest <= queued ? 1 : newest <= queued + open ? 2 : 0;
            bool attended = owner > 0 || number % 3 > 0;
            long at = now - (newest * step);
            string id = string.Create(CultureInfo.InvariantCulture, $"c{RandomNumberGenerator.GetHexString(14)}{number}");
            Talk(tables, id, number, count, owner, at);
            if (attended)
            {
                People(tables, id, number, owner, $"Agent-{number % agents}", at);
            }
        }
    }

    private static void Talk(ISeedTables tables, string id, int number, int count, int owner, long at)
    {
        bool chinese = number % 2 == 1;
        string text = (chinese ? Chinese : English)[number % 6] + string.Create(CultureInfo.InvariantCulture, $" #{number}");
        tables.Add("conversation", id, "directline", $"dl_{number % (count / 4 + 1)}", 4, at, 2, owner, at, at, owner > 0 ? 1 : 0);
        tables.Add("message", id, 1, at, 3, 0, 0, "{\"type\":\"conversationUpdate\"}"u8.ToArray());
        tables.Add("message", id, 2, at + 1, 1, 0, 0, Body("Hello"));
        tables.Add("message", id, 3, at + 2, 0, 0, 0, Body(text));
        tables.Add("message", id, 4, at + 3, owner == 1 ? 1 : 2, 0, 0, Body(chinese ? "好的，我来查一下" : "let me look into it"));
    }

    private static void People(ISeedTables tables, string id, int number, int owner, string agent, long at)
    {
        string locale = number % 2 == 1 ? "zh" : "en";
        tables.Add("assignment", id, "directline", owner, owner > 0 ? 0 : 2, owner == 1 ? null : agent, number % 50 == 0 ? 1 : 0, locale, "asked", at, at, owner > 0 ? at : null, 3, owner > 0 ? null : at + 400_000, 2, at);
        if (owner == 0)
        {
            tables.Add("service", id, "directline", at, agent, at + 20_000, at + 25_000, at + 400_000, 0);
        }

        if (number % 20 == 0)
        {
            tables.Add("assignment_tag", number % 400 == 0 ? "rare" : "delivery", id);
        }
    }

    private static byte[] Body(string text) => Encoding.UTF8.GetBytes($"{{\"type\":\"message\",\"text\":\"{text}\"}}");
}
