using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Desk.Stream;
using SupportBot.Tickets;

namespace SupportBot.Storage.Postgres;

/// <summary>Tickets on PostgreSQL. What changes is told in the desk's journal by the same transaction.</summary>
internal sealed class PostgresTicketStore(PostgresWork work, DeskSignals desk, IOptions<JsonOptions> json, TimeProvider time) : ITicketStore
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
        where (@anyStatus or ticket.status = any (@statuses)) and (@Kind::bigint is null or ticket.kind = @Kind)
          and (@OwnerId::text is null or ticket.owner_id = @OwnerId) and (not @Unowned or ticket.owner_id is null)
          and (not @Overdue or ticket.status < 4 and ticket.due_at <= @now)
          and (@ConversationId::text is null or ticket.conversation_id = @ConversationId) and (@CustomerId::text is null or ticket.customer_id = @CustomerId)
          and (@Query::text is null or ticket.reference = upper(@Query) or ticket.order_number = @Query or strpos(lower(ticket.title), lower(@Query)) > 0)
          and (@at::bigint is null or ticket.created_at < @at or ticket.created_at = @at and ticket.id > @after)
        order by ticket.created_at desc, ticket.id limit @limit
        """;

    private const string OfShopper = $"""
        select {TicketRow.Columns} from {TicketRow.Table}
        where (ticket.conversation_id = @conversationId or ticket.customer_id = @customerId) and (ticket.status < 4 or ticket.closed_at >= @since)
        order by ticket.created_at desc, ticket.id limit @limit
        """;

    private const string OfReference = $"select {TicketRow.Columns} from {TicketRow.Table} where ticket.reference = @reference order by ticket.created_at desc limit 1";

    private const string Claim = """
        update ticket set check_at = @leaseEnd
        where id = any (array(select id from ticket where check_at <= @now order by check_at limit @limit for update skip locked)) returning id
        """;

    private const string Counts = """
        select kind, category, owner_id as OwnerId, staff.name as OwnerName, count(*) as Opened, count(*) filter (where status = 4) as Closed,
          count(*) filter (where status = 4 and closed_at > due_at) as ClosedLate, count(*) filter (where escalations > 0) as Escalated
        from ticket left join staff on staff.id = ticket.owner_id
        where ticket.created_at >= @from and ticket.created_at < @to
        group by kind, category, owner_id, staff.name order by kind, category, owner_id nulls first
        """;

    public async Task<string> OpenAsync(NewTicket ticket, CancellationToken cancellation)
    {
        string id = await work.WriteAsync(connection => OpenAsync(connection, ticket), cancellation, Room.Desk, Room.Customers);
        desk.Wake(DeskNews.Journal);
        return id;
    }

    public ValueTask<TicketView?> FindAsync(string id, CancellationToken cancellation) => work.ReadAsync(connection => FindAsync(connection, id), cancellation);

    public ValueTask<IReadOnlyList<TicketEntry>> HistoryAsync(string id, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<TicketEntry>>(
        async connection => [.. (await connection.QueryAsync<(long At, string? Id, string? Name, string Action, string? Detail)>("select at, actor_id, actor_name, action, detail from ticket_history where ticket_id = @id order by id", new { id }))
            .Select(row => new TicketEntry(DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Id, row.Name, row.Action, row.Detail))],
        cancellation);

    public ValueTask<IReadOnlyList<TicketView>> ListAsync(TicketFilter filter, TicketCursor? after, int limit, CancellationToken cancellation)
    {
        var values = new
        {
            anyStatus = filter.Statuses.Count == 0,
            statuses = filter.Statuses.Select(status => (long)status).ToArray(),
            Kind = (long?)filter.Kind,
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
        return work.ReadAsync<IReadOnlyList<TicketView>>(async connection => [.. (await connection.QueryAsync<TicketRow>(Filtered, values)).Select(row => row.View())], cancellation);
    }

    public ValueTask<IReadOnlyList<Ticket>> OfShopperAsync(string conversationId, string? customerId, DateTimeOffset closedSince, int limit, CancellationToken cancellation) =>
        work.ReadAsync<IReadOnlyList<Ticket>>(
            async connection => [.. (await connection.QueryAsync<TicketRow>(OfShopper, new { conversationId, customerId, since = closedSince.ToUnixTimeMilliseconds(), limit })).Select(row => row.Ticket())],
            cancellation);

    public ValueTask<Ticket?> OfReferenceAsync(string reference, CancellationToken cancellation) =>
        work.ReadAsync(async connection => (await connection.QueryFirstOrDefaultAsync<TicketRow>(OfReference, new { reference }))?.Ticket(), cancellation);

    public async Task<TicketSaved> SaveAsync(Ticket ticket, TicketEntry entry, AuditEntry? audit, CancellationToken cancellation)
    {
        TicketSaved saved = await work.WriteAsync(
            async connection =>
            {
                if (await connection.ExecuteAsync(Update, TicketRow.Of(ticket)) == 0)
                {
                    return await connection.ExecuteScalarAsync<long>("select count(*) from ticket where id = @Id", new { ticket.Id }) == 0 ? TicketSaved.Missing : TicketSaved.Changed;
                }

                await TellAsync(connection, ticket.Id, entry, audit);
                return TicketSaved.Saved;
            },
            cancellation,
            Room.Desk);
        desk.Wake(DeskNews.Journal);
        return saved;
    }

    public Task<IReadOnlyList<Ticket>> ClaimDueAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        var values = new { now = now.ToUnixTimeMilliseconds(), leaseEnd = (now + lease).ToUnixTimeMilliseconds(), limit };
        return work.WriteAsync<IReadOnlyList<Ticket>>(
            async connection =>
            {
                List<Ticket> due = [];
                foreach (string id in await connection.QueryAsync<string>(Claim, values))
                {
                    due.AddRange(await FindAsync(connection, id) is { } view ? [view.Ticket] : []);
                }

                return due;
            },
            cancellation);
    }

    public ValueTask<IReadOnlyList<string>> DepartmentsAsync(CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<string>>(
        async connection => [.. await connection.QueryAsync<string>("select name from department order by position")],
        cancellation);

    public Task SaveDepartmentsAsync(IReadOnlyList<string> names, AuditEntry audit, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            await connection.ExecuteAsync("delete from department");
            await connection.ExecuteAsync("insert into department (name, position) values (@name, @position)", names.Select((name, position) => new { name, position }));
            return await PostgresAuditLog.WriteAsync(connection, audit, time.GetUtcNow());
        },
        cancellation,
        Room.Desk);

    public ValueTask<IReadOnlyList<TicketCount>> CountAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<TicketCount>>(
        async connection => [.. (await connection.QueryAsync<TicketCountRow>(Counts, new { from = from.ToUnixTimeMilliseconds(), to = to.ToUnixTimeMilliseconds() })).Select(row => row.Count())],
        cancellation);

    private async Task<string> OpenAsync(NpgsqlConnection connection, NewTicket wanted)
    {
        Ticket ticket = wanted.Ticket;
        if (await connection.QueryFirstOrDefaultAsync<string?>("select id from ticket where conversation_id = @ConversationId and reference = @Reference", new { ticket.ConversationId, ticket.Reference }) is { } known)
        {
            return known;
        }

        string? customer = ticket.CustomerId ?? (wanted.Guest.Contacts.Count > 0 || wanted.Guest.ConversationId is not null && await HasFileAsync(connection, wanted.Guest.ConversationId)
            ? await PostgresCustomerWrites.AdmitAsync(connection, wanted.Guest, time.GetUtcNow())
            : null);
        ticket = ticket with { CustomerId = customer };
        long earlier = await connection.ExecuteScalarAsync<long>(Earlier, new { ticket.ConversationId, ticket.CustomerId, since = wanted.RepeatSince.ToUnixTimeMilliseconds() });
        await connection.ExecuteAsync(Insert, TicketRow.Of(wanted.Timed(ticket, (int)earlier)));
        await TellAsync(connection, ticket.Id, wanted.Entry, wanted.Audit);
        return ticket.Id;
    }

    private static async Task<bool> HasFileAsync(NpgsqlConnection connection, string conversationId) =>
        await connection.ExecuteScalarAsync<long>("select count(*) from customer_conversation where conversation_id = @conversationId", new { conversationId }) > 0;

    public static async Task<TicketView?> FindAsync(NpgsqlConnection connection, string id) =>
        (await connection.QueryFirstOrDefaultAsync<TicketRow>($"select {TicketRow.Columns} from {TicketRow.Table} where ticket.id = @id", new { id }))?.View();

    private async Task TellAsync(NpgsqlConnection connection, string id, TicketEntry entry, AuditEntry? audit)
    {
        DateTimeOffset now = time.GetUtcNow();
        await connection.ExecuteAsync(
            "insert into ticket_history (ticket_id, at, actor_id, actor_name, action, detail) values (@id, @at, @ActorId, @ActorName, @Action, @Detail)",
            new { id, at = entry.At.ToUnixTimeMilliseconds(), entry.ActorId, entry.ActorName, entry.Action, entry.Detail });
        if (await FindAsync(connection, id) is { } view)
        {
            byte[] summary = JsonSerializer.SerializeToUtf8Bytes(TicketSummary.Of(view, now), json.Value.SerializerOptions);
            await PostgresDeskJournal.AddAsync(connection, DeskEventKind.Ticket, view.Ticket.OwnerId, summary, now.ToUnixTimeMilliseconds());
            if (entry.News is { } news && view.Ticket.ConversationId is not null)
            {
                await PostgresTicketNewsStore.WriteAsync(connection, view.Ticket, news, now);
            }
        }

        if (audit is not null)
        {
            await PostgresAuditLog.WriteAsync(connection, audit with { Target = id }, now);
        }
    }
}
