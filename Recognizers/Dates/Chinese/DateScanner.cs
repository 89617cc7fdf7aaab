using System.Buffers;
using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Numbers.Chinese;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Finds Chinese dates, times, ranges, durations and recurring times: at each character the longest reading wins.</summary>
internal static class DateScanner
{
    private const int LongestPhrase = 96;
    private const int LongestNumber = 24;
    private const int LongestChain = 8;
    private static readonly SearchValues<char> TimeCharacters = SearchValues.Create(
        "年月日号天周星礼小时钟点分秒世季早晨午晚夜晌暮昏黎凌春夏秋冬今明昨前后最近现目此马刚当立这旬初元节五六七双清中重腊除圣万感国劳儿母父教植愚情妇女建光平跨复端青地拂破大黑工");
    private static readonly SearchValues<char> Marks = SearchValues.Create(":/-.");
    private const string Units = "年月日号天周星礼小时钟点分秒个世半季来:/-~到至–—多余几又刻廿卅";

    public static void Scan(in Utterance u, Findings findings)
    {
        ReadOnlySpan<char> text = u.Text;
        for (int i = 0; i < text.Length;)
        {
            if (Vocabulary.Names.TryFind(text, i, out int name))
            {
                i = name;
                continue;
            }

            ReadOnlySpan<char> ahead = text[..Math.Min(text.Length, i + LongestPhrase)];
            if (!MayBegin(text, i) || !TryModified(ahead, i, u.Reference, out Reading reading))
            {
                i++;
                continue;
            }

            findings.Add(i, reading.End, ReadingWriter.TypeName(reading), ReadingWriter.Write(reading));
            i = reading.End;
        }
    }

    private static bool MayBegin(ReadOnlySpan<char> text, int at)
    {
        char c = text[at];
        if (!IsNearTime(text, at))
            return false;
        // Asked first: the look ahead below may run over all the digits that follow.
        if (char.IsAsciiDigit(c) && at > 0 && char.IsAsciiDigit(text[at - 1]))
            return false;
        bool numeral = char.IsAsciiDigit(c) || Numeral.Digit(c) >= 0 || Numeral.Scale(c) > 0;
        if (numeral && !IsFollowedByUnit(text, at) && !DayGrammar.IsHoliday(text, at) && !IsYear(text, at) && !DayGrammar.IsDotted(text, at))
            return false;
        if (char.IsAsciiDigit(c))
            return !(at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' && at > 1 && char.IsAsciiDigit(text[at - 2])));
        return (numeral || Vocabulary.MayBegin(text, at) || DayGrammar.IsHoliday(text, at)) && !(Numeral.Digit(c) >= 0 && at > 0 && (text[at - 1] == '第' || Numeral.Digit(text[at - 1]) >= 0 || Numeral.Scale(text[at - 1]) > 0));
    }

    /// <summary>A reading holds some character of time not far from its beginning.</summary>
    private static bool IsNearTime(ReadOnlySpan<char> text, int at)
    {
        ReadOnlySpan<char> ahead = text.Slice(at, Math.Min(LongestNumber, text.Length - at));
        return ahead.ContainsAny(TimeCharacters) || ahead.ContainsAny(Marks) && ahead.ContainsAnyInRange('0', '9');
    }

    private static bool IsYear(ReadOnlySpan<char> text, int at) => char.IsAsciiDigit(text[at]) && YearGrammar.TryBare(text, at, out _, out _);

    /// <summary>Whether what follows a run of numerals can make them a date, a time or a length of time.</summary>
    private static bool IsFollowedByUnit(ReadOnlySpan<char> text, int at)
    {
        int end = at;
        if (IsLongChain(text, at))
            return false;
        while (end < text.Length && end - at < LongestNumber && (char.IsAsciiDigit(text[end]) || text[end] is ' ' or '.' || Numeral.Digit(text[end]) >= 0 || Numeral.Scale(text[end]) > 0))
            end++;
        return end - at < LongestNumber && Units.Contains(Vocabulary.At(text, end));
    }

    /// <summary>More digit groups joined by marks than two dates have.</summary>
    private static bool IsLongChain(ReadOnlySpan<char> text, int at)
    {
        int groups = 0;
        for (; groups <= LongestChain && char.IsAsciiDigit(Vocabulary.At(text, at)); groups++)
        {
            at = DigitNumber.Digits(text, at);
            if (Vocabulary.At(text, at) is not ('-' or '/' or '.' or ':' or '~'))
                return false;
            at++;
        }

        return groups > LongestChain;
    }

    private static bool TryModified(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        if (Vocabulary.PrefixBefores.TryFind(text, start, out int at))
            return TryAfterPrefix(text, Mods.Before, at, reference, out reading);
        if (Vocabulary.PrefixSinces.TryFind(text, start, out at) && !RangeGrammar.TryRead(text, start, reference, out _))
            return TryAfterPrefix(text, Mods.Since, at, reference, out reading);
        bool from = text[start] is '从' && TryPlain(text, start + 1, reference, out reading) && Vocabulary.Sinces.TryFind(text, reading.End, out at);
        if (from && TryAfterPrefix(text, Mods.Since, start + 1, reference, out reading))
            return true;
        return TryPlain(text, start, reference, out reading) && TrySuffix(text, ref reading);
    }

    private static bool TryAfterPrefix(ReadOnlySpan<char> text, string mod, int at, DateTime reference, out Reading reading)
    {
        if (!TryPlain(text, Vocabulary.Skip(text, at), reference, out reading) || reading.Kind is ReadingKind.Duration or ReadingKind.Set)
            return false;
        int end = reading.End;
        if (Vocabulary.Sinces.TryFind(text, end, out int after) || Vocabulary.Afters.TryFind(text, end, out after))
            end = after;
        reading = Mods.Apply(mod, reading, end);
        return true;
    }

    /// <summary>之前, 以后, 或之前, 及以后 behind a point or range; of a duration they are part of the reading already.</summary>
    private static bool TrySuffix(ReadOnlySpan<char> text, ref Reading reading)
    {
        if (reading.Kind is ReadingKind.Duration or ReadingKind.Set)
            return true;
        int at = Vocabulary.Skip(text, reading.End);
        string? mod = Vocabulary.Untils.TryFind(text, at, out int end) ? Mods.Until
            : Vocabulary.Sinces.TryFind(text, at, out end) ? Mods.Since
            : Vocabulary.Befores.TryFind(text, at, out end) ? Mods.Before
            : Vocabulary.Afters.TryFind(text, at, out end) ? Mods.After
            : null;
        bool word = Vocabulary.At(text, end) is '半' or '面' or '者' or '台' or '期' or '三' or '两' or '几' or '十' or '排' && end == at + 1;
        if (mod is not null && !word)
            reading = Mods.Apply(mod, reading, end);
        return true;
    }

    private static bool TryPlain(ReadOnlySpan<char> text, int start, DateTime reference, out Reading best)
    {
        best = default;
        if (SetGrammar.TryRead(text, start, reference, out Reading reading))
            best = reading;
        if (RangeGrammar.TryRead(text, start, reference, out reading) && reading.End > best.End)
            best = reading;
        if (MomentGrammar.TryRead(text, start, reference, out reading) && reading.End > best.End)
            best = reading;
        if (PeriodGrammar.TryRead(text, start, reference, out reading) && reading.End > best.End)
            best = reading;
        if (DurationGrammar.TryRead(text, start, out Duration duration, out int end) && end > best.End)
            best = duration.ToReading(end);
        return best.Kind != ReadingKind.None;
    }
}
