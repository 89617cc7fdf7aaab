using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>What happens to the file of SQLite.</summary>
internal static class DiskFaults
{
    /// <summary>F9: the disk fills up: nothing is acknowledged that is not stored, nothing is damaged, and it goes on when there is room again.</summary>
    public static async Task<int> FullAsync(Arguments arguments)
    {
        Console.WriteLine("the disk is full, 1 node on SQLite");
        string disk = Directory.CreateTempSubdirectory("supportbot-disk").FullName;
        await MountAsync("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk);
        try
        {
            using ServiceProcess service = new("--Articles:Directory", BotService.Tests.TestStore.Directory) { DataDirectory = Directory.CreateDirectory(Path.Combine(disk, "data")).FullName };
            await service.StartAsync();
            using Cluster cluster = Cluster.Of(service);
            return await new LoadRun(cluster, arguments).RunAsync(async run =>
            {
                for (int round = 0; round < arguments.Number("rounds", 3); round++)
                {
                    await run.AcknowledgedAsync(20);
                    string ballast = Path.Combine(disk, "ballast");
                    Fill(ballast);
                    await run.RefusedAsync(20);
                    File.Delete(ballast);
                    await run.AcknowledgedAsync(20);
                }

                string whole = await service.CommandAsync("backup", Path.Combine(disk, "..", $"{Path.GetFileName(disk)}.db"));
                run.Require(whole.Contains("is a copy", StringComparison.Ordinal), "the database could not be copied");
                run.OnlyBusy();
            });
        }
        finally
        {
            await MountAsync("umount", "-l", disk);
            Directory.Delete(disk);
        }
    }

    /// <summary>F10: copied while it is written; what is put back is whole.</summary>
    public static Task<int> CopyAsync(Arguments arguments)
    {
        int copies = arguments.Number("copies", 5);
        return LoadRun.RunAsync(arguments, $"copied {copies} times while written", 1, async (cluster, run, random) =>
        {
            for (int copy = 0; copy < copies; copy++)
            {
                await run.AcknowledgedAsync(random.Next(20, 200));
                string file = Path.Combine(Path.GetTempPath(), $"supportbot-copy-{Guid.NewGuid():N}.db");
                Dictionary<Shopper, string[]> before = run.Shoppers.ToDictionary(shopper => shopper, shopper => shopper.Acknowledged.Values.ToArray());
                await cluster.Nodes[0].CommandAsync("backup", file);
                using ServiceProcess restored = new("--Articles:Directory", BotService.Tests.TestStore.Directory);
                await restored.CommandAsync("restore", file);
                await restored.StartAsync();
                foreach ((Shopper shopper, string[] promised) in before)
                {
                    string[] ids = [.. (await shopper.ReadAllAsync(restored.Address)).Select(activity => activity.GetProperty("id").GetString() ?? "")];
                    run.Require(promised.All(ids.Contains), $"copy {copy}: something acknowledged before it was made is missing");
                    run.Require(ids.Select(Sequence).SequenceEqual(Enumerable.Range(2, ids.Length)), $"copy {copy}: a conversation has gaps");
                }

                File.Delete(file);
            }
        });
    }

    private static int Sequence(string id) => int.Parse(id.Split('|')[1], CultureInfo.InvariantCulture);

    private static void Fill(string ballast)
    {
        using FileStream file = File.Create(ballast);
        byte[] block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task MountAsync(string command, params string[] arguments)
    {
        using Process mount = Process.Start(command, arguments);
        await mount.WaitForExitAsync();
        if (mount.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} failed: this run needs to be root, for a small disk of its own.");
        }
    }
}
