using SupportBot.Faults;

// dotnet run --project tests/Faults -- kill [--kills 50] [--shoppers 12] [--seed N]
Arguments arguments = new(args);
return arguments.Command switch
{
    "kill" => await KillRun.RunAsync(arguments),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("faults kill [--kills N] [--shoppers N] [--seed N]   kill -9 under load: nothing acknowledged is lost or doubled");
    return 2;
}
