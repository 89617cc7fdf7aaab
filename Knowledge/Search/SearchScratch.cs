namespace SupportBot.Knowledge.Search;

/// <summary>Working memory of one thread: the score of every document, 0 between searches.</summary>
internal static class SearchScratch
{
    [ThreadStatic]
    private static ushort[]? own;

    public static Span<ushort> For(int documents)
    {
        if (own is null || own.Length < documents)
        {
            own = new ushort[documents];
        }
        return own.AsSpan(0, documents);
    }
}
