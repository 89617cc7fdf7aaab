using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Conversations;
using SupportBot.Simulation;

// dotnet run -c Release --project tests/Simulation -- [--seeds N] [--from SEED] [--without GUARD]
const int SeedsToFind = 20_000;

int seeds = (int)Number("--seeds", 10_000);
ulong from = (ulong)Number("--from", 1);
using ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
TurnMetrics metrics = new(services.GetRequiredService<IMeterFactory>());
int failed = Explore() ? 0 : 1;
int passed = 1 - failed;
foreach (Guard guard in Wanted())
{
    bool necessary = IsNecessary(guard);
    passed += necessary ? 1 : 0;
    failed += necessary ? 0 : 1;
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

bool Explore()
{
    Stopwatch clock = Stopwatch.StartNew();
    for (ulong seed = from; seed < from + (ulong)seeds; seed++)
    {
        if (new World(seed, Guard.None, metrics, seeds == 1 ? Console.WriteLine : null).Run() is { } broken)
        {
            Console.WriteLine($"seed {seed}: {broken}; run it again with --from {seed} --seeds 1");
            return false;
        }
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seeds} worlds from seed {from}, no promise broken, {seeds / clock.Elapsed.TotalSeconds:F0} a second"));
    return true;
}

// A guard is necessary when a promise is broken without it.
bool IsNecessary(Guard guard)
{
    for (ulong seed = from; seed < from + SeedsToFind; seed++)
    {
        if (new World(seed, guard, metrics).Run() is { } broken)
        {
            Console.WriteLine($"without {guard}, seed {seed} breaks: {broken}");
            return true;
        }
    }

    Console.WriteLine($"without {guard}, nothing broke in {SeedsToFind} worlds: it guards nothing, or the worlds do not try it");
    return false;
}

Guard[] Wanted()
{
    int at = Array.IndexOf(args, "--without");
    return at < 0 ? [.. Enum.GetValues<Guard>().Where(guard => guard != Guard.None && seeds > 1)] : [Enum.Parse<Guard>(args[at + 1], ignoreCase: true)];
}

long Number(string name, long otherwise)
{
    int at = Array.IndexOf(args, name);
    return at < 0 ? otherwise : long.Parse(args[at + 1], CultureInfo.InvariantCulture);
}
