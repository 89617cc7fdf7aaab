using System.Text.Json;
using System.Text.Json.Serialization;
using StackExchange.Redis;
using SupportBot.Conversations;

namespace SupportBot.Storage.Redis;

/// <summary>Copies of conversations, one hash each. An older copy never replaces a newer one, in whichever order nodes write.</summary>
internal sealed class RedisSessions(RedisLink link) : ISharedSessions
{
    private const string KeepNewest = """
        local known = redis.call('hget', KEYS[1], 'version')
        if known and tonumber(known) > tonumber(ARGV[1]) then return 0 end
        redis.call('hset', KEYS[1], 'version', ARGV[1], 'copy', ARGV[2])
        redis.call('expire', KEYS[1], ARGV[3])
        return 1
        """;

    private static readonly RedisValue KeptFor = (int)TimeSpan.FromMinutes(30).TotalSeconds;

    public async ValueTask<Conversation?> FindAsync(string conversationId)
    {
        byte[]? copy = await link.AskAsync(database => database.HashGetAsync(KeyOf(conversationId), "copy"), RedisValue.Null);
        return copy is null ? null : JsonSerializer.Deserialize(copy, RedisJson.Default.Conversation);
    }

    public void Keep(Conversation conversation) => link.Send(database =>
    {
        RedisValue copy = JsonSerializer.SerializeToUtf8Bytes(conversation, RedisJson.Default.Conversation);
        database.ScriptEvaluateAsync(KeepNewest, [KeyOf(conversation.Id)], [conversation.Version, copy, KeptFor], CommandFlags.FireAndForget);
    });

    public void Forget(string conversationId) => link.Send(database => database.KeyDeleteAsync(KeyOf(conversationId), CommandFlags.FireAndForget));

    private RedisKey KeyOf(string conversationId) => $"{link.Prefix}session:{conversationId}";
}

[JsonSerializable(typeof(Conversation))]
internal sealed partial class RedisJson : JsonSerializerContext;
