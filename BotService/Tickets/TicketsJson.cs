using System.Text.Json.Serialization;
using SupportBot.Operation;

namespace SupportBot.Tickets;

/// <summary>The documents of tickets, and what of them lies in the database.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TicketDetails))]
[JsonSerializable(typeof(TicketSummary))]
[JsonSerializable(typeof(Page<TicketSummary>))]
[JsonSerializable(typeof(TicketDocument), GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(OpenRequest))]
[JsonSerializable(typeof(TicketChange))]
[JsonSerializable(typeof(AssignRequest))]
[JsonSerializable(typeof(HandOverRequest))]
[JsonSerializable(typeof(CallBackRequest))]
[JsonSerializable(typeof(ReasonRequest))]
[JsonSerializable(typeof(NoteRequest))]
[JsonSerializable(typeof(DepartmentsRequest))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<TicketCount>))]
internal sealed partial class TicketsJson : JsonSerializerContext;
