using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace SupportBot.Operation;

/// <summary>
/// Why a request of a staff page is refused: a stable word for programs and a sentence for people, in the language the caller
/// asks for. A room keeps its refusals as properties of one class and their sentences in its <c>Words/refusals-en.json</c> and <c>-zh.json</c>.
/// </summary>
internal sealed record Refusal(int Status, string Code) : IResult
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Refusal NotFound { get; } = new(StatusCodes.Status404NotFound, "NotFound");

    public static Refusal Unreadable { get; } = new(StatusCodes.Status400BadRequest, "Unreadable");

    public static Refusal TooLarge { get; } = new(StatusCodes.Status413PayloadTooLarge, "TooLarge");

    public static Refusal Busy { get; } = new(StatusCodes.Status503ServiceUnavailable, "Busy") { RetryAfter = TimeSpan.FromSeconds(2) };

    public static Refusal Failed { get; } = new(StatusCodes.Status500InternalServerError, "Failed");

    /// <summary>Somebody else has changed the thing since it was read.</summary>
    public static Refusal Changed { get; } = new(StatusCodes.Status409Conflict, "Changed");

    public static Refusal WrongCursor { get; } = new(StatusCodes.Status400BadRequest, "WrongCursor");

    /// <summary>What is wrong with which field; each fault is a code with a sentence of its own.</summary>
    public IReadOnlyList<FieldFault> Faults { get; init; } = [];

    /// <summary>Members the document carries besides, which also stand in for <c>{name}</c> in the sentence.</summary>
    public IReadOnlyDictionary<string, JsonNode?> More { get; init; } = new Dictionary<string, JsonNode?>();

    public TimeSpan? RetryAfter { get; init; }

    public static Refusal Invalid(params IReadOnlyList<FieldFault> faults) => new(StatusCodes.Status400BadRequest, "Invalid") { Faults = faults };

    public static Refusal Invalid(string field, string code) => Invalid(new FieldFault(field, code));

    public Refusal With(string name, JsonNode? value) => this with { More = new Dictionary<string, JsonNode?>(More) { [name] = value } };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json; charset=utf-8";
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        using MemoryStream json = new();
        await using (Utf8JsonWriter writer = new(json, Unescaped))
        {
            Document(RefusalWords.Of(RequestLanguage.Of(httpContext.Request))).WriteTo(writer);
        }

        await response.Body.WriteAsync(json.GetBuffer().AsMemory(0, (int)json.Length), httpContext.RequestAborted);
    }

    private JsonObject Document(RefusalWords words)
    {
        JsonObject document = new()
        {
            ["type"] = "about:blank",
            ["title"] = ReasonPhrases.GetReasonPhrase(Status),
            ["status"] = Status,
            ["detail"] = words.Sentence(Code, More),
            ["code"] = Code,
        };
        foreach ((string name, JsonNode? value) in More)
        {
            document[name] = value?.DeepClone();
        }

        if (Faults.Count > 0)
        {
            document["errors"] = new JsonObject(Faults.GroupBy(fault => fault.Field).Select(field =>
                KeyValuePair.Create<string, JsonNode?>(field.Key, new JsonArray([.. field.Select(fault => JsonValue.Create(words.Sentence(fault.Code, More)))]))));
        }

        return document;
    }
}

/// <param name="Field">The field's name in the request.</param>
/// <param name="Code">The key of its sentence.</param>
internal sealed record FieldFault(string Field, string Code);
