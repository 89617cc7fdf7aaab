using System.Text.Json.Serialization;

namespace SupportBot.Storage;

/// <summary>Lists that lie in one column.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StoredJson : JsonSerializerContext;
