using System.Buffers;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SupportBot.Operation.Installation;

/// <summary>Moves a whole installation between databases by a file of JSON lines (docs/archive.md), compressed when its name ends in <c>.gz</c>.</summary>
internal sealed class InstallationArchive(IInstallationStore store, TimeProvider time)
{
    public Task<ArchiveReport> ExportAsync(string path, CancellationToken cancellation) => store.ReadAsync(
        async tables =>
        {
            await using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write);
            await using Stream archive = IsCompressed(path) ? new GZipStream(file, CompressionLevel.Fastest) : file;
            await WriteAsync(archive, new ArchiveHead(ArchiveHead.Name, ArchiveHead.Newest, time.GetUtcNow()), ArchiveJson.Default.ArchiveHead);
            List<TableReport> reports = [];
            foreach (ArchiveTable table in tables.All)
            {
                await WriteAsync(archive, new TableHead(table.Name, table.Columns), ArchiveJson.Default.TableHead);
                TableReport report = await DigestAsync(tables, table, line => archive.WriteAsync(line, cancellation), cancellation);
                await WriteAsync(archive, new TableEnd(report.Rows, report.Digest), ArchiveJson.Default.TableEnd);
                reports.Add(report);
            }

            await WriteAsync(archive, new ArchiveEnd(reports.Count), ArchiveJson.Default.ArchiveEnd);
            return new ArchiveReport(path, reports);
        },
        cancellation);

    /// <summary>Fills an empty database, and keeps nothing unless every table in it counts and digests as the archive says.</summary>
    /// <exception cref="InvalidDataException">Says what is wrong with the archive or the database.</exception>
    public Task<ArchiveReport> ImportAsync(string path, CancellationToken cancellation) => store.FillAsync(
        async tables =>
        {
            if (!await tables.IsEmptyAsync(cancellation))
            {
                throw new InvalidDataException("The database is not empty. Import into one that no service has been started on: another Data:Directory, or another database in Data:Postgres.");
            }

            await using FileStream file = File.OpenRead(path);
            await using Stream archive = IsCompressed(path) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using StreamReader lines = new(archive, Encoding.UTF8);
            ArchiveHead head = await ReadAsync(lines, ArchiveJson.Default.ArchiveHead, cancellation);
            if (head.Archive != ArchiveHead.Name || head.Version > ArchiveHead.Newest)
            {
                throw new InvalidDataException($"{path} is no archive of an installation, or one of a newer SupportBot.");
            }

            List<TableReport> promised = await FillAsync(tables, lines, cancellation);
            await tables.FinishAsync(cancellation);
            return new ArchiveReport(path, await CompareAsync(tables, promised, cancellation));
        },
        cancellation);

    private static async Task<List<TableReport>> FillAsync(IInstallationTables tables, StreamReader lines, CancellationToken cancellation)
    {
        List<TableReport> promised = [];
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith("{\"tables\"", StringComparison.Ordinal))
            {
                return promised;
            }

            TableHead head = Parse(line, ArchiveJson.Default.TableHead);
            ArchiveTable table = tables.All.FirstOrDefault(known => known.Name == head.Table && known.Columns.SequenceEqual(head.Columns))
                ?? throw new InvalidDataException($"The table {head.Table} of the archive is not what this program knows. Export and import with the same version of SupportBot.");
            TableEnd? end = null;
            await tables.FillAsync(table, RowsAsync(lines, found => end = found, cancellation), cancellation);
            promised.Add(end is { } said ? new TableReport(head.Table, said.Rows, said.Digest) : throw CutOff());
        }

        throw CutOff();
    }

    private static async IAsyncEnumerable<object?[]> RowsAsync(StreamReader lines, Action<TableEnd> ended, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith('{'))
            {
                ended(Parse(line, ArchiveJson.Default.TableEnd));
                yield break;
            }

            yield return ArchiveRow.Read(Encoding.UTF8.GetBytes(line));
        }
    }

    private static async Task<IReadOnlyList<TableReport>> CompareAsync(IInstallationTables tables, List<TableReport> promised, CancellationToken cancellation)
    {
        List<TableReport> reports = [];
        foreach (ArchiveTable table in tables.All)
        {
            TableReport report = await DigestAsync(tables, table, null, cancellation);
            if (promised.Find(said => said.Table == table.Name) is { } said && said != report)
            {
                throw new InvalidDataException($"After the import the table {table.Name} holds {report.Rows} rows with digest {report.Digest}; the archive says {said.Rows} and {said.Digest}. Nothing was kept.");
            }

            reports.Add(report);
        }

        return reports;
    }

    private static async Task<TableReport> DigestAsync(IInstallationTables tables, ArchiveTable table, Func<ReadOnlyMemory<byte>, ValueTask>? write, CancellationToken cancellation)
    {
        TableDigest digest = new();
        ArrayBufferWriter<byte> line = new(4096);
        await foreach (object?[] row in tables.RowsAsync(table, cancellation))
        {
            line.ResetWrittenCount();
            ArchiveRow.Write(line, row);
            digest.Add(line.WrittenSpan);
            if (write is not null)
            {
                line.Write("\n"u8);
                await write(line.WrittenMemory);
            }
        }

        return new TableReport(table.Name, digest.Rows, digest.Sum());
    }

    private static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static async Task WriteAsync<T>(Stream archive, T line, JsonTypeInfo<T> type)
    {
        await JsonSerializer.SerializeAsync(archive, line, type);
        await archive.WriteAsync("\n"u8.ToArray());
    }

    private static async Task<T> ReadAsync<T>(StreamReader lines, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        Parse(await lines.ReadLineAsync(cancellation) ?? throw CutOff(), type);

    private static T Parse<T>(string line, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(line, type) ?? throw CutOff();
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("A line of the archive is not what it should be; the file is damaged.", error);
        }
    }

    private static InvalidDataException CutOff() => new("The archive is cut off. Export it again, or copy it again.");
}
