using SupportBot.Access.Audit;

namespace SupportBot.Outreach.Templates;

internal interface ITemplateStore
{
    ValueTask<IReadOnlyList<Template>> AllAsync(CancellationToken cancellation);

    ValueTask<Template?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Keeps a new one (version 0) or a change of the version read.</summary>
    Task<OutreachSaved> SaveAsync(Template template, AuditEntry audit, CancellationToken cancellation);

    /// <summary>Takes it away; <see cref="OutreachSaved.Used"/> when a campaign speaks of it.</summary>
    Task<OutreachSaved> DeleteAsync(string id, AuditEntry audit, CancellationToken cancellation);
}
