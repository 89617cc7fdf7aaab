using SupportBot.Faults;

// dotnet run -c Release --project tests/Faults -- COMMAND
Arguments arguments = new(args);
return arguments.Command switch
{
    "kill" => await NodeFaults.KillAsync(arguments),
    "steps" => await StepKills.RunAsync(arguments),
    "freeze" => await NodeFaults.FreezeAsync(arguments),
    "redis-kill" => await RedisFaults.KillAsync(arguments),
    "redis-failover" => await RedisFaults.FailOverAsync(arguments),
    "redis-cut" => await RedisFaults.CutAsync(arguments),
    "postgres-halfopen" => await PostgresFaults.HalfOpenAsync(arguments),
    "postgres-restart" => await PostgresFaults.RestartAsync(arguments),
    "read-only" => await PostgresFaults.ReadOnlyAsync(arguments),
    "disk-full" => await DiskFaults.FullAsync(arguments),
    "copy" => await DiskFaults.CopyAsync(arguments),
    "same" => await RepeatRun.SameAsync(arguments),
    "drop" => await RepeatRun.DropAsync(arguments),
    "slow-readers" => await CrowdRuns.SlowReadersAsync(arguments),
    "reconnect" => await CrowdRuns.ReconnectAsync(arguments),
    "accept" => await AcceptRaces.RunAsync(arguments),
    "handoff" => await HandOffRun.RunAsync(arguments),
    "upgrade" => await NodeFaults.UpgradeAsync(arguments),
    "balanced-upgrade" => await NodeFaults.BalancedUpgradeAsync(arguments),
    "compose" => await ComposeRun.RunAsync(arguments),
    "outreach" => await OutreachFaults.RunAsync(arguments),
    "live" => await LiveRun.RunAsync(arguments),
    "storm" => await StormRun.RunAsync(arguments),
    "soak" => await NodeFaults.SoakAsync(arguments),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Every command takes [--seed N] [--shoppers N] [--nodes N]: one node is on SQLite, more are on PostgreSQL and Redis.
        faults kill              [--kills N] [--pause MS]      F1  kill -9 under load: nothing acknowledged is lost or doubled
        faults steps             [--kills N]                   F2  killed before and after the commit, before and after the nodes tell each other
        faults freeze            [--freezes N] [--seconds N]   F3  a node stands still, its work is taken over, and it wakes
        faults redis-kill        [--kills N]                   F4  Redis killed and flushed: live again within 5 s
        faults redis-failover                                  F5  Redis fails over to its replica
        faults redis-cut         [--seconds N]                 F6  the network to Redis swallows everything: sends go on
        faults postgres-halfopen [--cuts N] [--seconds N]      F7  connections to PostgreSQL die unnoticed: the pool recovers within 10 s
        faults postgres-restart  [--restarts N]                F8  PostgreSQL crashes and comes back: 503, and nothing is lost
        faults disk-full         [--rounds N]                  F9  the disk fills up (needs root): no acknowledgement, no damage
        faults read-only         [--rounds N]                  F9  PostgreSQL takes no writes: 503, reading goes on, nothing is lost
        faults copy              [--copies N]                  F10 copied while written and put back: whole
        faults same              [--rounds N]                  F13 one message 100 times at once: one row, equal answers
        faults drop              [--rounds N]                  F14 the answer is lost after the commit: one row
        faults slow-readers      [--readers N] [--seconds N]   F16 readers at a byte a second cost nothing
        faults reconnect         [--sockets N]                 F17 all sockets come back at once within 30 s
        faults accept            [--races N] [--lanes N]       F18 two agents take one conversation: exactly one has it
        faults handoff           [--kills N] [--agents N]      F19 kill -9 during hand-offs: never both answer, never neither
        faults upgrade           [--rounds N]                  F20 nodes are stopped and started one by one: no error, no refusal
        faults balanced-upgrade  [--rounds N]                  F20 the same behind HAProxy with the settings of deploy/haproxy.cfg
        faults compose                                         F20 the same on compose.yaml (needs docker), then each container killed: nothing is lost
        faults outreach          [--recipients N] [--chats N] [--kills N] [--pause MS] [--rate N] [--chat-rate N] [--rounds N]
                                                               O1, O2, O10: killed, paused and cancelled: each once, at the rate
        faults live              [--messages N] [--limit MS]   a message reaches a socket on another node within 20 ms (p95)
        faults storm             [--messages N] [--pause MS]   F1-F4, F6-F8 at random until 1,000,000 messages are acknowledged: none lost or doubled
        faults soak              [--minutes N | --seconds N]   F22 memory stays where it is
        """);
    return 2;
}
