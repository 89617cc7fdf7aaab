using System.Text.Json;
using SupportBot.Access.Audit;
using SupportBot.Outreach;
using SupportBot.Outreach.Templates;

namespace SupportBot.Storage.Outreach;

internal sealed class SqlTemplateStore(IOutreachDatabase database, TimeProvider time) : ITemplateStore
{
    private readonly SqlNamedStore rows = new(database, time, "template", "body");

    public async ValueTask<IReadOnlyList<Template>> AllAsync(CancellationToken cancellation) => [.. (await rows.QueryAsync(null, cancellation)).Select(Of)];

    public async ValueTask<Template?> FindAsync(string id, CancellationToken cancellation) => (await rows.QueryAsync(id, cancellation)).Select(Of).FirstOrDefault();

    public Task<OutreachSaved> SaveAsync(Template template, AuditEntry audit, CancellationToken cancellation) =>
        rows.SaveAsync(new NamedRow(template.Id, template.Name, JsonSerializer.Serialize(template.Body, OutreachJson.Default.TemplateBody), 0, template.Version), audit, cancellation);

    public Task<OutreachSaved> DeleteAsync(string id, AuditEntry audit, CancellationToken cancellation) => rows.DeleteAsync(id, audit, cancellation);

    private static Template Of(NamedRow row) => new(
        row.Id, row.Name, JsonSerializer.Deserialize(row.Body, OutreachJson.Default.TemplateBody) ?? new TemplateBody(), Moments.Of(row.UpdatedAt), row.Version);
}
