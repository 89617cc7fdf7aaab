using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace SupportBot.Benchmarks.Desk;

/// <summary>Fills a store that the service has created: conversations of two years, most of them ended, and the colleagues who had them.</summary>
internal static class DeskSeed
{
    private static readonly string[] English = ["where is my parcel", "can i return the green dress", "the invoice has the wrong address", "when will the coat be back in stock", "my voucher does not work", "the zip broke after two days"];
    private static readonly string[] Chinese = ["我的包裹到哪里了", "这件连衣裙可以退货吗", "发票抬头写错了", "大衣什么时候到货", "优惠券用不了", "拉链两天就坏了"];

    /// <summary>Adds colleagues with a session each.</summary>
    /// <returns>The sessions' keys.</returns>
    public static IReadOnlyList<string> Staff(string database, int count, string role)
    {
        using SqliteConnection connection = Connect(database);
        using SqliteTransaction transaction = connection.BeginTransaction();
        List<string> keys = [];
        long now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        for (int number = 0; number < count; number++)
        {
            string id = $"{role}-{number}";
            string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            Run(connection, "insert into staff (id, email, name, roles, active, password, must_change, locale, theme, preferences, work, created_at, version) values (@id, @id || '@shop.example', @name, @role, 1, '', 0, 'en', 'auto', '{}', '{\"skills\":[],\"teams\":[],\"languages\":[\"en\",\"zh\"],\"capacity\":null}', @now, 1)", ("@id", id), ("@name", $"{role} {number}"), ("@role", role), ("@now", now));
            Run(connection, "insert into staff_session (id, key_hash, staff_id, created_at, seen_at, expires_at) values (@id, @hash, @id, @now, @now, @end)", ("@id", id), ("@hash", SHA256.HashData(Encoding.UTF8.GetBytes(key))), ("@now", now), ("@end", now + 86_400_000));
            keys.Add(key);
        }

        transaction.Commit();
        return keys;
    }

    public static void Conversations(string database, int count, int agents)
    {
        // Each colleague has five already, and as many as there are colleagues wait.
        int queued = agents;
        int open = agents * 5;
        using SqliteConnection connection = Connect(database);
        Run(connection, "pragma synchronous = off");
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand conversation = Prepared(connection, "insert into conversation (id, channel, user_id, last_sequence, last_at, version, owner, created_at, active_at, attended) values (@id, 'directline', @user, 4, @at, 2, @owner, @at, @at, @attended)", "@id", "@user", "@at", "@owner", "@attended");
        using SqliteCommand message = Prepared(connection, "insert into message (conversation_id, sequence, at, sender, reply_to, fingerprint, turn_pending, body) values (@id, @sequence, @at, @sender, 0, 0, 0, @body)", "@id", "@sequence", "@at", "@sender", "@body");
        using SqliteCommand assignment = Prepared(connection, "insert into assignment (conversation_id, channel, owner, status, agent_id, priority, locale, reason, queued_at, placed_at, waiting_since, waiting_sequence, ended_at, heard, last_at) values (@id, 'directline', @owner, @status, @agent, @priority, @locale, 'asked', @at, @at, @waiting, 3, @ended, 2, @at)", "@id", "@owner", "@status", "@agent", "@priority", "@locale", "@at", "@waiting", "@ended");
        using SqliteCommand service = Prepared(connection, "insert into service (conversation_id, channel, queued_at, agent_id, accepted_at, answered_at, ended_at, outcome) values (@id, 'directline', @at, @agent, @at + 20000, @at + 25000, @at + 400000, 0)", "@id", "@at", "@agent");
        using SqliteCommand tag = Prepared(connection, "insert into assignment_tag (tag, conversation_id) values (@tag, @id)", "@tag", "@id");
        long now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        long step = 730L * 86_400_000 / count;
        for (int number = 0; number < count; number++)
        {
            long at = now - ((count - number) * step);
            int newest = count - number;
            bool chinese = number % 2 == 1;
            int owner = newest <= queued ? 1 : newest <= queued + open ? 2 : 0;
            bool attended = owner > 0 || number % 3 > 0;
            string id = string.Create(CultureInfo.InvariantCulture, $"c{RandomNumberGenerator.GetHexString(14)}{number}");
            string agent = $"Agent-{number % agents}";
            Insert(conversation, id, $"dl_{number % (count / 4 + 1)}", at, owner, owner > 0 ? 1 : 0);
            string text = (chinese ? Chinese : English)[number % 6] + string.Create(CultureInfo.InvariantCulture, $" #{number}");
            Insert(message, id, 1, at, 3, "{\"type\":\"conversationUpdate\"}"u8.ToArray());
            Insert(message, id, 2, at + 1, 1, "{\"type\":\"message\",\"text\":\"Hello\"}"u8.ToArray());
            Insert(message, id, 3, at + 2, 0, Body(text));
            Insert(message, id, 4, at + 3, owner == 1 ? 1 : 2, Body(chinese ? "好的，我来查一下" : "let me look into it"));
            if (attended)
            {
                Insert(assignment, id, owner, owner > 0 ? 0 : 2, owner == 1 ? DBNull.Value : agent, number % 50 == 0 ? 1 : 0, chinese ? "zh" : "en", at, owner > 0 ? at : DBNull.Value, owner > 0 ? DBNull.Value : at + 400_000);
                if (owner == 0)
                {
                    Insert(service, id, at, agent);
                }

                if (number % 20 == 0)
                {
                    Insert(tag, number % 400 == 0 ? "rare" : "delivery", id);
                }
            }
        }

        transaction.Commit();
        Run(connection, "pragma optimize");
    }

    private static byte[] Body(string text) => Encoding.UTF8.GetBytes($"{{\"type\":\"message\",\"text\":\"{text}\"}}");

    private static SqliteConnection Connect(string database)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        Run(connection, "pragma journal_mode = wal");
        return connection;
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql, params string[] names)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (string name in names)
        {
            command.Parameters.AddWithValue(name, DBNull.Value);
        }

        return command;
    }

    private static void Insert(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        command.ExecuteNonQuery();
    }

    private static void Run(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
