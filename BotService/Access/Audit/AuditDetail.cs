using System.Text.Json.Nodes;

namespace SupportBot.Access.Audit;

/// <summary>What a change changed: <c>{"field":{"from":…,"to":…}}</c>. Never give it a value that is personal data; name the field alone.</summary>
internal static class AuditDetail
{
    /// <summary>Leaves out fields that stay as they are.</summary>
    public static string Of(params ReadOnlySpan<(string Field, JsonNode? From, JsonNode? To)> changes)
    {
        JsonObject detail = [];
        foreach ((string field, JsonNode? from, JsonNode? to) in changes)
        {
            if (!JsonNode.DeepEquals(from, to))
            {
                detail[field] = new JsonObject { ["from"] = from, ["to"] = to };
            }
        }

        return detail.ToJsonString();
    }

    /// <summary>Only which fields were changed.</summary>
    public static string Fields(IEnumerable<string> fields) => new JsonObject { ["fields"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field))]) }.ToJsonString();
}
