using System.Text.Json;

namespace SupportBot.Channels;

/// <summary>How a shopper found the chat with a colleague, as the widget sends it in an event's value.</summary>
/// <param name="Score">1 for very bad to 5 for very good.</param>
/// <param name="Comment">In their own words; null when they wrote none.</param>
internal sealed record SurveyAnswer(int Score, string? Comment)
{
    public const string Name = "survey.answer";

    /// <summary>The shopper does not want to say.</summary>
    public const string Dismissed = "survey.dismissed";

    private const int LongestComment = 1_000;

    /// <summary>Null for what is no answer.</summary>
    public static SurveyAnswer? Read(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } answer || !answer.TryGetProperty("score", out JsonElement given) || given.ValueKind != JsonValueKind.Number || !given.TryGetInt32(out int score))
        {
            return null;
        }

        string? comment = answer.TryGetProperty("comment", out JsonElement words) && words.ValueKind == JsonValueKind.String ? words.GetString()?.Trim() : null;
        return score is >= 1 and <= 5 && (comment?.Length ?? 0) <= LongestComment ? new SurveyAnswer(score, comment is "" ? null : comment) : null;
    }
}
