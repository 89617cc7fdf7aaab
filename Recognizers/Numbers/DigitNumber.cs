using System.Globalization;

namespace SupportBot.Recognizers.Numbers;

/// <summary>Reads a number written in digits at a position of normalised text: groups, decimals, exponents, powers.</summary>
internal static class DigitNumber
{
    private const int LongestDigits = 300;

    /// <summary>Reads without a sign; <see cref="NumberReading.End"/> is a character index.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, bool spaceGroups, out NumberReading number)
    {
        number = default;
        int end = Integral(text, start, spaceGroups);
        NumberShape shape = NumberShape.Integer;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = Digits(text, end + 1);
            shape = NumberShape.Decimal;
        }

        if (shape == NumberShape.Decimal && TryContinental(text, start, out NumberReading continental))
        {
            number = continental;
            return true;
        }

        if (end == start || !TryParse(text[start..end], out double value))
            return false;
        number = TryExponent(text, end, value, out NumberReading power) ? power : new NumberReading(value, end, shape);
        return true;
    }

    /// <summary>"1.111,11": groups by dots and a decimal comma, as on the European continent.</summary>
    private static bool TryContinental(ReadOnlySpan<char> text, int start, out NumberReading number)
    {
        number = default;
        int end = Digits(text, start);
        int grouped = end - start <= 3 ? Groups(text, end, '.') : 0;
        if (grouped == 0 || grouped + 1 >= text.Length || text[grouped] != ',')
            return false;
        int stop = Digits(text, grouped + 1);
        if (stop == grouped + 1 || stop - grouped == 4 || stop - start > LongestDigits)
            return false;
        Span<char> digits = stackalloc char[stop - start];
        int length = 0;
        foreach (char c in text[start..stop])
        {
            if (c != '.')
                digits[length++] = c == ',' ? '.' : c;
        }

        number = new NumberReading(double.Parse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), stop, NumberShape.Decimal);
        return true;
    }

    /// <summary>Two readings of digits around a slash ("3/4"), not part of a longer chain of slashes.</summary>
    public static bool TryFraction(ReadOnlySpan<char> text, int start, out NumberReading fraction)
    {
        fraction = default;
        int slash = Digits(text, start);
        if (slash == start || slash >= text.Length || text[slash] != '/')
            return false;
        int end = Digits(text, slash + 1);
        if (end == slash + 1 || end < text.Length && text[end] is '/' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            return false;
        if (!TryParse(text[start..slash], out double numerator) || !TryParse(text[(slash + 1)..end], out double denominator) || denominator == 0)
            return false;
        fraction = new NumberReading(numerator / denominator, end, NumberShape.Fraction);
        return true;
    }

    public static int Digits(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start]))
            start++;
        return start;
    }

    private static int Integral(ReadOnlySpan<char> text, int start, bool spaceGroups)
    {
        int end = Digits(text, start);
        if (end == start || end - start > 3)
            return end;
        char separator = end < text.Length ? text[end] : '\0';
        if (separator != ',' && !(spaceGroups && separator == ' '))
            return end;
        int grouped = Groups(text, end, separator);
        return grouped > 0 ? grouped : end;
    }

    /// <summary>Groups of three; or, as in India, of two with a last one of three.</summary>
    private static int Groups(ReadOnlySpan<char> text, int end, char separator)
    {
        int last = 0;
        int limit = end + LongestDigits;
        while (end < text.Length && end < limit && text[end] == separator)
        {
            int next = Digits(text, end + 1);
            int length = next - end - 1;
            if (length == 3)
                last = next;
            else if (length != 2 || separator == ' ')
                break;
            end = next;
        }

        return last == end ? last : 0;
    }

    private static bool TryExponent(ReadOnlySpan<char> text, int end, double value, out NumberReading power)
    {
        power = default;
        bool ofTen = text[end..].StartsWith("x10^");
        int mark = ofTen ? end + 3 : end;
        if (mark + 1 >= text.Length || text[mark] is not ('e' or '^'))
            return false;
        int digits = mark + 1;
        if (text[digits] is '+' or '-')
            digits++;
        int stop = Digits(text, digits);
        if (stop == digits || stop - digits > 3 || stop < text.Length && char.IsAsciiLetterOrDigit(text[stop]))
            return false;
        double exponent = double.Parse(text[(mark + 1)..stop], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        power = new NumberReading(ofTen || text[end] == 'e' ? value * Math.Pow(10, exponent) : Math.Pow(value, exponent), stop, NumberShape.Power);
        return true;
    }

    private static bool TryParse(ReadOnlySpan<char> digits, out double value)
    {
        value = 0;
        if (digits.Length > LongestDigits)
            return false;
        if (!digits.Contains(' '))
            return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
        Span<char> joined = stackalloc char[digits.Length];
        int length = 0;
        foreach (char c in digits)
        {
            if (c != ' ')
                joined[length++] = c;
        }

        return double.TryParse(joined[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
