using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>
/// Runs inside the measured service before its own code and counts what its SQLite does, into a file that the benchmark reads: SQLite has no
/// server that could be asked. .NET wants this name, without a namespace.
/// </summary>
internal static unsafe class StartupHook
{
    public const string FileVariable = "SUPPORTBOT_SQLITE_COUNTS";

    private const string Library = "e_sqlite3";
    private const uint Profile = 2;
    private const int Steps = 4;

    private static long* counts;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file)
        {
            byte* start = null;
            MemoryMappedFile.CreateFromFile(file, FileMode.Open).CreateViewAccessor().SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            counts = (long*)start;
            if (AutoExtension(&Opened) != 0)
            {
                throw new InvalidOperationException("SQLite takes no extension: what it does cannot be counted.");
            }
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Opened(nint database, nint error, nint functions) => Trace(database, Profile, &Ended, 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Ended(uint what, nint context, nint statement, nint nanoseconds)
    {
        Interlocked.Increment(ref counts[0]);
        Interlocked.Add(ref counts[1], Status(statement, Steps, 1));
        return 0;
    }

    [DllImport(Library, EntryPoint = "sqlite3_auto_extension"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int AutoExtension(delegate* unmanaged[Cdecl]<nint, nint, nint, int> opened);

    [DllImport(Library, EntryPoint = "sqlite3_trace_v2"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trace(nint database, uint mask, delegate* unmanaged[Cdecl]<uint, nint, nint, nint, int> ended, nint context);

    [DllImport(Library, EntryPoint = "sqlite3_stmt_status"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(nint statement, int counter, int reset);
}
