using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Conversations;

namespace SupportBot.Desk.Inbox;

/// <summary>What the desk keeps beside a message of its own, in the message's channelData: which colleague, and what was done.</summary>
internal sealed record DeskMark
{
    /// <summary>The colleague's id.</summary>
    [JsonPropertyName("agentId")]
    public string? Actor { get; init; }

    [JsonPropertyName("agentName")]
    public string? ActorName { get; init; }

    /// <summary>What happened, where it is not something said.</summary>
    public string? Kind { get; init; }

    /// <summary>The agent, team or skill it went to.</summary>
    public string? To { get; init; }

    public DateTimeOffset? Until { get; init; }

    public string? Note { get; init; }

    public bool? Whisper { get; init; }

    /// <summary>The queue has offered the conversation to a colleague.</summary>
    public static DeskMark Offered(string name) => new() { Kind = "offered", To = name };

    /// <summary>A colleague let the offer's time run out.</summary>
    public static DeskMark Missed(string id, string name) => new() { Actor = id, ActorName = name, Kind = "missed" };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, DeskMarkJson.Default.DeskMark);

    public static DeskMark? Read(Message message)
    {
        if (message.Sender is not (Sender.Agent or Sender.Note or Sender.Bot) || message.ChannelData is not [(byte)'{', ..] data || !data.AsSpan().StartsWith("{\"agent"u8) && !data.AsSpan().StartsWith("{\"kind"u8))
        {
            return null;
        }

        return JsonSerializer.Deserialize(data, DeskMarkJson.Default.DeskMark);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DeskMark))]
internal sealed partial class DeskMarkJson : JsonSerializerContext;
