using SupportBot.Recognizers.Numbers;

namespace SupportBot.Recognizers.Sequences;

/// <summary>The resolutions of phones and addresses.</summary>
internal static class SequenceResolution
{
    public static Resolution Value(ReadOnlySpan<char> text) => new([new KeyValuePair<string, string?>("value", new string(text))]);

    public static Resolution Scored(ReadOnlySpan<char> text, double score) =>
        new([new("value", new string(text)), new("score", NumberFormat.Write(score))]);
}
