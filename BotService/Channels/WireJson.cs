using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportBot.Channels;

/// <summary>Serialization of the wire's own shapes, generated at build: camelCase, no nulls, exact names.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(HeroCard))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonNode))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class WireJson : JsonSerializerContext
{
    /// <summary>Writes Chinese as Chinese: the bodies are JSON documents of their own, never put into a page.</summary>
    public static WireJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 32,
    });
}
