using SupportBot.Conversations.Outbox;
using SupportBot.Operation.Installation;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Reminders;
using SupportBot.Outreach.Sending;

namespace SupportBot.Storage;

/// <summary>
/// What a copy of a database must not do, because its original may have done it: the same words for every database. Parameters:
/// those of <see cref="Values"/>.
/// </summary>
internal static class RestoredWork
{
    public const string HoldOutbox = "update outbox set status = @held, error = 'held back: the database is a copy' where status in (0, 1)";

    public const string DropReminders = "update reminder set status = @dropped where status = 0 and due_at <= @now";

    public const string DropTicketNews = "delete from ticket_news";

    public const string DoubtRecipients = "update recipient set status = @unknown, error = 'held back: the database is a copy' where status = 1 or (status = 0 and due_at <= @now)";

    // What they have planned since the copy was made is not in it: a person decides which of them go on.
    public const string PauseCampaigns = "update campaign set status = @paused, version = version + 1, updated_at = @now where status = @running";

    // The shared copies in Redis of what happened after the copy was made go by this name.
    public const string Rename = "delete from setting where name = 'installation'";

    public const string Place = "select name from place";

    public const string SetPlace = """insert into place ("only", name) values (1, @place) on conflict ("only") do update set name = excluded.name""";

    public static object Values(TimeProvider time) => new
    {
        held = (long)OutboxStatus.Held,
        dropped = (long)ReminderStatus.Dropped,
        unknown = (long)RecipientStatus.Unknown,
        paused = (long)CampaignStatus.Paused,
        running = (long)CampaignStatus.Running,
        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    /// <summary>Index and scratch tables, and what belongs to running nodes: not part of an installation.</summary>
    public static bool IsOwn(string table) => table is "node" or "place" or "schema_script" or "searchable" or "search_progress" or "search_due" or "customer_searchable" or "customer_search_due" or "pending_turn";

    /// <summary>What scripts fill with a first row.</summary>
    public static bool IsSeeded(string table) => table is "catalogue" or "audit_head";

    /// <summary>Columns of every archive, whatever the database has instead.</summary>
    public static ArchiveTable Table(string name, IEnumerable<string> columns) => new(name, [.. columns.Order(StringComparer.Ordinal)]);
}
