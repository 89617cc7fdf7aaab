using SupportBot.Desk.Shifts;
using SupportBot.Dialogs;

namespace SupportBot.Tickets;

/// <summary>How long a ticket may take, counted in the time the store works.</summary>
/// <param name="Options">How long each level has.</param>
/// <param name="Working">How the time is counted.</param>
internal sealed record TicketTimes(TicketOptions Options, WorkingTime Working)
{
    /// <summary>The time of a ticket for which none was agreed on.</summary>
    public TimeSpan For(TicketKind kind, TicketLevel level) => kind switch
    {
        TicketKind.WorkOrder => Shorter(Options.WorkOrder, level),
        TicketKind.CallBack => Shorter(Options.CallBack, level),
        TicketKind.Complaint => OfLevel(level),
    };

    private TimeSpan OfLevel(TicketLevel level) => level switch
    {
        TicketLevel.General => Options.General,
        TicketLevel.Repeat => Options.Repeat,
        TicketLevel.Severe => Options.Severe,
    };

    private TimeSpan Shorter(TimeSpan usual, TicketLevel level) => level != TicketLevel.General && OfLevel(level) < usual ? OfLevel(level) : usual;
}
