using System.Text.Json.Serialization;

namespace SupportBot.Channels.DirectLine;

/// <summary>Direct Line's own documents around activities.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationDocument))]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(PostedDocument))]
[JsonSerializable(typeof(SessionDocument))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
