using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportBot.BotService.Tests.Access;

/// <summary>Values as the API's own description asks for them, at the edges of what it allows, and now and then beside it. The same seed gives the same ones.</summary>
internal sealed class AnyInput(JsonElement schemas, int seed)
{
    private const int DeepestObject = 5;

    private static readonly string[] Texts =
    [
        "", " ", "abc", "en", "zh", "你好，世界", "💥", "<b>x</b>", "{{name}}", "\u0000", "%00", "../../etc/passwd", "'; drop table x;--", "a@example.com", "+447700900104",
        "Asia/Shanghai", "09:00", "24:00", "2026-02-30", "P9999Y", "NaN", new string('x', 3000),
    ];

    private static readonly string[] Moments = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2026-12-25T10:00:00", "2030-01-01T00:00:00+08:00"];
    private static readonly string[] Days = ["0001-01-01", "9999-12-31", "2026-12-25", "2026-02-30"];
    private static readonly double[] Numbers = [0, 1, -1, 2, 100, 0.5, int.MaxValue, int.MinValue, long.MaxValue, 1e20];
    private static readonly string[] Bodies = ["", "{", "null", "[]", "\"x\"", "1", "\u00ff"];
    private static readonly string[] Keys = ["1", "0", "-1", "abc", "%00", "%2e%2e%2f", "9223372036854775808", new string('x', 200)];

    private readonly Random random = new(seed);

    public string Path(string template, JsonElement operation)
    {
        string path = string.Join('/', template.Split('/').Select(part => part.StartsWith('{') ? Of(Keys) : part));
        IEnumerable<string> query = !operation.TryGetProperty("parameters", out JsonElement parameters) ? [] :
            from parameter in parameters.EnumerateArray()
            where parameter.GetProperty("in").GetString() == "query" && random.Next(2) == 0
            select $"{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(Value(parameter.GetProperty("schema"), 0)?.ToString() ?? "")}";
        return $"{path}?{string.Join('&', query)}";
    }

    public string Body(JsonElement schema) => random.Next(12) == 0 ? Of(Bodies) : Value(schema, 0)?.ToJsonString() ?? "null";

    private JsonNode? Value(JsonElement schema, int depth)
    {
        if (random.Next(20) == 0)
        {
            return random.Next(4) switch { 0 => null, 1 => new JsonArray(null, new JsonArray()), 2 => new JsonObject { ["a"] = null }, _ => JsonValue.Create(Of(Texts)) };
        }

        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            return Value(schemas.GetProperty(reference.GetString()!.Split('/')[^1]), depth);
        }

        foreach (string choice in (string[])["oneOf", "anyOf", "enum"])
        {
            if (schema.TryGetProperty(choice, out JsonElement choices))
            {
                JsonElement chosen = Of([.. choices.EnumerateArray()]);
                return choice == "enum" ? JsonNode.Parse(chosen.GetRawText()) : Value(chosen, depth);
            }
        }

        return Type(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => schema.TryGetProperty("items", out JsonElement item) ? Value(item, depth + 1) : null)]),
            "integer" or "number" => JsonValue.Create(Of(Numbers)),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            "null" => null,
            _ => JsonValue.Create(Text(schema)),
        };
    }

    private JsonObject Object(JsonElement schema, int depth)
    {
        JsonObject value = [];
        if (depth < DeepestObject && schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty property in properties.EnumerateObject().Where(_ => random.Next(12) > 0))
            {
                value[property.Name] = Value(property.Value, depth + 1);
            }
        }

        if (schema.TryGetProperty("additionalProperties", out JsonElement rest) && rest.ValueKind == JsonValueKind.Object)
        {
            value[Of(Texts)] = Value(rest, depth + 1);
        }

        return value;
    }

    private string Text(JsonElement schema) => (schema.TryGetProperty("format", out JsonElement format) ? format.GetString() : null) switch
    {
        "date" => Of(Days),
        "date-time" => Of(Moments),
        _ => Of(Texts),
    };

    private string? Type(JsonElement schema) => !schema.TryGetProperty("type", out JsonElement type) ? schema.TryGetProperty("properties", out _) ? "object" : null
        : type.ValueKind == JsonValueKind.Array ? Of([.. type.EnumerateArray()]).GetString()
        : type.GetString();

    private T Of<T>(T[] choices) => choices[random.Next(choices.Length)];
}
