using Dapper;
using SupportBot.Outreach.Segments;

namespace SupportBot.Storage.Outreach;

/// <summary>What statements on customers share.</summary>
internal static class AudienceSql
{
    public const string Living = "k.merged_into is null and k.erased_at is null";

    public const string Email = "(select value from customer_contact t where t.customer_id = k.id and t.kind = 0 order by t.verified desc, t.value limit 1)";

    public const string Phone = "(select value from customer_contact t where t.customer_id = k.id and t.kind = 1 order by t.verified desc, t.value limit 1)";

    // What is said in the conversation of a phone number is a text message, which needs a consent of its own.
    public const string IsChat = "v.conversation_id not like 'sms:%'";

    public const string Conversation = $"(select v.conversation_id from customer_conversation v where v.customer_id = k.id and {IsChat} order by v.at desc limit 1)";

    public static DynamicParameters Parameters(SegmentSql segment, DateTimeOffset now)
    {
        DynamicParameters values = new();
        foreach ((string name, object value) in segment.Parameters)
        {
            values.Add(name, value);
        }

        values.Add("now", now.ToUnixTimeMilliseconds());
        return values;
    }
}
