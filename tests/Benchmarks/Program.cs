using SupportBot.Benchmarks.Desk;
using SupportBot.Benchmarks.Dialogs;
using SupportBot.Benchmarks.Knowledge;
using SupportBot.Benchmarks.Outreach;
using SupportBot.Benchmarks.Recognizers;
using SupportBot.Benchmarks.Sockets;
using SupportBot.Benchmarks.Turns;

// dotnet run -c Release --project tests/Benchmarks -- turns|dialogs|sockets|desk|outreach|reminders|knowledge|recognizers
return args is [{ } name, .. var rest]
    ? name switch
    {
        "turns" => await TurnsBenchmark.RunAsync(rest),
        "dialogs" => await DialogsBenchmark.RunAsync(rest),
        "sockets" => await SocketsBenchmark.RunAsync(rest),
        "desk" => await DeskBenchmark.RunAsync(rest),
        "outreach" => await OutreachBenchmark.RunAsync(rest),
        "reminders" => await RemindersBenchmark.RunAsync(rest),
        "knowledge" => await KnowledgeBenchmark.RunAsync(rest),
        "recognizers" => await RecognizersBenchmark.RunAsync(rest),
        _ => Usage(),
    }
    : Usage();

static int Usage()
{
    Console.Error.WriteLine("""
        benchmarks turns   [--seconds 10] [--store postgres [--postgres CONNECTION]]
                                                our service, storing durably, beside the npm botbuilder echo bot, which stores nothing
        benchmarks dialogs [--turns 2000]      CPU of a turn with a look-up in the embedded shop, beside an article's answer
        benchmarks sockets [--count 10000]     memory of idle Direct Line sockets, then one message to each
        benchmarks desk    [--conversations 1000000] [--agents 200] [--shoppers 2000] [--seconds 20] [--interval 10] [--store postgres]
                                                the desk's lists, search and floor over a large store; then all of them talking
        benchmarks outreach [--recipients 100000] [--store postgres] [--quartz 1000]
                                                a greeting from its launch to every conversation; beside it one Quartz trigger for each
        benchmarks reminders [--reminders 1000000] [--due 2000] [--store postgres]
                                                what a second costs in which of so many none is due; then how late those come that are
        benchmarks knowledge [--no-node]       top five of many articles beside SQLite FTS5 and MiniSearch; accuracy beside BM25
        benchmarks recognizers                 the same utterances through ours and Microsoft's recognizers on Node
        """);
    return 2;
}
