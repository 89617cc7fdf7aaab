using System.Text.Json.Serialization;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs;

/// <summary>Writes and reads an effect's details, which wait as JSON until they are carried out. A kind whose number is 0 is written too: it is required.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OrderChange))]
[JsonSerializable(typeof(TicketRequest))]
[JsonSerializable(typeof(ReminderRequest))]
[JsonSerializable(typeof(HandOffRequest))]
public sealed partial class EffectJson : JsonSerializerContext;
