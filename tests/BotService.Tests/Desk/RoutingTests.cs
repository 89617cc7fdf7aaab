using SupportBot.Access;
using SupportBot.Desk.Queue;
using SupportBot.Dialogs;

namespace SupportBot.BotService.Tests.Desk;

public sealed class RoutingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Ring = TimeSpan.FromMinutes(2);
    private readonly Routing routing = new(Ring, channel => channel == "sms" ? 1 : int.MaxValue);

    [Fact]
    public void Priority_comes_before_waiting_and_waiting_before_the_rest()
    {
        Waiting[] queue = [Waits("late", 1), Waits("early", 60), Waits("urgent", 0) with { Priority = HandOffPriority.Urgent }];
        Assert.Equal(["urgent", "early"], Assign(queue, Agent("a", capacity: 2)).Select(match => match.ConversationId));
    }

    [Fact]
    public void The_last_agent_is_asked_first_and_then_the_least_loaded()
    {
        Candidate busy = Agent("busy", load: 3);
        Candidate idle = Agent("idle", load: 1);
        Assert.Equal("busy", Assign([Waits("x") with { LastAgent = "busy" }], busy, idle).Single().AgentId);
        Assert.Equal("idle", Assign([Waits("x")], busy, idle).Single().AgentId);
    }

    [Fact]
    public void An_expired_certificate_does_not_count()
    {
        Candidate expired = Agent("a") with { Work = new StaffWork { Skills = [new StaffSkill("returns", Now)] } };
        Candidate valid = Agent("b", load: 3) with { Work = new StaffWork { Skills = [new StaffSkill("returns", Now.AddDays(1))] } };
        Assert.Equal("b", Assign([Waits("x") with { Skill = "returns" }], expired, valid).Single().AgentId);
        Assert.Empty(Assign([Waits("x") with { Skill = "returns" }], expired));
    }

    [Fact]
    public void What_is_asked_of_an_agent_grows_less_with_the_wait()
    {
        Candidate english = Agent("a") with { Work = new StaffWork { Languages = ["en"] } };
        Waiting asks = Waits("x") with { Skill = "returns", TeamId = "north", Locale = "zh" };
        Assert.Empty(Assign([asks with { QueuedAt = Now - (Ring * 2.9) }], english));
        Assert.Single(Assign([asks with { QueuedAt = Now - (Ring * 3) }], english));
        Assert.Empty(Assign([asks with { Locale = "en", QueuedAt = Now - Ring }], english));
        Assert.Single(Assign([asks with { Locale = "en", QueuedAt = Now - (Ring * 2) }], english));
        Assert.Single(Assign([asks with { Locale = "en", TeamId = null, QueuedAt = Now - Ring }], english));
        Assert.Equal(asks.QueuedAt + Ring, routing.NextRing(asks, Now));
        Assert.Null(routing.NextRing(asks with { QueuedAt = Now - (Ring * 3) }, Now));
    }

    [Fact]
    public void Nobody_gets_more_than_their_capacity_of_all_and_of_one_channel()
    {
        Waiting[] queue = [.. Enumerable.Range(0, 9).Select(number => Waits($"{number}", number))];
        Assert.Equal(4, Assign(queue, Agent("a", load: 1, capacity: 3), Agent("b", capacity: 2)).Count);
        Assert.Equal(2, Assign([.. queue.Select(waits => waits with { Channel = "sms" })], Agent("a"), Agent("b")).Count);
        Assert.Empty(Assign(queue, Agent("a", load: 9)));
    }

    [Fact]
    public void Who_let_it_pass_is_not_asked_again_before_the_next_ring()
    {
        Waiting passed = Waits("x") with { PassedBy = ["a"] };
        Assert.Empty(Assign([passed], Agent("a")));
        Assert.Equal("b", Assign([passed], Agent("a"), Agent("b", load: 3)).Single().AgentId);
        Assert.Single(Assign([passed with { QueuedAt = Now - Ring }], Agent("a")));
    }

    [Fact]
    public void One_whom_nobody_fits_does_not_hold_up_those_behind()
    {
        Assert.Equal("y", Assign([Waits("x", 60) with { Skill = "legal" }, Waits("y")], Agent("a", capacity: 1)).Single().ConversationId);
    }

    private IReadOnlyList<Match> Assign(IEnumerable<Waiting> waiting, params Candidate[] agents) => [.. routing.Assign(waiting, agents, Now)];

    private static Waiting Waits(string id, int seconds = 0) =>
        new() { ConversationId = id, Channel = "directline", Locale = "en", QueuedAt = Now.AddSeconds(-seconds), PlacedAt = Now.AddSeconds(-seconds) };

    private static Candidate Agent(string id, int load = 0, int capacity = 4) => new() { AgentId = id, Load = load, Capacity = capacity };
}
