using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Customers;
using SupportBot.Desk.Shifts;
using SupportBot.Dialogs;
using SupportBot.Operation;

namespace SupportBot.Tickets;

/// <summary>Opens and changes tickets: the rules decide, the store writes, and whoever was too late decides again.</summary>
internal sealed class TicketDesk(ITicketStore store, OpeningTimes opening, IOptions<TicketOptions> options, TimeProvider time)
{
    private const int MostTries = 20;
    private const int TitleLength = 80;

    /// <summary>Opens what the bot has taken down; the same request again gives the same ticket.</summary>
    public Task<string> OpenAsync(TicketRequest request, string conversationId, DateTimeOffset? at, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        Ticket ticket = new()
        {
            Id = RandomId.New(),
            Reference = request.Reference,
            Kind = request.Kind,
            Level = request.Level,
            Category = request.Category,
            Title = TitleOf(request.Description),
            ConversationId = conversationId,
            OrderNumber = request.OrderNumber,
            CreatedAt = now,
            Details = new TicketDetails
            {
                Description = request.Description,
                Wish = request.Wish,
                Phone = request.Phone,
                Email = request.Email,
                Address = request.Address,
                At = request.At,
                Files = request.Files,
                Locale = request.Locale,
            },
        };
        return OpenAsync(ticket, at, new TicketEntry(now, null, null, "opened", null), null, cancellation);
    }

    public async Task<string> OpenAsync(Ticket ticket, DateTimeOffset? at, TicketEntry entry, AuditEntry? audit, CancellationToken cancellation)
    {
        Newcomer guest = new NewcomerRequest(null, ticket.Details.Locale, ticket.Details.Email, ticket.Details.Phone, ticket.ConversationId).Newcomer();
        DateTimeOffset now = ticket.CreatedAt;
        TicketTimes times = await TimesAsync(cancellation);
        Ticket Timed(Ticket found, int earlier) =>
            TicketRules.Timed(found with { Level = TicketRules.LevelOf(found.Kind, found.Level, earlier) }, at, now, times);
        return await store.OpenAsync(new NewTicket(ticket, guest, now - options.Value.RepeatWithin, Timed, entry, audit), cancellation);
    }

    /// <summary>How long tickets may take by the settings and the shift plan of now.</summary>
    public async ValueTask<TicketTimes> TimesAsync(CancellationToken cancellation) =>
        new(options.Value, options.Value.WorkingTime ? await opening.WorkingTimeAsync(cancellation) : WorkingTime.Always);

    /// <summary>Makes a change that the rules allow on the ticket as it is now.</summary>
    /// <param name="id">Which ticket.</param>
    /// <param name="member">Who changes it.</param>
    /// <param name="action">The line in its history; in the audit it is <c>ticket.</c> and this.</param>
    /// <param name="detail">The words in its history.</param>
    /// <param name="change">Gives the ticket afterwards.</param>
    /// <param name="cancellation">Stops the waiting, not the write.</param>
    /// <returns>Null when it is done, else why not.</returns>
    public async Task<Refusal?> ChangeAsync(string id, StaffMember member, string action, string? detail, Func<Ticket, (TicketFault Fault, Ticket After)> change, CancellationToken cancellation)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            if (await store.FindAsync(id, cancellation) is not { } found)
            {
                return Refusal.NotFound;
            }

            (TicketFault fault, Ticket after) = change(found.Ticket);
            if (TicketRefusals.Of(fault) is { } refusal)
            {
                return refusal;
            }

            TicketEntry entry = new(time.GetUtcNow(), member.Id, member.Name, action, detail) { News = TicketRules.NewsOf(action, found.Ticket) };
            if (await store.SaveAsync(after, entry, AuditOf(member, action, found.Ticket, after), cancellation) != TicketSaved.Changed)
            {
                return null;
            }
        }

        return Refusal.Changed;
    }

    public static AuditEntry AuditOf(StaffMember member, string action, Ticket before, Ticket after) => AuditEntry.By(member, $"ticket.{action}", after.Id, AuditDetail.Of(
        ("status", before.Status.ToString(), after.Status.ToString()),
        ("level", before.Level.ToString(), after.Level.ToString()),
        ("owner", before.OwnerId, after.OwnerId),
        ("department", before.Department, after.Department)));

    /// <summary>The beginning of what happened, on one line.</summary>
    public static string TitleOf(string description)
    {
        string line = string.Join(' ', description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        int length = line.Length <= TitleLength ? line.Length : char.IsHighSurrogate(line[TitleLength - 1]) ? TitleLength - 1 : TitleLength;
        return length == line.Length ? line : line[..length] + "…";
    }
}
