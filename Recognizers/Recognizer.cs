using System.Buffers;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers;

/// <summary>
/// Finds numbers, dates, times, money, phones, addresses, yes and no in a text and says what they mean, in the terms of the
/// Recognizers-Text specifications. Pure, safe from many threads; the time taken grows linearly with the text's length.
/// </summary>
public static class Recognizer
{
    /// <summary>Everything found, grouped by kind and in the order of the text within a kind; recognitions of one kind never overlap.</summary>
    /// <param name="text">Any text, malformed or empty included; nothing makes this throw.</param>
    /// <param name="culture">The language to read by.</param>
    /// <param name="kinds">What to look for.</param>
    /// <param name="reference">The "now" that "tomorrow" counts from, in the speaker's own time.</param>
    /// <param name="orderNumbers">The store's order number patterns, needed for <see cref="Kinds.OrderNumber"/>.</param>
    public static IReadOnlyList<Recognition> Recognize(
        string text, Culture culture, Kinds kinds, DateTime reference, OrderNumberPatterns? orderNumbers = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, culture, kinds, reference, orderNumbers, mixed: false);
    }

    /// <summary>
    /// As <see cref="Recognize(string, Culture, Kinds, DateTime, OrderNumberPatterns?)"/>, for a text in either language or both: one in
    /// English within a Chinese conversation, or "next Tuesday 下午三点", whose day and time are one recognition. Where both languages
    /// find something at one place the longer reading counts, and of two alike that of <paramref name="culture"/>.
    /// </summary>
    public static IReadOnlyList<Recognition> RecognizeMixed(
        string text, Culture culture, Kinds kinds, DateTime reference, OrderNumberPatterns? orderNumbers = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Culture? only = MixedText.OnlyLanguage(text, culture);
        return Read(text, only ?? culture, kinds, reference, orderNumbers, only is null);
    }

    private static IReadOnlyList<Recognition> Read(
        string text, Culture culture, Kinds kinds, DateTime reference, OrderNumberPatterns? orderNumbers, bool mixed)
    {
        Findings findings = new(text);
        char[] characters = ArrayPool<char>.Shared.Rent(text.Length + 1);
        Token[] tokens = TokenBuffer.Rent(text.Length);
        try
        {
            Span<char> normalised = characters.AsSpan(0, text.Length);
            Normalisation.Normalise(text, normalised);
            int count = Tokeniser.Tokenise(normalised, tokens, out Hints hints);
            Utterance utterance = new(text, normalised, tokens, count, reference, hints);
            if (mixed)
                MixedText.Scan(utterance, culture, kinds, findings);
            else
                Recognize(utterance, culture, kinds, findings);
            if (kinds.HasFlag(Kinds.OrderNumber))
                orderNumbers?.Scan(text, findings);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
            TokenBuffer.Return(tokens);
        }

        return findings.Found;
    }

    private static void Recognize(in Utterance utterance, Culture culture, Kinds kinds, Findings findings)
    {
        switch (culture)
        {
            case Culture.English: EnglishScanners.Scan(utterance, kinds, findings); break;
            case Culture.Chinese: ChineseScanners.Scan(utterance, kinds, findings); break;
            default: throw new ArgumentOutOfRangeException(nameof(culture), culture, "There is a grammar for English and for Chinese.");
        }
    }
}
