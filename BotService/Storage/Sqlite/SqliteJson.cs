using System.Text.Json.Serialization;

namespace SupportBot.Storage.Sqlite;

/// <summary>Lists that lie in one column.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class SqliteJson : JsonSerializerContext;
