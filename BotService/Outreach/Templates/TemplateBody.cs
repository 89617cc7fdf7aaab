namespace SupportBot.Outreach.Templates;

/// <summary>What a template says, by language.</summary>
internal sealed record TemplateBody
{
    public IReadOnlyDictionary<string, TemplateWords> Words { get; init; } = new Dictionary<string, TemplateWords>();
}

/// <param name="Subject">Of an e-mail.</param>
/// <param name="Text">What is said, with <c>{{name}}</c> or <c>{{name|friend}}</c> where something is put in; Markdown in a chat.</param>
internal sealed record TemplateWords(string? Subject, string? Text);

internal sealed record Template(string Id, string Name, TemplateBody Body, DateTimeOffset UpdatedAt, long Version);
