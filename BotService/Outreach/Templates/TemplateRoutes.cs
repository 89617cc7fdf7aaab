using Microsoft.AspNetCore.Http.HttpResults;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Outreach.Templates;

/// <summary>What campaigns say.</summary>
internal static class TemplateRoutes
{
    public static void MapTemplates(this IEndpointRouteBuilder outreach)
    {
        outreach.MapGet("/templates", List).WithSummary("All templates");
        outreach.MapGet("/templates/values", Values).WithSummary("What can be put into a template");
        outreach.MapPost("/templates", Add).WithSummary("Keep a new template");
        outreach.MapPut("/templates/{id}", Change).WithSummary("Change a template");
        outreach.MapDelete("/templates/{id}", Delete).WithSummary("Take a template away that no open campaign uses");
    }

    private static async Task<IResult> List(ITemplateStore store, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<TemplateDocument>>([.. (await store.AllAsync(cancellation)).Select(TemplateDocument.Of)]);

    private static Ok<TemplateValuesDocument> Values() => TypedResults.Ok(new TemplateValuesDocument(TemplateValues.Always, TemplateValues.OfEvents, TemplateValues.Own));

    private static Task<IResult> Add(TemplateRequest request, StaffMember member, ITemplateStore store, CancellationToken cancellation) =>
        SaveAsync(RandomId.New(), request with { Version = 0 }, "template.add", member, store, cancellation);

    private static async Task<IResult> Change(string id, TemplateRequest request, StaffMember member, ITemplateStore store, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is null ? Refusal.NotFound
            : request.Version is null or 0 ? Refusal.Changed
            : await SaveAsync(id, request, "template.change", member, store, cancellation);

    private static async Task<IResult> Delete(string id, StaffMember member, ITemplateStore store, CancellationToken cancellation) =>
        OutreachRefusals.Of(await store.DeleteAsync(id, AuditEntry.By(member, "template.delete", id), cancellation)) ?? TypedResults.NoContent();

    private static async Task<IResult> SaveAsync(string id, TemplateRequest request, string action, StaffMember member, ITemplateStore store, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. request.Faults()];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        OutreachSaved saved = await store.SaveAsync(request.Template(id), AuditEntry.By(member, action, id), cancellation);
        return OutreachRefusals.Of(saved) ?? (await store.FindAsync(id, cancellation) is { } template ? TypedResults.Ok(TemplateDocument.Of(template)) : Refusal.NotFound);
    }
}

internal sealed record TemplateDocument(string Id, string Name, IReadOnlyDictionary<string, TemplateWords> Words, DateTimeOffset UpdatedAt, long Version)
{
    public static TemplateDocument Of(Template template) => new(template.Id, template.Name, template.Body.Words, template.UpdatedAt, template.Version);
}

internal sealed record TemplateValuesDocument(IReadOnlyList<string> Always, IReadOnlyList<string> OfEvents, string Own);

internal sealed record TemplateRequest(string? Name, IReadOnlyDictionary<string, TemplateWords>? Words, long? Version)
{
    private const int LongestSubject = 200;
    private const int LongestText = 4_000;

    public IEnumerable<FieldFault> Faults() =>
    [
        .. OutreachFields.Name(Name),
        .. Words is { Count: > 0 } words ? words.SelectMany(pair => FaultsOf(pair.Key, pair.Value)) : [new FieldFault("words", "TemplateEmpty")],
    ];

    public Template Template(string id) => new(
        id,
        Name?.Trim() ?? "",
        new TemplateBody { Words = (Words ?? new Dictionary<string, TemplateWords>()).ToDictionary(pair => pair.Key, pair => new TemplateWords(pair.Value.Subject?.Trim(), pair.Value.Text?.Trim())) },
        default,
        Version ?? 0);

    private static IEnumerable<FieldFault> FaultsOf(string locale, TemplateWords? words)
    {
        string at = $"words.{locale}";
        if (locale is not ("en" or "zh"))
        {
            return [new FieldFault(at, "LocaleWrong")];
        }

        return
        [
            .. string.IsNullOrWhiteSpace(words?.Text) || words.Text.Length > LongestText ? (FieldFault[])[new($"{at}.text", "TemplateTextWrong")] : [],
            .. words?.Subject?.Length > LongestSubject || words?.Subject?.Any(char.IsControl) == true ? (FieldFault[])[new($"{at}.subject", "TemplateSubjectWrong")] : [],
            .. FaultOf($"{at}.text", words?.Text), .. FaultOf($"{at}.subject", words?.Subject),
        ];
    }

    private static IEnumerable<FieldFault> FaultOf(string at, string? text) => TemplateText.Read(text ?? "", TemplateValues.IsKnown).Fault switch
    {
        TemplateFault.None => [],
        TemplateFault.Unclosed => [new FieldFault(at, "TemplateUnclosed")],
        TemplateFault.NotAValue => [new FieldFault(at, "TemplateNotAValue")],
        TemplateFault.Unknown => [new FieldFault(at, "TemplateUnknown")],
    };
}
