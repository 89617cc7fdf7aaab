using System.Text.Json.Serialization;
using SupportBot.Operation;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Consents;
using SupportBot.Outreach.Jobs;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Segments;
using SupportBot.Outreach.Sending;
using SupportBot.Outreach.Templates;
using SupportBot.Outreach.Triggers;

namespace SupportBot.Outreach;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<TemplateDocument>))]
[JsonSerializable(typeof(TemplateRequest))]
[JsonSerializable(typeof(TemplateValuesDocument))]
[JsonSerializable(typeof(IReadOnlyList<Segment>))]
[JsonSerializable(typeof(IReadOnlyList<SegmentFieldDocument>))]
[JsonSerializable(typeof(SegmentRequest))]
[JsonSerializable(typeof(SegmentCount))]
[JsonSerializable(typeof(IReadOnlyList<CampaignDocument>))]
[JsonSerializable(typeof(CampaignRequest))]
[JsonSerializable(typeof(OutreachRules))]
[JsonSerializable(typeof(DryRunSummary))]
[JsonSerializable(typeof(Page<DryRunPerson>))]
[JsonSerializable(typeof(PreviewDocument))]
[JsonSerializable(typeof(TestRequest))]
[JsonSerializable(typeof(CampaignResults))]
[JsonSerializable(typeof(IReadOnlyList<PlanEntry>))]
[JsonSerializable(typeof(IReadOnlyList<FestivalDocument>))]
[JsonSerializable(typeof(IReadOnlyList<OwnerDay>))]
[JsonSerializable(typeof(OwnerDayRequest))]
[JsonSerializable(typeof(OwnerDayReport))]
[JsonSerializable(typeof(Page<FailedRecipient>))]
[JsonSerializable(typeof(ReplayRequest))]
[JsonSerializable(typeof(ReplayDocument))]
[JsonSerializable(typeof(IReadOnlyList<Suppression>))]
[JsonSerializable(typeof(SuppressionRequest))]
[JsonSerializable(typeof(IReadOnlyList<JobRun>))]
[JsonSerializable(typeof(EventRequest))]
[JsonSerializable(typeof(EventDocument))]
internal sealed partial class OutreachDocuments : JsonSerializerContext;
