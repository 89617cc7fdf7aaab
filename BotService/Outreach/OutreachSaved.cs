namespace SupportBot.Outreach;

/// <summary>What became of a change to a segment, template or campaign.</summary>
internal enum OutreachSaved
{
    Saved,
    Missing,

    /// <summary>Somebody else was first; nothing was written.</summary>
    Changed,

    /// <summary>A campaign that is not over speaks of it; nothing was written.</summary>
    Used,
}
