using System.Text.Json.Serialization;

namespace SupportBot.Channels;

/// <summary>Serialization of the wire's own shapes, generated at build: camelCase, no nulls, exact names.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict,
    MaxDepth = 32)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(HeroCard))]
internal sealed partial class WireJson : JsonSerializerContext;
