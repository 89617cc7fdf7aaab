using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Customers;

namespace SupportBot.Storage.Sqlite;

/// <summary>
/// Removes a person from every table that may hold a word of theirs or about them. A room that adds such a table adds its
/// statement here. What remains are numbers: that there was a conversation, when, and how it went.
/// </summary>
internal static class SqliteErasure
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
        delete from customer_search where rowid in (select id from customer_searchable where customer_id = @id);
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
        delete from file where id in (select value from ticket, json_each(details, '$.files') where ticket.id in @tickets);
        delete from ticket_news where ticket_id in @tickets;
        update ticket_history set detail = null where ticket_id in @tickets;
        update desk_event set payload = null where kind = 3 and json_extract(cast(payload as text), '$.id') in @tickets;
        update ticket set title = '—', details = '{"description":"","files":[],"locale":"en"}', order_number = null, conversation_id = null where id in @tickets;
        """;

    // Another version makes every node forget what it remembers of the conversation.
    public const string OfConversations = $"""
        update conversation set state = null, reference = null, user_id = null, version = version + 1 where id in @conversations;
        {Words}
        """;

    private const string Words = """
        update message set body = cast(@emptied as blob), channel_data = null, client_id = null, turn_pending = 0 where conversation_id in @conversations;
        delete from message_search where rowid in (select id from searchable where conversation_id in @conversations);
        delete from searchable where conversation_id in @conversations;
        delete from assignment_tag where conversation_id in @conversations;
        delete from desk_read where conversation_id in @conversations;
        update desk_event set payload = null where conversation_id in @conversations;
        update assignment set summary = null where conversation_id in @conversations;
        delete from file where conversation_id in @conversations;
        update outbox set payload = null, error = null where conversation_id in @conversations and status > 1;
        delete from outbox where conversation_id in @conversations and status <= 1;
        delete from shopper where conversation_id in @conversations;
        delete from restock_notice where conversation_id in @conversations;
        delete from reminder where conversation_id in @conversations;
        delete from viewed_page where conversation_id in @conversations;
        """;

    /// <summary>What was said in conversations, and what was said about them.</summary>
    public static void TakeWords(SqliteConnection connection, string[] conversations) => connection.Execute(Words, new { conversations, emptied = Emptied });

    public static void Run(SqliteConnection connection, Erasure erasure, DateTimeOffset at)
    {
        long now = at.ToUnixTimeMilliseconds();
        List<string> tickets = [.. connection.Query<string>("select id from ticket where customer_id = @id or conversation_id in @conversations", new { id = erasure.CustomerId, conversations = erasure.Conversations })];
        connection.Execute(OfTickets, new { tickets });
        connection.Execute(OfCustomer, new { id = erasure.CustomerId, now });
        connection.Execute(KeepKey, (erasure.Keys ?? []).Select(key => new { key, now }));
        foreach (string[] conversations in erasure.Conversations.Chunk(500))
        {
            connection.Execute(OfConversations, new { conversations, emptied = Emptied });
        }
    }
}
