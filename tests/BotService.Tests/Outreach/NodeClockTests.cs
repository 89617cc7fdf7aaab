using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Outreach;
using SupportBot.Outreach.Jobs;

namespace SupportBot.BotService.Tests.Outreach;

public sealed class NodeClockTests
{
    private readonly Machine machine = new();
    private readonly Database database;

    public NodeClockTests() => database = new Database(machine);

    [Theory]
    [InlineData(0, true)]
    [InlineData(5, true)]
    [InlineData(-9, true)]
    [InlineData(11, false)]
    [InlineData(-11, false)]
    [InlineData(86_400, false)]
    public async Task A_node_sends_while_its_clock_is_near_the_databases_and_health_says_so(int ahead, bool right)
    {
        machine.Set(TimeSpan.FromSeconds(ahead));
        NodeClock clock = Clock();
        Assert.Equal(right, await clock.IsRightAsync(default));
        Assert.Equal(right ? HealthStatus.Healthy : HealthStatus.Degraded, (await clock.CheckHealthAsync(new HealthCheckContext())).Status);
    }

    [Fact]
    public async Task A_clock_that_is_set_is_noticed_at_the_next_look_and_one_that_runs_on_is_not_asked_for()
    {
        NodeClock clock = Clock();
        for (int second = 0; second < 9; second++)
        {
            Assert.True(await clock.IsRightAsync(default));
            machine.Run(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, database.Asked);
        machine.Set(TimeSpan.FromDays(1));
        Assert.False(await clock.IsRightAsync(default));
        machine.Set(TimeSpan.FromDays(-1));
        Assert.True(await clock.IsRightAsync(default));
    }

    [Fact]
    public async Task A_database_whose_clock_is_set_is_noticed_within_seconds()
    {
        NodeClock clock = Clock();
        Assert.True(await clock.IsRightAsync(default));
        database.Ahead = TimeSpan.FromHours(1);
        machine.Run(TimeSpan.FromSeconds(10));
        Assert.False(await clock.IsRightAsync(default));
    }

    [Fact]
    public async Task A_slow_answer_is_no_wrong_clock()
    {
        database.Takes = TimeSpan.FromSeconds(40);
        Assert.True(await Clock().IsRightAsync(default));
    }

    [Fact]
    public async Task Leases_are_read_by_the_clock_too_so_that_half_of_one_is_too_far()
    {
        machine.Set(TimeSpan.FromSeconds(3));
        Assert.False(await Clock(lease: TimeSpan.FromSeconds(4)).IsRightAsync(default));
    }

    [Fact]
    public async Task Without_another_clock_there_is_nothing_to_compare()
    {
        database.HasClock = false;
        machine.Set(TimeSpan.FromDays(400));
        Assert.True(await Clock().IsRightAsync(default));
    }

    private NodeClock Clock(TimeSpan? lease = null) =>
        new(database, Options.Create(new OutreachOptions { Lease = lease ?? TimeSpan.FromMinutes(1) }), machine, NullLogger<NodeClock>.Instance);

    /// <summary>A machine whose clock can be set while its count of time goes on.</summary>
    private sealed class Machine : TimeProvider
    {
        private TimeSpan set;
        private long ticks;

        public DateTimeOffset True => DateTimeOffset.UnixEpoch.AddTicks(ticks);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks;

        public override DateTimeOffset GetUtcNow() => True + set;

        public void Run(TimeSpan by) => ticks += by.Ticks;

        public void Set(TimeSpan by) => set += by;
    }

    private sealed class Database(Machine machine) : IStoreClock
    {
        public bool HasClock { get; set; } = true;

        public TimeSpan Ahead { get; set; }

        public TimeSpan Takes { get; set; }

        public int Asked { get; private set; }

        public ValueTask<DateTimeOffset?> NowAsync(CancellationToken cancellation)
        {
            Asked++;
            machine.Run(Takes / 2);
            DateTimeOffset now = machine.True + Ahead;
            machine.Run(Takes / 2);
            return ValueTask.FromResult<DateTimeOffset?>(HasClock ? now : null);
        }
    }
}
