// It fills and reads the store behind the service's back.
#pragma warning disable RS0030
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>Customers with an address or a conversation, and campaigns to them.</summary>
internal sealed class OutreachAudience
{
    // Where every day begins first: whatever the hour, a time just gone by there is still to come elsewhere.
    private const string East = "Pacific/Kiritimati";

    // One more who is in no segment, so that it does not hold everybody.
    private const string Gather = """
        with recursive n (n) as (select 0 union all select n + 1 from n where n < @emails)
        insert into customer (id, name, locale, zone, created_at, updated_at) select 'e' || n, 'N' || n, 'en', case when n < @emails then '{0}' end, @now, @now from n;
        with recursive n (n) as (select 0 union all select n + 1 from n where n < @emails)
        insert into customer_contact (customer_id, kind, value, verified) select 'e' || n, 0, 'n' || n || '@shop.example', 1 from n;
        with recursive n (n) as (select 0 union all select n + 1 from n where n < @emails)
        insert into consent (customer_id, channel, purpose, given, source, at) select 'e' || n, 'email', 'greetings', 1, 'shop', @now from n;
        with recursive n (n) as (select 1 union all select n + 1 from n where n < @chats)
        insert into customer (id, name, locale, zone, created_at, updated_at) select 'c' || n, 'C' || n, 'en', '{0}', @now, @now from n;
        with recursive n (n) as (select 1 union all select n + 1 from n where n < @chats)
        insert into consent (customer_id, channel, purpose, given, source, at) select 'c' || n, 'chat', 'greetings', 1, 'shop', @now from n;
        with recursive n (n) as (select 1 union all select n + 1 from n where n < @chats)
        insert into conversation (id, channel, user_id, last_sequence, last_at, version, owner, created_at, active_at, attended) select 'v' || n, 'directline', 'u' || n, 0, @now, 0, 0, @now, @now, 0 from n;
        with recursive n (n) as (select 1 union all select n + 1 from n where n < @chats)
        insert into customer_conversation (conversation_id, customer_id, at) select 'v' || n, 'c' || n, @now from n;
        """;

    // Nothing else is said to them: who has one message, the first of their conversation, was told once.
    private const string Told = """
        select count(*) from conversation c where c.channel = 'directline' and c.last_sequence = 1
          and (select count(*) from message m where m.conversation_id = c.id and m.sequence = 1 and m.sender = 1) = 1
          and (select count(*) from message m where m.conversation_id = c.id) = 1
        """;

    private readonly Cluster cluster;
    private readonly DeskClient desk;
    private string segment = "";

    private OutreachAudience(Cluster cluster, DeskClient desk, int emails, int chats) => (this.cluster, this.desk, Emails, Chats) = (cluster, desk, emails, chats);

    public int Emails { get; }

    public int Chats { get; }

    public static async Task<OutreachAudience> GatherAsync(Cluster cluster, DeskClient desk, int emails, int chats)
    {
        OutreachAudience audience = new(cluster, desk, emails, chats);
        await using (DbConnection connection = await audience.OpenAsync())
        {
            await using DbCommand command = connection.CreateCommand();
            command.CommandText = Gather.Replace("{0}", East, StringComparison.Ordinal);
            command.CommandTimeout = 300;
            Add(command, "emails", emails);
            Add(command, "chats", chats);
            Add(command, "now", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            await command.ExecuteNonQueryAsync();
        }

        audience.segment = await audience.AddAsync("segments", new { name = "all", rule = new { join = "all", rules = new[] { new { field = "zone", @operator = "is", value = East } } } });
        return audience;
    }

    /// <summary>Launches a campaign that is due at once; one with a rate of its own goes by e-mail alone.</summary>
    public async Task<string> LaunchAsync(string name, int? perSecond)
    {
        string template = await AddAsync("templates", new { name, words = new { en = new { subject = name, text = $"Happy day, {{{{name}}}}! ({name})" } } });
        DateTime clock = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(East)).DateTime.AddMinutes(-1);
        string id = await AddAsync("campaigns", new
        {
            name,
            purpose = "greetings",
            occasion = "once",
            day = clock.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            time = clock.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            segmentId = segment,
            channels = perSecond is null ? (string[])["chat", "email"] : ["email"],
            variants = new[] { new { templateId = template, weight = 1 } },
            perSecond,
        });
        await desk.CallAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/launch");
        return id;
    }

    /// <summary>In how many conversations a greeting stands, once.</summary>
    public async Task<long> ChatsToldAsync()
    {
        await using DbConnection connection = await OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = Told;
        command.CommandTimeout = 300;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task<string> AddAsync(string kind, object document) => (await desk.CallAsync(HttpMethod.Post, $"/api/outreach/{kind}", document)).GetProperty("id").GetString() ?? "";

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = cluster.Nodes.Length == 1
            ? new SqliteConnection($"Data Source={Path.Combine(cluster.Nodes[0].DataDirectory, "supportbot.db")};Pooling=false")
            : new NpgsqlConnection(cluster.Postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
