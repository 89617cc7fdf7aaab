using SupportBot.Recognizers.Numbers;

namespace SupportBot.Recognizers.Sequences;

/// <summary>The resolutions of phones and addresses.</summary>
internal static class SequenceResolution
{
    public static Resolution Value(string text) => new([new KeyValuePair<string, string?>("value", text)]);

    public static Resolution Scored(string text, double score) =>
        new([new("value", text), new("score", NumberFormat.Write(score))]);
}
