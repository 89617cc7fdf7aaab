using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Desk.Stream;
using SupportBot.Tickets;

namespace SupportBot.Storage.Sqlite;

/// <summary>Tickets on SQLite. What changes is told in the desk's journal by the same transaction.</summary>
internal sealed class SqliteTicketStore(SqliteReads reads, CommitLoop commits, DeskSignals desk, IOptions<JsonOptions> json, TimeProvider time) : ITicketStore
{
    private const string Insert = """
        insert into ticket (id, reference, kind, level, status, category, title, owner_id, department, details, conversation_id, customer_id, order_number,
          due_at, check_at, chases, escalations, verified, created_at, closed_at, version)
        values (@Id, @Reference, @Kind, @Level, @Status, @Category, @Title, @OwnerId, @Department, @Details, @ConversationId, @CustomerId, @OrderNumber,
          @DueAt, @CheckAt, @Chases, @Escalations, @Verified, @CreatedAt, @ClosedAt, @Version)
        """;

    private const string Update = """
        update ticket set kind = @Kind, level = @Level, status = @Status, category = @Category, title = @Title, owner_id = @OwnerId, department = @Department,
          details = @Details, customer_id = @CustomerId, order_number = @OrderNumber, due_at = @DueAt, check_at = @CheckAt, chases = @Chases, escalations = @Escalations,
          verified = @Verified, closed_at = @ClosedAt, version = version + 1
        where id = @Id and version = @Version
        """;

    private const string Earlier = """
        select count(*) from ticket where kind = 0 and created_at >= @since
          and (conversation_id = @ConversationId or customer_id = @CustomerId)
        """;

    private const string Filtered = $"""
        select {TicketRow.Columns} from {TicketRow.Table}
        where (@anyStatus or ticket.status in @statuses) and (@Kind is null or ticket.kind = @Kind)
          and (@OwnerId is null or ticket.owner_id = @OwnerId) and (not @Unowned or ticket.owner_id is null)
          and (not @Overdue or ticket.status < 4 and ticket.due_at <= @now)
          and (@ConversationId is null or ticket.conversation_id = @ConversationId) and (@CustomerId is null or ticket.customer_id = @CustomerId)
          and (@Query is null or ticket.reference = upper(@Query) or ticket.order_number = @Query or instr(lower(ticket.title), lower(@Query)) > 0)
          and (@at is null or ticket.created_at < @at or ticket.created_at = @at and ticket.id > @after)
        order by ticket.created_at desc, ticket.id limit @limit
        """;

    private const string OfShopper = $"""
        select {TicketRow.Columns} from {TicketRow.Table}
        where (ticket.conversation_id = @conversationId or ticket.customer_id = @customerId) and (ticket.status < 4 or ticket.closed_at >= @since)
        order by ticket.created_at desc, ticket.id limit @limit
        """;

    private const string OfReference = $"select {TicketRow.Columns} from {TicketRow.Table} where ticket.reference = @reference order by ticket.created_at desc limit 1";

    private const string Claim = $"""
        update ticket set check_at = @leaseEnd where id in (select id from ticket where check_at <= @now order by check_at limit @limit) returning id;
        """;

    private const string Counts = """
        select kind, category, owner_id as OwnerId, staff.name as OwnerName, count(*) as Opened, sum(status = 4) as Closed,
          sum(status = 4 and closed_at > due_at) as ClosedLate, sum(escalations > 0) as Escalated
        from ticket left join staff on staff.id = ticket.owner_id
        where ticket.created_at >= @from and ticket.created_at < @to
        group by kind, category, owner_id order by kind, category, owner_id
        """;

    public async Task<string> OpenAsync(NewTicket ticket, CancellationToken cancellation)
    {
        (string id, bool _) = await commits.WriteAsync(connection => (Open(connection, ticket), true), cancellation);
        desk.Wake(DeskNews.Journal);
        return id;
    }

    public ValueTask<TicketView?> FindAsync(string id, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => Find(connection, id)));

    public ValueTask<IReadOnlyList<TicketEntry>> HistoryAsync(string id, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<TicketEntry>>(reads.Read(connection =>
        connection.Query<(long At, string? Id, string? Name, string Action, string? Detail)>("select at, actor_id, actor_name, action, detail from ticket_history where ticket_id = @id order by id", new { id })
            .Select(row => new TicketEntry(DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Id, row.Name, row.Action, row.Detail)).ToList()));

    public ValueTask<IReadOnlyList<TicketView>> ListAsync(TicketFilter filter, TicketCursor? after, int limit, CancellationToken cancellation)
    {
        var values = new
        {
            anyStatus = filter.Statuses.Count == 0,
            statuses = filter.Statuses.Select(status => (int)status).ToArray(),
            Kind = (int?)filter.Kind,
            filter.OwnerId,
            filter.Unowned,
            filter.Overdue,
            filter.ConversationId,
            filter.CustomerId,
            filter.Query,
            now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            at = after?.CreatedAt,
            after = after?.Id,
            limit,
        };
        return ValueTask.FromResult<IReadOnlyList<TicketView>>(reads.Read(connection => connection.Query<TicketRow>(Filtered, values).Select(row => row.View()).ToList()));
    }

    public ValueTask<IReadOnlyList<Ticket>> OfShopperAsync(string conversationId, string? customerId, DateTimeOffset closedSince, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<Ticket>>(reads.Read(connection => connection
            .Query<TicketRow>(OfShopper, new { conversationId, customerId, since = closedSince.ToUnixTimeMilliseconds(), limit }).Select(row => row.Ticket()).ToList()));

    public ValueTask<Ticket?> OfReferenceAsync(string reference, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => connection.QueryFirstOrDefault<TicketRow>(OfReference, new { reference })?.Ticket()));

    public async Task<TicketSaved> SaveAsync(Ticket ticket, TicketEntry entry, AuditEntry? audit, CancellationToken cancellation)
    {
        TicketSaved saved = await commits.WriteAsync(
            connection =>
            {
                if (connection.Execute(Update, TicketRow.Of(ticket)) == 0)
                {
                    return connection.ExecuteScalar<long>("select count(*) from ticket where id = @Id", new { ticket.Id }) == 0 ? TicketSaved.Missing : TicketSaved.Changed;
                }

                Tell(connection, ticket.Id, entry, audit);
                return TicketSaved.Saved;
            },
            cancellation);
        desk.Wake(DeskNews.Journal);
        return saved;
    }

    public async Task<IReadOnlyList<Ticket>> ClaimDueAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        var values = new { now = now.ToUnixTimeMilliseconds(), leaseEnd = (now + lease).ToUnixTimeMilliseconds(), limit };
        (List<Ticket> due, bool _) = await commits.WriteAsync(
            connection => (connection.Query<string>(Claim, values).AsList().ConvertAll(id => Find(connection, id)).OfType<TicketView>().Select(view => view.Ticket).ToList(), true),
            cancellation);
        return due;
    }

    public ValueTask<IReadOnlyList<string>> DepartmentsAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<string>>(
        reads.Read(connection => connection.Query<string>("select name from department order by position").AsList()));

    public Task SaveDepartmentsAsync(IReadOnlyList<string> names, AuditEntry audit, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            connection.Execute("delete from department");
            connection.Execute("insert into department (name, position) values (@name, @position)", names.Select((name, position) => new { name, position }));
            return SqliteAuditLog.Write(connection, audit, time.GetUtcNow());
        },
        cancellation);

    public ValueTask<IReadOnlyList<TicketCount>> CountAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<TicketCount>>(reads.Read(connection =>
        connection.Query<TicketCountRow>(Counts, new { from = from.ToUnixTimeMilliseconds(), to = to.ToUnixTimeMilliseconds() })
            .Select(row => row.Count()).ToList()));

    private string Open(SqliteConnection connection, NewTicket wanted)
    {
        Ticket ticket = wanted.Ticket;
        if (connection.QueryFirstOrDefault<string>("select id from ticket where conversation_id = @ConversationId and reference = @Reference", new { ticket.ConversationId, ticket.Reference }) is { } known)
        {
            return known;
        }

        string? customer = ticket.CustomerId ?? (wanted.Guest.Contacts.Count > 0 || wanted.Guest.ConversationId is not null && HasFile(connection, wanted.Guest.ConversationId)
            ? SqliteCustomerWrites.Admit(connection, wanted.Guest, time.GetUtcNow())
            : null);
        ticket = ticket with { CustomerId = customer };
        int earlier = (int)connection.ExecuteScalar<long>(Earlier, new { ticket.ConversationId, ticket.CustomerId, since = wanted.RepeatSince.ToUnixTimeMilliseconds() });
        connection.Execute(Insert, TicketRow.Of(wanted.Timed(ticket, earlier)));
        Tell(connection, ticket.Id, wanted.Entry, wanted.Audit);
        return ticket.Id;
    }

    private static bool HasFile(SqliteConnection connection, string conversationId) =>
        connection.ExecuteScalar<long>("select count(*) from customer_conversation where conversation_id = @conversationId", new { conversationId }) > 0;

    public static TicketView? Find(SqliteConnection connection, string id) =>
        connection.QueryFirstOrDefault<TicketRow>($"select {TicketRow.Columns} from {TicketRow.Table} where ticket.id = @id", new { id })?.View();

    private void Tell(SqliteConnection connection, string id, TicketEntry entry, AuditEntry? audit)
    {
        DateTimeOffset now = time.GetUtcNow();
        connection.Execute(
            "insert into ticket_history (ticket_id, at, actor_id, actor_name, action, detail) values (@id, @at, @ActorId, @ActorName, @Action, @Detail)",
            new { id, at = entry.At.ToUnixTimeMilliseconds(), entry.ActorId, entry.ActorName, entry.Action, entry.Detail });
        if (Find(connection, id) is { } view)
        {
            byte[] summary = JsonSerializer.SerializeToUtf8Bytes(TicketSummary.Of(view, now), json.Value.SerializerOptions);
            SqliteDeskJournal.Add(connection, DeskEventKind.Ticket, view.Ticket.OwnerId, summary, now.ToUnixTimeMilliseconds());
            if (entry.News is { } news && view.Ticket.ConversationId is not null)
            {
                SqliteTicketNewsStore.Write(connection, view.Ticket, news, now);
            }
        }

        if (audit is not null)
        {
            SqliteAuditLog.Write(connection, audit with { Target = id }, now);
        }
    }
}
