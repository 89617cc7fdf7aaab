using System.Text;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>
/// F2: a node is killed at each step of a message, seen from the wire: when its write is about to reach the database, when the commit has come
/// back and nobody else knows, when it is about to tell the other nodes, and when it has told them and the shopper waits for the acknowledgement.
/// </summary>
internal static class StepKills
{
    // Only a write brings a shopper's words to the database.
    private static readonly byte[] Append = Encoding.UTF8.GetBytes(Shopper.Question);
    private static readonly byte[] Publish = Encoding.ASCII.GetBytes("PUBLISH");

    private enum Step
    {
        BeforeCommit,
        AfterCommit,
        BeforePublish,
        AfterPublish,
    }

    public static Task<int> RunAsync(Arguments arguments)
    {
        int kills = arguments.Number("kills", 50);
        return LoadRun.RunAsync(
            arguments,
            $"killed {kills} times at each step",
            3,
            async (cluster, run, random) =>
            {
                foreach (Step step in Enum.GetValues<Step>())
                {
                    for (int kill = 0; kill < kills; kill++)
                    {
                        await run.AcknowledgedAsync(random.Next(1, 20));
                        await KillAsync(cluster, step);
                    }

                    Console.WriteLine($"{step}: {kills} times");
                }
            });
    }

    /// <summary>Once, at whichever step.</summary>
    public static Task KillAnywhereAsync(Cluster cluster, Random random)
    {
        Step[] steps = Enum.GetValues<Step>();
        return KillAsync(cluster, steps[random.Next(steps.Length)]);
    }

    // Whoever's bytes are seen at the step is killed: all nodes go through the same proxies, and all are killed, so that it is certainly the one.
    private static async Task KillAsync(Cluster cluster, Step step)
    {
        TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool sent = false;
        int killing = 0;
        TcpProxy proxy = step is Step.BeforeCommit or Step.AfterCommit ? cluster.ToPostgres : cluster.ToRedis;
        byte[] mark = step is Step.BeforeCommit or Step.AfterCommit ? Append : Publish;
        proxy.Watch = async (toServer, bytes) =>
        {
            sent |= toServer && bytes.Span.IndexOf(mark) >= 0;
            bool due = sent && (step is Step.BeforeCommit or Step.BeforePublish ? toServer : !toServer);
            if (due && Interlocked.Exchange(ref killing, 1) == 0)
            {
                await Task.WhenAll(cluster.Nodes.Select(node => node.KillAsync()));
                reached.SetResult();
            }

            return Volatile.Read(ref killing) == 0;
        };
        try
        {
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            proxy.Watch = null;
        }

        await Task.WhenAll(cluster.Nodes.Select(node => node.StartAsync()));
    }
}
