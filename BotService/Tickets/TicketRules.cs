using SupportBot.Dialogs;

namespace SupportBot.Tickets;

/// <summary>Why a ticket cannot be changed so.</summary>
internal enum TicketFault
{
    None,

    /// <summary>It is closed: re-open it first.</summary>
    Closed,

    /// <summary>Only a closed one can be re-opened.</summary>
    NotClosed,

    /// <summary>No department has it.</summary>
    NotHandedOver,

    /// <summary>A complaint is closed after the shopper has said that it is solved, or with a reason.</summary>
    NotVerified,
}

internal enum CallBackOutcome
{
    Solved,
    NotSolved,
    NoAnswer,
}

/// <summary>What may become of a ticket, purely: every change gives the ticket as it is afterwards, or why not.</summary>
internal static class TicketRules
{
    /// <summary>A complaint of somebody who has complained before is at least a repeated one.</summary>
    public static TicketLevel LevelOf(TicketKind kind, TicketLevel asked, int earlier) =>
        kind == TicketKind.Complaint && asked == TicketLevel.General && earlier > 0 ? TicketLevel.Repeat : asked;

    /// <summary>Sets by when it must be done, counted from now, and when the owner is reminded.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="at">When the visit or call was agreed on, if it was: that is kept to, whatever the hours.</param>
    /// <param name="now">The time.</param>
    /// <param name="times">How long each level has.</param>
    public static Ticket Timed(Ticket ticket, DateTimeOffset? at, DateTimeOffset now, TicketTimes times)
    {
        if (ticket.Kind != TicketKind.Complaint && at > now)
        {
            DateTimeOffset agreed = at.Value + (ticket.Kind == TicketKind.CallBack ? times.Options.CallBack : TimeSpan.Zero);
            return Due(ticket, agreed, now + ((agreed - now) * times.Options.ChaseAfter));
        }

        TimeSpan limit = times.For(ticket.Kind, ticket.Level);
        return Due(ticket, times.Working.After(now, limit), times.Working.After(now, limit * times.Options.ChaseAfter));
    }

    public static (TicketFault Fault, Ticket After) Assign(Ticket ticket, string ownerId) => WhileOpen(ticket, ticket with
    {
        OwnerId = ownerId,
        Status = ticket.Status == TicketStatus.Open ? TicketStatus.InProgress : ticket.Status,
    });

    /// <summary>The owner stays responsible while another department does its part.</summary>
    public static (TicketFault Fault, Ticket After) HandOver(Ticket ticket, string department) =>
        WhileOpen(ticket, ticket with { Department = department, Status = TicketStatus.Waiting });

    public static (TicketFault Fault, Ticket After) HandBack(Ticket ticket) =>
        ticket.Status != TicketStatus.Closed && ticket.Department is null
            ? (TicketFault.NotHandedOver, ticket)
            : WhileOpen(ticket, ticket with { Department = null, Status = Working(ticket) });

    public static (TicketFault Fault, Ticket After) CallBack(Ticket ticket, CallBackOutcome outcome) => WhileOpen(ticket, outcome switch
    {
        CallBackOutcome.Solved => ticket with { Verified = true, Status = TicketStatus.Verifying },
        CallBackOutcome.NotSolved => ticket with { Verified = false, Status = Working(ticket) },
        CallBackOutcome.NoAnswer => ticket with { Status = ticket.Status == TicketStatus.Open ? TicketStatus.Open : TicketStatus.Verifying },
    });

    public static (TicketFault Fault, Ticket After) Close(Ticket ticket, string? reason, DateTimeOffset now) =>
        ticket is { Kind: TicketKind.Complaint, Verified: false, Status: not TicketStatus.Closed } && string.IsNullOrWhiteSpace(reason)
            ? (TicketFault.NotVerified, ticket)
            : WhileOpen(ticket, ticket with { Status = TicketStatus.Closed, Department = null, ClosedAt = now, CheckAt = null });

    /// <summary>What was not solved weighs one level more, and its time begins anew.</summary>
    public static (TicketFault Fault, Ticket After) Reopen(Ticket ticket, DateTimeOffset now, TicketTimes times) => ticket.Status != TicketStatus.Closed
        ? (TicketFault.NotClosed, ticket)
        : (TicketFault.None, Timed(
            ticket with
            {
                Status = Working(ticket),
                Level = ticket.Level == TicketLevel.General ? TicketLevel.Repeat : TicketLevel.Severe,
                Verified = false,
                ClosedAt = null,
            },
            null,
            now,
            times));

    /// <summary>What is changed by hand. Another level gives it another time, counted from when it was opened.</summary>
    public static (TicketFault Fault, Ticket After) Edit(Ticket ticket, Ticket wanted, TicketTimes times) => WhileOpen(
        ticket,
        ticket.Level == wanted.Level && ticket.Kind == wanted.Kind ? wanted : Timed(wanted, null, ticket.CreatedAt, times));

    /// <summary>A due look: in time the owner is reminded once, afterwards the supervisors again and again.</summary>
    /// <returns>The ticket, and what was done: <c>chased</c> or <c>escalated</c>.</returns>
    public static (Ticket After, string Action) Chase(Ticket ticket, DateTimeOffset now, TicketTimes times) => now < ticket.DueAt
        ? (ticket with { Chases = ticket.Chases + 1, CheckAt = ticket.DueAt }, "chased")
        : (ticket with { Escalations = ticket.Escalations + 1, CheckAt = times.Working.After(now, times.Options.EscalateEvery) }, "escalated");

    /// <summary>What the shopper hears of an action; null when it is the staff's alone.</summary>
    public static TicketNewsKind? NewsOf(string action, Ticket before) => action switch
    {
        "assigned" when before.OwnerId is null => TicketNewsKind.Taken,
        "handedOver" => TicketNewsKind.HandedOver,
        "noAnswer" => TicketNewsKind.NotReached,
        "closed" => TicketNewsKind.Closed,
        "reopened" => TicketNewsKind.Reopened,
        _ => null,
    };

    private static (TicketFault Fault, Ticket After) WhileOpen(Ticket ticket, Ticket after) =>
        ticket.Status == TicketStatus.Closed ? (TicketFault.Closed, ticket) : (TicketFault.None, after);

    private static TicketStatus Working(Ticket ticket) => ticket.OwnerId is null ? TicketStatus.Open : TicketStatus.InProgress;

    private static Ticket Due(Ticket ticket, DateTimeOffset due, DateTimeOffset check) => ticket with { DueAt = due, CheckAt = check, Chases = 0, Escalations = 0 };
}
