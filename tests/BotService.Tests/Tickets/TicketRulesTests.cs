using SupportBot.Desk.Shifts;
using SupportBot.Dialogs;
using SupportBot.Tickets;

namespace SupportBot.BotService.Tests.Tickets;

public sealed class TicketRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 10, 0, 0, TimeSpan.Zero);
    private static readonly TicketTimes Times = new(new TicketOptions(), WorkingTime.Always);

    [Theory]
    [InlineData(TicketKind.Complaint, TicketLevel.General, 0, TicketLevel.General)]
    [InlineData(TicketKind.Complaint, TicketLevel.General, 1, TicketLevel.Repeat)]
    [InlineData(TicketKind.Complaint, TicketLevel.Severe, 3, TicketLevel.Severe)]
    [InlineData(TicketKind.WorkOrder, TicketLevel.General, 2, TicketLevel.General)]
    [InlineData(TicketKind.CallBack, TicketLevel.General, 2, TicketLevel.General)]
    public void A_second_complaint_is_a_repeated_one(TicketKind kind, TicketLevel asked, int earlier, TicketLevel level) =>
        Assert.Equal(level, TicketRules.LevelOf(kind, asked, earlier));

    [Theory]
    [InlineData(TicketKind.Complaint, TicketLevel.General, null, 72.0)]
    [InlineData(TicketKind.Complaint, TicketLevel.Repeat, null, 24.0)]
    [InlineData(TicketKind.Complaint, TicketLevel.Severe, null, 4.0)]
    [InlineData(TicketKind.Complaint, TicketLevel.General, 1.0, 72.0)]
    [InlineData(TicketKind.WorkOrder, TicketLevel.General, null, 72.0)]
    [InlineData(TicketKind.WorkOrder, TicketLevel.Severe, null, 4.0)]
    [InlineData(TicketKind.WorkOrder, TicketLevel.General, 200.0, 200.0)]
    [InlineData(TicketKind.WorkOrder, TicketLevel.General, -5.0, 72.0)]
    [InlineData(TicketKind.CallBack, TicketLevel.General, null, 4.0)]
    [InlineData(TicketKind.CallBack, TicketLevel.Repeat, null, 4.0)]
    [InlineData(TicketKind.CallBack, TicketLevel.General, 10.0, 14.0)]
    public void The_deadline_is_that_of_the_level_or_the_time_agreed_on(TicketKind kind, TicketLevel level, double? agreed, double hours)
    {
        Ticket timed = TicketRules.Timed(Ticket(kind, TicketStatus.Open) with { Level = level }, agreed is { } at ? Now.AddHours(at) : null, Now, Times);
        Assert.Equal(Now.AddHours(hours), timed.DueAt);
        Assert.Equal(Now.AddHours(hours * 0.75), timed.CheckAt);
    }

    [Theory]
    [InlineData(TicketStatus.Open, "assign", TicketFault.None, TicketStatus.InProgress)]
    [InlineData(TicketStatus.Waiting, "assign", TicketFault.None, TicketStatus.Waiting)]
    [InlineData(TicketStatus.Closed, "assign", TicketFault.Closed, TicketStatus.Closed)]
    [InlineData(TicketStatus.InProgress, "hand-over", TicketFault.None, TicketStatus.Waiting)]
    [InlineData(TicketStatus.Closed, "hand-over", TicketFault.Closed, TicketStatus.Closed)]
    [InlineData(TicketStatus.Waiting, "hand-back", TicketFault.None, TicketStatus.InProgress)]
    [InlineData(TicketStatus.InProgress, "hand-back", TicketFault.NotHandedOver, TicketStatus.InProgress)]
    [InlineData(TicketStatus.Closed, "hand-back", TicketFault.Closed, TicketStatus.Closed)]
    [InlineData(TicketStatus.InProgress, "solved", TicketFault.None, TicketStatus.Verifying)]
    [InlineData(TicketStatus.Verifying, "not-solved", TicketFault.None, TicketStatus.InProgress)]
    [InlineData(TicketStatus.InProgress, "no-answer", TicketFault.None, TicketStatus.Verifying)]
    [InlineData(TicketStatus.Closed, "solved", TicketFault.Closed, TicketStatus.Closed)]
    [InlineData(TicketStatus.InProgress, "close", TicketFault.NotVerified, TicketStatus.InProgress)]
    [InlineData(TicketStatus.InProgress, "close with a reason", TicketFault.None, TicketStatus.Closed)]
    [InlineData(TicketStatus.Closed, "close", TicketFault.Closed, TicketStatus.Closed)]
    [InlineData(TicketStatus.Closed, "reopen", TicketFault.None, TicketStatus.InProgress)]
    [InlineData(TicketStatus.InProgress, "reopen", TicketFault.NotClosed, TicketStatus.InProgress)]
    public void What_may_become_of_a_complaint(object status, string action, object fault, object after)
    {
        Ticket ticket = Ticket(TicketKind.Complaint, (TicketStatus)status) with { OwnerId = action == "assign" ? null : "owner", Department = (TicketStatus)status == TicketStatus.Waiting ? "warehouse" : null };
        (TicketFault Fault, Ticket After) result = action switch
        {
            "assign" => TicketRules.Assign(ticket, "owner"),
            "hand-over" => TicketRules.HandOver(ticket, "warehouse"),
            "hand-back" => TicketRules.HandBack(ticket),
            "solved" => TicketRules.CallBack(ticket, CallBackOutcome.Solved),
            "not-solved" => TicketRules.CallBack(ticket, CallBackOutcome.NotSolved),
            "no-answer" => TicketRules.CallBack(ticket, CallBackOutcome.NoAnswer),
            "close" => TicketRules.Close(ticket, " ", Now),
            "close with a reason" => TicketRules.Close(ticket, "no phone", Now),
            _ => TicketRules.Reopen(ticket, Now, Times),
        };
        Assert.Equal(((TicketFault)fault, (TicketStatus)after), (result.Fault, result.After.Status));
    }

    [Fact]
    public void A_time_agreed_on_is_kept_to_and_a_limit_counts_opening_hours()
    {
        // Thursday at ten in the morning; open on weekdays from nine to half past five.
        ShiftPlan plan = new() { Hours = [.. Enumerable.Range(1, 5).Select(day => new OpenHours(day, "09:00", "17:30"))] };
        TicketTimes working = Times with { Working = new WorkingTime(plan, TimeZoneInfo.Utc) };
        Assert.Equal(Now.AddDays(5), TicketRules.Timed(Ticket(TicketKind.Complaint, TicketStatus.Open), null, Now, working).DueAt);
        Assert.Equal(Now.AddDays(2), TicketRules.Timed(Ticket(TicketKind.WorkOrder, TicketStatus.Open), Now.AddDays(2), Now, working).DueAt);
        Ticket late = Ticket(TicketKind.Complaint, TicketStatus.Open) with { DueAt = Now };
        Assert.Equal(Now.AddDays(5).AddHours(-1), TicketRules.Chase(late, Now.AddDays(2).AddHours(4), working).After.CheckAt);
    }

    [Theory]
    [InlineData("assigned", TicketNewsKind.Taken)]
    [InlineData("handedOver", TicketNewsKind.HandedOver)]
    [InlineData("noAnswer", TicketNewsKind.NotReached)]
    [InlineData("closed", TicketNewsKind.Closed)]
    [InlineData("reopened", TicketNewsKind.Reopened)]
    [InlineData("noted", null)]
    [InlineData("edited", null)]
    [InlineData("handedBack", null)]
    public void The_shopper_hears_of_what_concerns_them(string action, object? news) =>
        Assert.Equal((TicketNewsKind?)news, TicketRules.NewsOf(action, Ticket(TicketKind.Complaint, TicketStatus.Open)));

    [Fact]
    public void Another_owner_is_no_news() => Assert.Null(TicketRules.NewsOf("assigned", Ticket(TicketKind.Complaint, TicketStatus.InProgress) with { OwnerId = "one" }));

    [Fact]
    public void A_complaint_solved_by_word_of_the_shopper_is_closed_without_a_reason()
    {
        Ticket solved = TicketRules.CallBack(Ticket(TicketKind.Complaint, TicketStatus.InProgress), CallBackOutcome.Solved).After;
        (TicketFault fault, Ticket closed) = TicketRules.Close(solved, null, Now);
        Assert.Equal((TicketFault.None, null, Now), (fault, closed.CheckAt, closed.ClosedAt));
    }

    [Fact]
    public void Opened_again_it_weighs_one_level_more_and_its_time_begins_anew()
    {
        Ticket once = TicketRules.Reopen(Ticket(TicketKind.Complaint, TicketStatus.Closed) with { Verified = true }, Now, Times).After;
        Assert.Equal((TicketLevel.Repeat, Now.AddHours(24), false), (once.Level, once.DueAt, once.Verified));
        Ticket twice = TicketRules.Reopen(once with { Status = TicketStatus.Closed }, Now, Times).After;
        Assert.Equal((TicketLevel.Severe, Now.AddHours(4)), (twice.Level, twice.DueAt));
    }

    [Fact]
    public void The_owner_is_reminded_once_and_the_supervisors_told_until_it_is_done()
    {
        Ticket ticket = TicketRules.Timed(Ticket(TicketKind.Complaint, TicketStatus.InProgress), null, Now, Times);
        (Ticket chased, string first) = TicketRules.Chase(ticket, ticket.CheckAt!.Value, Times);
        Assert.Equal(("chased", 1, 0, ticket.DueAt), (first, chased.Chases, chased.Escalations, chased.CheckAt));
        (Ticket late, string second) = TicketRules.Chase(chased, chased.CheckAt!.Value, Times);
        Assert.Equal(("escalated", 1, ticket.DueAt.AddHours(24)), (second, late.Escalations, late.CheckAt));
        Assert.Equal(2, TicketRules.Chase(late, late.CheckAt!.Value, Times).After.Escalations);
    }

    [Theory]
    [InlineData("a  b\nc", "a b c")]
    [InlineData("", "")]
    public void The_title_is_the_beginning_on_one_line(string description, string title) => Assert.Equal(title, TicketDesk.TitleOf(description));

    [Fact]
    public void A_long_title_is_cut_between_characters() => Assert.Equal(new string('x', 79) + "…", TicketDesk.TitleOf(new string('x', 79) + "😀😀"));

    private static Ticket Ticket(TicketKind kind, TicketStatus status) => new()
    {
        Id = "t",
        Reference = "R",
        Kind = kind,
        Status = status,
        Category = "delivery",
        Title = "late",
        Details = new TicketDetails(),
        CreatedAt = Now,
    };
}
