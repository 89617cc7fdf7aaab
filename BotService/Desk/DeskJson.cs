using System.Text.Json.Serialization;
using SupportBot.Desk.Floor;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;
using SupportBot.Desk.Replies;
using SupportBot.Desk.Search;
using SupportBot.Desk.Shifts;
using SupportBot.Desk.Stream;
using SupportBot.Desk.Suggestions;
using SupportBot.Operation;

namespace SupportBot.Desk;

/// <summary>The desk's documents.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ListDocument))]
[JsonSerializable(typeof(SummaryDocument))]
[JsonSerializable(typeof(ConversationDocument))]
[JsonSerializable(typeof(MessagesDocument))]
[JsonSerializable(typeof(MessageDocument))]
[JsonSerializable(typeof(MarkedCampaign))]
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(TagsRequest))]
[JsonSerializable(typeof(SayRequest))]
[JsonSerializable(typeof(LeaveRequest))]
[JsonSerializable(typeof(SnoozeRequest))]
[JsonSerializable(typeof(TransferRequest))]
[JsonSerializable(typeof(AssignRequest))]
[JsonSerializable(typeof(FileDocument))]
[JsonSerializable(typeof(SettingsDocument))]
[JsonSerializable(typeof(PresenceRequest))]
[JsonSerializable(typeof(IReadOnlyList<AgentDocument>))]
[JsonSerializable(typeof(IReadOnlyList<CannedReply>))]
[JsonSerializable(typeof(FloorDocument))]
[JsonSerializable(typeof(ShiftPlan))]
[JsonSerializable(typeof(Page<HitDocument>))]
[JsonSerializable(typeof(SuggestionsDocument))]
[JsonSerializable(typeof(IReadOnlyList<ArticleDocument>))]
[JsonSerializable(typeof(IReadOnlyList<SavedView>))]
[JsonSerializable(typeof(BulkRequest))]
[JsonSerializable(typeof(BulkDocument))]
[JsonSerializable(typeof(IReadOnlyList<CoverageDocument>))]
[JsonSerializable(typeof(ConversationEvent))]
[JsonSerializable(typeof(MessageEvent))]
[JsonSerializable(typeof(OfferEvent))]
[JsonSerializable(typeof(AgentEvent))]
[JsonSerializable(typeof(CannedEvent))]
[JsonSerializable(typeof(TypingEvent))]
[JsonSerializable(typeof(ComposingEvent))]
[JsonSerializable(typeof(PeekEvent))]
[JsonSerializable(typeof(PageEvent))]
[JsonSerializable(typeof(FloorEvent))]
internal sealed partial class DeskJson : JsonSerializerContext;
