using System.CommandLine;
using System.Text.Json;
using SupportBot.Operation.Installation;

namespace SupportBot.Commands;

/// <summary><c>backup FILE</c> and <c>restore [FILE]</c>, and what the commands about a whole installation share.</summary>
internal static class InstallationCommands
{
    private static readonly ArchiveJson Readable = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true });

    public static Command CreateBackup(string[] settings)
    {
        Argument<string> file = new("file") { Description = "A new file" };
        return new Command("backup", "Copy the SQLite database into a file while the service goes on; of PostgreSQL, pg_dump makes backups") { file }
            .WithSettings(settings, (parsed, services) => PrintAsync(async () =>
            {
                string path = Path.GetFullPath(parsed.GetRequiredValue(file));
                return await services.GetRequiredService<IInstallationStore>().BackUpAsync(path, CancellationToken.None)
                    ? $"{path} is a copy of the database. restore puts it back."
                    : throw new InvalidDataException("Data:Postgres is set: make the backup with pg_dump --format=custom (docs/running.md).");
            }));
    }

    public static Command CreateRestore(string[] settings)
    {
        Argument<FileInfo?> file = new("file") { Description = "A copy of a SQLite database, put in the place of the present one, which is kept aside. Without it, the present database is taken for a copy", Arity = ArgumentArity.ZeroOrOne };
        return new Command("restore", "Bring a copy back to life, with the service stopped: what its original may have sent already is held back for good") { file }
            .WithSettings(settings, (parsed, services) => PrintAsync(async () =>
            {
                IInstallationStore store = services.GetRequiredService<IInstallationStore>();
                if (parsed.GetValue(file) is { } copy && !await store.PutBackAsync(copy.FullName, CancellationToken.None))
                {
                    throw new InvalidDataException("Data:Postgres is set: load the dump with pg_restore, then call restore without a file.");
                }

                HeldWork held = await store.HoldAsync(CancellationToken.None);
                await store.HasComeBackAsync(CancellationToken.None);
                return $"Held back for good: {held}.";
            }));
    }

    public static Task<int> RunAsync(IServiceProvider services, Func<InstallationArchive, Task<ArchiveReport>> run) => PrintAsync(async () =>
        JsonSerializer.Serialize(await run(ActivatorUtilities.CreateInstance<InstallationArchive>(services)), Readable.ArchiveReport));

    private static async Task<int> PrintAsync(Func<Task<string>> work)
    {
        await Console.Out.WriteLineAsync(await work());
        return 0;
    }
}
