using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.BotService.Tests.Desk;

public sealed class AssignmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly AgentLoad There = new(true, 2);
    private static readonly AgentLoad Gone = new(false, 2);

    private static readonly Assignment Queued = new Assignment { ConversationId = "c", Channel = "directline" }
        .Make(new Move(MoveKind.HandOff) { HandOff = new HandOff("asked", "en", null) }, default, 7, Now).Next;

    [Fact]
    public void A_handed_off_conversation_waits_since_the_message_that_asked()
    {
        Assert.Equal((Owner.Queue, Now, 7, "asked"), (Queued.Owner, Queued.WaitingSince, Queued.WaitingSequence, Queued.Reason));
    }

    [Fact]
    public void A_second_agent_cannot_claim_and_a_repeated_claim_changes_nothing()
    {
        Assignment mine = Done(Queued, new Move(MoveKind.Claim, "a"), There);
        Assert.Equal(MoveRefusal.Taken, Refused(mine, new Move(MoveKind.Claim, "b"), There));
        Assert.Same(mine, Done(mine, new Move(MoveKind.Claim, "a"), There));
        Assert.Equal(MoveRefusal.AtCapacity, Refused(Queued, new Move(MoveKind.Claim, "a"), new AgentLoad(true, 0)));
    }

    [Fact]
    public void Of_two_who_would_tell_a_shopper_their_place_the_second_is_refused()
    {
        Assignment told = Done(Queued, new Move(MoveKind.Announce) { Place = 5 }, default);
        Assert.Equal((5, Now), (told.Announced, told.AnnouncedAt));
        Assert.Equal(MoveRefusal.NotNow, Refused(told, new Move(MoveKind.Announce) { Place = 4 }, default));
        Assert.Equal(4, Done(told, new Move(MoveKind.Announce) { Place = 4, ToldAt = Now }, default).Announced);
    }

    [Fact]
    public void Only_who_has_it_may_answer_and_the_answer_ends_the_wait()
    {
        Assignment mine = Done(Queued, new Move(MoveKind.Claim, "a"), There);
        Assert.Equal(MoveRefusal.NotYours, Refused(mine, new Move(MoveKind.Reply, "b"), default));
        Assert.Equal(MoveRefusal.NotYours, Refused(Queued, new Move(MoveKind.Reply, "a"), default));
        Assert.Null(Done(mine, new Move(MoveKind.Reply, "a"), default).WaitingSince);
    }

    [Fact]
    public void An_offer_is_accepted_by_whom_it_was_made_to_or_passes_on()
    {
        Move offer = new(MoveKind.Offer) { AgentId = "a", Until = Now.AddSeconds(30) };
        Assert.Equal(MoveRefusal.NotThere, Refused(Queued, offer, Gone));
        Assignment offered = Done(Queued, offer, There);
        Assert.Equal(MoveRefusal.NotNow, Refused(offered, offer, There));
        Assert.Equal(MoveRefusal.OfferGone, Refused(offered, new Move(MoveKind.Accept, "b"), There));
        Assert.Equal("a", Done(offered, new Move(MoveKind.Accept, "a"), default).AgentId);
        Assert.Equal(MoveRefusal.NotNow, Refused(offered, new Move(MoveKind.Expire), default));
        Assignment passed = offered.Make(new Move(MoveKind.Expire), default, 0, Now.AddSeconds(30)).Next;
        Assert.Null(passed.OfferedTo);
        Assert.Equal(["a"], passed.PassedBy);
    }

    [Fact]
    public void What_a_vanished_agent_had_waits_at_the_head()
    {
        Assignment mine = Done(Queued, new Move(MoveKind.Claim, "a"), There);
        Assignment back = mine.Make(new Move(MoveKind.Release) { AgentId = "a" }, default, 0, Now.AddHours(1)).Next;
        Assert.Equal((Owner.Queue, Now, Now.AddHours(1)), (back.Owner, back.PlacedAt, back.QueuedAt));
        Assert.Equal(MoveRefusal.NotNow, Refused(mine, new Move(MoveKind.Release) { AgentId = "b" }, default));
    }

    [Fact]
    public void A_transfer_goes_to_who_is_there_or_into_the_queue()
    {
        Assignment mine = Done(Queued, new Move(MoveKind.Claim, "a"), There);
        Assert.Equal("b", Done(mine, new Move(MoveKind.Transfer, "a") { AgentId = "b" }, There).AgentId);
        Assert.Equal(MoveRefusal.NotThere, Refused(mine, new Move(MoveKind.Transfer, "a") { AgentId = "b" }, Gone));
        Assert.Equal(MoveRefusal.AtCapacity, Refused(mine, new Move(MoveKind.Transfer, "a") { AgentId = "b" }, new AgentLoad(true, 0)));
        Assert.Equal(MoveRefusal.NotYours, Refused(mine, new Move(MoveKind.Transfer, "c") { Skill = "returns" }, default));
        Assignment queued = Done(mine, new Move(MoveKind.Transfer, "a") { Skill = "returns" }, default);
        Assert.Equal((Owner.Queue, "returns", null), (queued.Owner, queued.Skill, queued.AgentId));
    }

    [Fact]
    public void Nothing_unseen_is_left_behind()
    {
        Assignment mine = Done(Queued, new Move(MoveKind.Claim, "a"), There);
        Assert.Equal(MoveRefusal.NewMessage, Refused(mine, new Move(MoveKind.Resolve, "a") { Seen = 8 }, default));
        Assert.Equal(AssignmentStatus.Resolved, Done(mine, new Move(MoveKind.Resolve, "a") { Seen = 9 }, default).Status);
    }

    [Fact]
    public void A_snoozed_conversation_wakes_at_its_time_or_at_the_next_message()
    {
        Assignment mine = Done(Queued, new Move(MoveKind.Claim, "a"), There);
        Assignment aside = Done(mine, new Move(MoveKind.Snooze, "a") { Until = Now.AddHours(1) }, default);
        Assert.Equal(MoveRefusal.NotNow, Refused(aside, new Move(MoveKind.Wake), There));
        Assert.Equal((Owner.Agent, AssignmentStatus.Open), OwnerOf(aside.Make(new Move(MoveKind.Wake), There, 0, Now.AddHours(1)).Next));
        Assert.Equal((Owner.Agent, AssignmentStatus.Open), OwnerOf(Done(aside, new Move(MoveKind.Hear), There)));
        Assert.Equal((Owner.Queue, AssignmentStatus.Open), OwnerOf(Done(aside, new Move(MoveKind.Hear), Gone)));
    }

    [Fact]
    public void A_message_soon_after_the_end_reopens_it_and_a_late_one_does_not()
    {
        Assignment over = Done(Done(Queued, new Move(MoveKind.Claim, "a"), There), new Move(MoveKind.Resolve, "a"), default);
        Assert.Equal((Owner.Agent, AssignmentStatus.Open), OwnerOf(Done(over, new Move(MoveKind.Hear), There)));
        Assert.Equal((Owner.Queue, AssignmentStatus.Open), OwnerOf(Done(over, new Move(MoveKind.Hear), Gone)));
        DateTimeOffset late = Now + Assignment.ReopensWithin + TimeSpan.FromSeconds(1);
        Assert.False(over.IsAttended(late));
        Assert.Same(over, over.Make(new Move(MoveKind.Hear), There, 0, late).Next);
    }

    private static (Owner, AssignmentStatus) OwnerOf(Assignment assignment) => (assignment.Owner, assignment.Status);

    private static Assignment Done(Assignment assignment, Move move, AgentLoad load)
    {
        Ruling ruling = assignment.Make(move, load, 9, Now);
        Assert.Null(ruling.Refusal);
        return ruling.Next;
    }

    private static MoveRefusal? Refused(Assignment assignment, Move move, AgentLoad load)
    {
        Ruling ruling = assignment.Make(move, load, 9, Now);
        Assert.Same(assignment, ruling.Next);
        return ruling.Refusal;
    }
}
