using SupportBot.Access.Audit;

namespace SupportBot.Outreach.Segments;

internal interface ISegmentStore
{
    ValueTask<IReadOnlyList<Segment>> AllAsync(CancellationToken cancellation);

    ValueTask<Segment?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Keeps a new one (version 0) or a change of the version read.</summary>
    Task<OutreachSaved> SaveAsync(Segment segment, AuditEntry audit, CancellationToken cancellation);

    /// <summary>Takes it away; <see cref="OutreachSaved.Used"/> when a campaign speaks of it.</summary>
    Task<OutreachSaved> DeleteAsync(string id, AuditEntry audit, CancellationToken cancellation);

    /// <summary>How many belong to it now, and how many customers there are.</summary>
    ValueTask<(long Matching, long All)> CountAsync(SegmentSql segment, CancellationToken cancellation);
}
