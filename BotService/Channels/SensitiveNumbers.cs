using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportBot.Channels;

/// <summary>
/// Covers payment card numbers (Luhn, with the prefix and length of a scheme) and Chinese identity numbers (GB 11643 checksum) in
/// what shoppers type, before it is stored: nobody here needs them. The last four characters stay, so that a person can tell which was meant.
/// </summary>
internal static class SensitiveNumbers
{
    private const int FewestDigits = 13;
    private const int MostDigits = 19;
    private const int IdentityDigits = 18;
    private const int Shown = 4;
    private const char Cover = '•';

    /// <summary>The activity without such numbers; itself when it has none.</summary>
    public static Activity Mask(Activity activity) =>
        MayHold(activity.Text) || MayHold(activity.Speak) || MayHold(activity.Value) || MayHold(activity.ChannelData)
            ? activity with
            {
                Text = activity.Text is null ? null : Mask(activity.Text),
                Speak = activity.Speak is null ? null : Mask(activity.Speak),
                Value = Mask(activity.Value),
                ChannelData = Mask(activity.ChannelData),
            }
            : activity;

    /// <summary>The text without such numbers.</summary>
    public static string Mask(string text)
    {
        if (!MayHold(text))
        {
            return text;
        }

        StringBuilder masked = new(text);
        List<int> run = [];
        for (int index = 0; index < text.Length; index++)
        {
            if (DigitOf(text[index]) >= 0 && (index == 0 || !char.IsAsciiLetter(text[index - 1]) || run.Count > 0))
            {
                run.Add(index);
            }
            else if (run.Count == IdentityDigits - 1 && text[index] is 'x' or 'X' or 'Ｘ')
            {
                run.Add(index);
                Cut(text, run, masked);
            }
            else if (!IsSeparator(text[index]) || run.Count > 0 && index - run[^1] > 2)
            {
                Cut(text, run, masked);
            }
        }

        Cut(text, run, masked);
        return masked.ToString();
    }

    // Numbers that stand side by side make one run: every stretch that is a number of its own is looked for, longest first.
    private static void Cut(string text, List<int> run, StringBuilder masked)
    {
        for (int start = 0; start + FewestDigits <= run.Count; start++)
        {
            for (int length = Math.Min(MostDigits, run.Count - start); length >= FewestDigits; length--)
            {
                if (Whole(text, run, start, length) && IsSensitive(text, run, start, length))
                {
                    run.GetRange(start, length - Shown).ForEach(index => masked[index] = Cover);
                    start += length - 1;
                    break;
                }
            }
        }

        run.Clear();
    }

    // A part of a longer unbroken number is not a number of its own.
    private static bool Whole(string text, List<int> run, int start, int length) =>
        (start == 0 || run[start - 1] < run[start] - 1)
        && (start + length == run.Count || run[start + length - 1] < run[start + length] - 1)
        && (start + length < run.Count || run[^1] + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[run[^1] + 1]));

    private static bool IsSensitive(string text, List<int> run, int start, int length)
    {
        Span<int> digits = stackalloc int[length];
        for (int index = 0; index < length; index++)
        {
            digits[index] = DigitOf(text[run[start + index]]);
        }

        return length == IdentityDigits && IsIdentity(digits) || !digits.Contains(-1) && IsCard(digits);
    }

    private static bool IsCard(ReadOnlySpan<int> digits)
    {
        int two = (digits[0] * 10) + digits[1];
        int four = (two * 100) + (digits[2] * 10) + digits[3];
        bool scheme = digits.Length switch
        {
            13 => digits[0] == 4,
            14 => two is 30 or 36 or 38 or 39,
            15 => two is 34 or 37,
            16 => digits[0] == 4 || two is >= 51 and <= 55 or 35 or 60 or 62 or 64 or 65 || four is >= 2221 and <= 2720,
            17 or 18 => two == 62,
            19 => digits[0] == 4 || two is 60 or 62,
            _ => false,
        };
        return scheme && HasLuhn(digits);
    }

    private static bool HasLuhn(ReadOnlySpan<int> digits)
    {
        int sum = 0;
        for (int index = 0; index < digits.Length; index++)
        {
            int digit = digits[^(index + 1)];
            int doubled = index % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    private static bool IsIdentity(ReadOnlySpan<int> digits)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        int sum = 0;
        for (int index = 0; index < weights.Length; index++)
        {
            if (digits[index] < 0)
            {
                return false;
            }

            sum += digits[index] * weights[index];
        }

        int check = (12 - (sum % 11)) % 11;
        int year = (digits[6] * 1000) + (digits[7] * 100) + (digits[8] * 10) + digits[9];
        int month = (digits[10] * 10) + digits[11];
        int day = (digits[12] * 10) + digits[13];
        return digits[^1] == (check == 10 ? -1 : check) && year is >= 1850 and <= 2150 && month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    private static JsonElement? Mask(JsonElement? element) =>
        element is { } given && MayHold(given) && Mask(JsonNode.Parse(given.GetRawText())) is { } masked ? JsonElement.Parse(masked.ToJsonString()) : element;

    private static JsonNode? Mask(JsonNode? node) => node switch
    {
        JsonObject branch => new JsonObject(branch.Select(member => KeyValuePair.Create(member.Key, Mask(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Mask)]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && value.ToString() is var text && Mask(text) is var masked && masked != text => JsonValue.Create(masked),
        _ => node?.DeepClone(),
    };

    private static bool MayHold(JsonElement? element) => element is { ValueKind: not JsonValueKind.Undefined } given && MayHold(given.GetRawText());

    private static bool MayHold(string? text)
    {
        int digits = 0;
        foreach (char c in text ?? "")
        {
            digits += DigitOf(c) >= 0 ? 1 : 0;
        }

        return digits >= FewestDigits;
    }

    // Full-width digits are what Chinese keyboards may give.
    private static int DigitOf(char c) => c is >= '0' and <= '9' ? c - '0' : c > '\u007F' && char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber ? (int)char.GetNumericValue(c) : -1;

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '\u00A0' or '\u3000' or '–' or '－';
}
