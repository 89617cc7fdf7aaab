using SupportBot.Conversations.Assignments;

namespace SupportBot.Desk.Inbox;

internal enum DeskView
{
    Mine,

    /// <summary>Those that wait for a person.</summary>
    Unassigned,

    /// <summary>All that people have, or had.</summary>
    All,

    /// <summary>Those the bot has.</summary>
    Bot,
}

internal enum DeskSort
{
    Newest,

    /// <summary>Longest unanswered first, those that are answered behind.</summary>
    Waiting,
}

/// <summary>Which conversations a list shows, and in which order.</summary>
internal sealed record DeskFilter
{
    public DeskView View { get; init; } = DeskView.All;

    public AssignmentStatus Status { get; init; } = AssignmentStatus.Open;

    public DeskSort Sort { get; init; } = DeskSort.Newest;

    public string? Channel { get; init; }

    public string? Locale { get; init; }

    public string? Tag { get; init; }

    public string? Agent { get; init; }

    /// <summary>The place behind which the page begins.</summary>
    public DeskCursor? After { get; init; }
}

/// <param name="Key">The last row's <see cref="DeskConversation.Key"/>.</param>
/// <param name="Id">Its id, which breaks ties.</param>
internal sealed record DeskCursor(long Key, string Id)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Key}~{Id}");

    public static bool TryRead(string? text, out DeskCursor? cursor)
    {
        cursor = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        int at = text.IndexOf('~', StringComparison.Ordinal);
        if (at <= 0 || !long.TryParse(text.AsSpan(0, at), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long key))
        {
            return false;
        }

        cursor = new DeskCursor(key, text[(at + 1)..]);
        return true;
    }
}

/// <summary>How many open conversations each view has; none is counted beyond <see cref="Most"/>.</summary>
internal readonly record struct DeskCounts(long Mine, long Unassigned, long All, long Bot)
{
    public const int Most = 10_000;
}
