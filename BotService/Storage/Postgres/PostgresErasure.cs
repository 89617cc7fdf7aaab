using Dapper;
using Npgsql;
using SupportBot.Customers;

namespace SupportBot.Storage.Postgres;

/// <summary>
/// Removes a person from every table that may hold a word of theirs or about them. A room that adds such a table adds its
/// statement here. What remains are numbers: that there was a conversation, when, and how it went.
/// </summary>
internal static class PostgresErasure
{
    // Read by everybody as a message without content; sequences and watermarks stay what they were.
    private const string Emptied = """{"type":"message","text":"[erased / 已删除]"}""";

    // A file that an older copy of the database lacks is noted as erased all the same, so that it is done with.
    public const string OfCustomer = """
        insert into customer (id, created_at, updated_at, erased_at) values (@id, @now, @now, @now) on conflict do nothing;
        delete from customer_identity where customer_id = @id;
        delete from customer_contact where customer_id = @id;
        delete from customer_tag where customer_id = @id;
        delete from consent where customer_id = @id;
        delete from customer_searchable where customer_id = @id;
        update recipient set customer_id = 'erased ' || id, facts = null, subject = null, conversation_id = null, error = null,
          status = case when status in (0, 1) then 3 else status end, reason = case when status in (0, 1) then 10 else reason end
        where customer_id = @id;
        update customer set name = null, locale = null, zone = null, birthday = null, member_since = null, vip = 0, segment = null, note = '', blocked_reason = null, blocked_until = null,
          erased_at = coalesce(erased_at, @now), updated_at = @now, version = version + 1
        where id = @id or merged_into = @id;
        delete from customer_search_due where customer_id = @id;
        """;

    public const string KeepKey = "insert into erased_key (key, at) values (@key, @now) on conflict do nothing";

    // A ticket stays as work that was done, for whom nobody knows.
    public const string OfTickets = """
        delete from file where id in (select json_array_elements_text(details::json -> 'files') from ticket where id = any (@tickets));
        delete from ticket_news where ticket_id = any (@tickets);
        update ticket_history set detail = null where ticket_id = any (@tickets);
        update desk_event set payload = null where kind = 3 and convert_from(payload, 'UTF8')::json ->> 'id' = any (@tickets);
        update ticket set title = '—', details = '{"description":"","files":[],"locale":"en"}', order_number = null, conversation_id = null where id = any (@tickets);
        """;

    // Another version makes every node forget what it remembers of the conversation, and its row keeps new messages out meanwhile.
    public const string OfConversation = $"""
        update conversation set state = null, reference = null, user_id = null, version = version + 1 where id = @conversation;
        {Words}
        """;

    private const string Words = """
        update message set body = convert_to(@emptied, 'UTF8'), channel_data = null, client_id = null where conversation_id = @conversation;
        delete from pending_turn where conversation_id = @conversation;
        delete from search_due where conversation_id = @conversation;
        delete from searchable where conversation_id = @conversation;
        delete from assignment_tag where conversation_id = @conversation;
        delete from desk_read where conversation_id = @conversation;
        update desk_event set payload = null where conversation_id = @conversation;
        update assignment set summary = null where conversation_id = @conversation;
        delete from file where conversation_id = @conversation and conversation_id <> '';
        update outbox set payload = null, error = null where conversation_id = @conversation and status > 1;
        delete from outbox where conversation_id = @conversation and status <= 1;
        delete from shopper where conversation_id = @conversation;
        delete from restock_notice where conversation_id = @conversation;
        delete from reminder where conversation_id = @conversation;
        delete from viewed_page where conversation_id = @conversation;
        """;

    /// <summary>What was said in a conversation, and what was said about it.</summary>
    public static Task TakeWordsAsync(NpgsqlConnection connection, string conversation) => connection.ExecuteAsync(Words, new { conversation, emptied = Emptied });

    public static async Task RunAsync(NpgsqlConnection connection, Erasure erasure, DateTimeOffset at)
    {
        string[] conversations = [.. erasure.Conversations.Order(StringComparer.Ordinal)];
        string[] tickets = [.. await connection.QueryAsync<string>("select id from ticket where customer_id = @id or conversation_id = any (@conversations)", new { id = erasure.CustomerId, conversations })];
        await connection.ExecuteAsync(OfTickets, new { tickets });
        await connection.ExecuteAsync(OfCustomer, new { id = erasure.CustomerId, now = at.ToUnixTimeMilliseconds() });
        await connection.ExecuteAsync(KeepKey, (erasure.Keys ?? []).Select(key => new { key, now = at.ToUnixTimeMilliseconds() }));

        // In the order in which whoever writes to many of them locks their rows.
        foreach (string conversation in conversations)
        {
            await connection.ExecuteAsync(OfConversation, new { conversation, emptied = Emptied });
        }
    }
}
