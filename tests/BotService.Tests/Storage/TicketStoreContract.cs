using SupportBot.Access.Audit;
using SupportBot.Customers;
using SupportBot.Desk.Shifts;
using SupportBot.Dialogs;
using SupportBot.Tickets;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of <see cref="ITicketStore"/> promises.</summary>
public abstract class TicketStoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private protected abstract ITicketStore Tickets { get; }

    private protected abstract ITicketNewsStore News { get; }

    private protected ManualTime Time { get; } = new();

    [Fact]
    public async Task The_same_reference_of_a_conversation_is_one_ticket()
    {
        string[] ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => OpenAsync("c1", "R1")));
        Assert.Single(ids.Distinct());
        Assert.NotEqual(ids[0], await OpenAsync("c2", "R1"));
        Assert.Single(await Tickets.HistoryAsync(ids[0], default));
    }

    [Fact]
    public async Task Complaints_of_one_customer_are_counted_over_conversations()
    {
        await OpenAsync("c1", "R1", "a@b.example");
        string second = await OpenAsync("c2", "R2", "a@b.example");
        string other = await OpenAsync("c3", "R3", "x@b.example");
        Time.Advance(TimeSpan.FromDays(31));
        string later = await OpenAsync("c4", "R4", "a@b.example");
        TicketLevel[] levels = [.. (await Task.WhenAll(new[] { second, other, later }.Select(id => Tickets.FindAsync(id, default).AsTask()))).Select(view => view!.Ticket.Level)];
        Assert.Equal([TicketLevel.Repeat, TicketLevel.General, TicketLevel.General], levels);
    }

    [Fact]
    public async Task A_ticket_comes_back_as_saved_and_of_changes_at_once_one_is_written()
    {
        Ticket ticket = (await Tickets.FindAsync(await OpenAsync("c1", "R1"), default))!.Ticket;
        Ticket wanted = ticket with { Status = TicketStatus.Waiting, Department = "仓库", OwnerId = "o", Verified = true, ClosedAt = Time.GetUtcNow() };
        TicketSaved[] saved = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Tickets.SaveAsync(wanted, Entry($"a{number}"), AuditEntry.ByConsole("ticket.x", ""), default)));
        Assert.Single(saved, outcome => outcome == TicketSaved.Saved);
        Assert.Equivalent(wanted with { Version = 1 }, (await Tickets.FindAsync(ticket.Id, default))!.Ticket, strict: true);
        Assert.Equal(2, (await Tickets.HistoryAsync(ticket.Id, default)).Count);
        Assert.Equal(TicketSaved.Missing, await Tickets.SaveAsync(ticket with { Id = "none" }, Entry("x"), null, default));
    }

    [Fact]
    public async Task A_due_ticket_is_claimed_once_and_again_when_its_claimer_is_lost()
    {
        for (int number = 0; number < 20; number++)
        {
            await OpenAsync($"c{number}", "R");
        }

        Time.Advance(TimeSpan.FromHours(60));
        IReadOnlyList<Ticket>[] claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Tickets.ClaimDueAsync(5, Lease, default)));
        string[] ids = [.. claims.SelectMany(claim => claim).Select(ticket => ticket.Id)];
        Assert.Equal((20, 20), (ids.Length, ids.Distinct().Count()));
        Time.Advance(Lease);
        Assert.Equal(20, (await Tickets.ClaimDueAsync(100, Lease, default)).Count);
    }

    [Fact]
    public async Task Lists_are_filtered_and_paged_newest_first()
    {
        for (int number = 0; number < 7; number++)
        {
            await OpenAsync($"c{number}", $"REF{number}");
            Time.Advance(TimeSpan.FromMilliseconds(number / 3));
        }

        List<string> seen = [];
        TicketCursor? after = null;
        while (await Tickets.ListAsync(new TicketFilter(), after, 3, default) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(view => view.Ticket.Id));
            after = new TicketCursor(page[^1].Ticket.CreatedAt.ToUnixTimeMilliseconds(), page[^1].Ticket.Id);
        }

        Assert.Equal((7, 7), (seen.Count, seen.Distinct().Count()));
        Ticket one = (await Tickets.FindAsync(seen[0], default))!.Ticket;
        await Tickets.SaveAsync(one with { OwnerId = "me", Status = TicketStatus.InProgress }, Entry("assigned"), null, default);
        Assert.Equal(one.Id, Assert.Single(await ListAsync(new TicketFilter { OwnerId = "me" })).Ticket.Id);
        Assert.Equal(6, (await ListAsync(new TicketFilter { Unowned = true })).Count);
        Assert.Equal(7, (await ListAsync(new TicketFilter { Statuses = [TicketStatus.Open, TicketStatus.InProgress] })).Count);
        Assert.Single(await ListAsync(new TicketFilter { Query = "ref3" }));
        Assert.Equal(7, (await ListAsync(new TicketFilter { Query = "包裹" })).Count);
        Assert.Empty(await ListAsync(new TicketFilter { Overdue = true }));
        Time.Advance(TimeSpan.FromHours(73));
        Assert.Equal(7, (await ListAsync(new TicketFilter { Overdue = true, Kind = TicketKind.Complaint })).Count);
        Assert.Single(await ListAsync(new TicketFilter { ConversationId = "c1" }));
    }

    [Fact]
    public async Task Tickets_are_counted_by_sort_and_person()
    {
        DateTimeOffset from = Time.GetUtcNow();
        Ticket first = (await Tickets.FindAsync(await OpenAsync("c1", "R1"), default))!.Ticket;
        await OpenAsync("c2", "R2");
        await Tickets.SaveAsync(first with { OwnerId = "o", Status = TicketStatus.Closed, ClosedAt = first.DueAt.AddHours(1), Escalations = 1 }, Entry("closed"), null, default);
        IReadOnlyList<TicketCount> counts = await Tickets.CountAsync(from, from.AddDays(1), default);
        Assert.Equal([(null, 1L, 0L, 0L, 0L), ("o", 1L, 1L, 1L, 1L)], counts.Select(row => (row.OwnerId, row.Opened, row.Closed, row.ClosedLate, row.Escalated)));
        Assert.Empty(await Tickets.CountAsync(from.AddDays(1), from.AddDays(2), default));
    }

    [Fact]
    public async Task A_shopper_is_shown_what_is_open_or_was_closed_of_late()
    {
        string first = await OpenAsync("c1", "R1", "a@b.example");
        Time.Advance(TimeSpan.FromMinutes(1));
        string second = await OpenAsync("c2", "R2", "a@b.example");
        Ticket ticket = (await Tickets.FindAsync(first, default))!.Ticket;
        Assert.Equal([first], (await OfShopperAsync("c1", null)).Select(found => found.Id));
        Assert.Equal([second, first], (await OfShopperAsync("c1", ticket.CustomerId)).Select(found => found.Id));
        await Tickets.SaveAsync(ticket with { Status = TicketStatus.Closed, ClosedAt = Time.GetUtcNow() }, Entry("closed"), null, default);
        Assert.Equal([first], (await OfShopperAsync("c1", null)).Select(found => found.Id));
        Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal([second], (await OfShopperAsync("c1", ticket.CustomerId)).Select(found => found.Id));
        Assert.Equal(second, (await Tickets.OfReferenceAsync("R2", default))?.Id);
        Assert.Null(await Tickets.OfReferenceAsync("R9", default));
    }

    [Fact]
    public async Task News_is_claimed_once_and_newer_news_takes_its_place()
    {
        string id = await OpenAsync("c1", "R1");
        Ticket ticket = (await Tickets.FindAsync(id, default))!.Ticket;
        await Tickets.SaveAsync(ticket with { OwnerId = "o" }, Entry("assigned") with { News = TicketNewsKind.Taken }, null, default);
        await Tickets.SaveAsync(ticket with { OwnerId = "o", Version = 1 }, Entry("noted"), null, default);
        IReadOnlyList<TicketNews>[] claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => News.ClaimDueAsync(10, Lease, default)));
        TicketNews taken = Assert.Single(claims.SelectMany(claim => claim));
        Assert.Equal((TicketNewsKind.Taken, 1, "o"), (taken.Kind, taken.Version, taken.Ticket.OwnerId));

        // Its teller is lost, and meanwhile there is newer news.
        await Tickets.SaveAsync(ticket with { OwnerId = "o", Status = TicketStatus.Closed, Version = 2 }, Entry("closed") with { News = TicketNewsKind.Closed }, null, default);
        await News.SettleAsync(taken, default);
        TicketNews closed = Assert.Single(await News.ClaimDueAsync(10, Lease, default));
        Assert.Equal((TicketNewsKind.Closed, 3), (closed.Kind, closed.Version));
        Time.Advance(Lease);
        await News.SettleAsync(Assert.Single(await News.ClaimDueAsync(10, Lease, default)), default);
        Time.Advance(Lease);
        Assert.Empty(await News.ClaimDueAsync(10, Lease, default));
    }

    private ValueTask<IReadOnlyList<Ticket>> OfShopperAsync(string conversation, string? customer) => Tickets.OfShopperAsync(conversation, customer, Time.GetUtcNow().AddDays(-30), 5, default);

    private ValueTask<IReadOnlyList<TicketView>> ListAsync(TicketFilter filter) => Tickets.ListAsync(filter, null, 100, default);

    private Task<string> OpenAsync(string conversation, string reference, string? email = null)
    {
        TicketOptions options = new();
        DateTimeOffset now = Time.GetUtcNow();
        Ticket ticket = new()
        {
            Id = Guid.NewGuid().ToString("N"),
            Reference = reference,
            Kind = TicketKind.Complaint,
            Category = "delivery",
            Title = "包裹 is late",
            ConversationId = conversation,
            CreatedAt = now,
            Details = new TicketDetails { Description = "包裹 is late", Email = email, At = new DateTime(2026, 5, 1, 10, 0, 0), Files = ["f"] },
        };
        Newcomer guest = new(null, "en", email is null ? [] : [new Contact(ContactKind.Email, email, false)], conversation);
        Ticket Timed(Ticket found, int earlier) => TicketRules.Timed(found with { Level = TicketRules.LevelOf(found.Kind, found.Level, earlier) }, null, now, new TicketTimes(options, WorkingTime.Always));
        return Tickets.OpenAsync(new NewTicket(ticket, guest, now - options.RepeatWithin, Timed, Entry("opened"), null), default);
    }

    private TicketEntry Entry(string action) => new(Time.GetUtcNow(), null, null, action, null);
}
