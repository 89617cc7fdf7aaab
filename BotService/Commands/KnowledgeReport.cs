using System.Text.Json.Serialization;
using SupportBot.Knowledge.Evaluation;

namespace SupportBot.Commands;

/// <summary>What <c>knowledge eval</c> prints; shares are 0–1, times in the unit of their name, allocation is bytes a question.</summary>
internal sealed record KnowledgeReport(
    int Examples,
    int Labels,
    double TrainMs,
    long ModelBytes,
    double RawAccuracy,
    double Auroc,
    Score OwnThreshold,
    Score? ValidationRule,
    [property: JsonPropertyName("validation_in_91")] Score? ValidationIn91,
    double MedianUs,
    [property: JsonPropertyName("p99_us")] double P99Us,
    double AllocatedBytes,
    Share? Share);
