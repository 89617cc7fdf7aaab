namespace SupportBot.Faults;

/// <summary>What <c>compose.yaml</c> starts, under load: its nodes are replaced one by one, and then every container is killed and started again.</summary>
internal static class ComposeRun
{
    private static readonly string[] Nodes = ["node1", "node2"];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        Console.WriteLine("compose.yaml: 2 nodes, PostgreSQL, Redis and HAProxy in containers");
        await using Composition containers = await Composition.StartAsync();
        using Cluster cluster = Cluster.Behind(containers.Address);
        return await new LoadRun(cluster, arguments).RunAsync(async run =>
        {
            foreach (string node in Nodes)
            {
                await containers.ReplaceAsync(node);
                await containers.HealthyAsync(node);
                await run.AcknowledgedAsync(20);
            }

            run.AllServed();
            foreach (string service in (string[])["redis", "postgres", "balancer", .. Nodes])
            {
                await containers.KillAsync(service);
                await run.AcknowledgedAsync(20);
                await Task.WhenAll(Nodes.Select(containers.HealthyAsync));
                Console.WriteLine($"{service} killed: refused {run.RefusedBy()} so far");
            }
        });
    }
}
