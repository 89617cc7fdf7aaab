using SupportBot.Faults;

// dotnet run --project tests/Faults -- kill|handoff|accept
Arguments arguments = new(args);
return arguments.Command switch
{
    "kill" => await KillRun.RunAsync(arguments),
    "handoff" => await HandOffRun.RunAsync(arguments),
    "accept" => await AcceptRaces.RunAsync(arguments),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        faults kill    [--kills N] [--shoppers N] [--seed N]              kill -9 under load: nothing acknowledged is lost or doubled
        faults handoff [--kills N] [--shoppers N] [--agents N] [--seed N] kill -9 during hand-offs: never both answer, never neither
        faults accept  [--races N] [--lanes N]                            two agents take one conversation: exactly one has it
        """);
    return 2;
}
