using System.Globalization;
using System.Text;
using SupportBot.Recognizers;

namespace SupportBot.Dialogs.Products;

/// <summary>Writes the numbers that a text spells out in digits: "eighty pounds" → "80 pounds", "一百到两百" → "100到200".</summary>
internal static class NumbersInWords
{
    // Numbers in prices do not depend on the day.
    private static readonly DateTime NoDay = new(2000, 1, 1);

    public static string ToDigits(string text)
    {
        Culture culture = text.Any(CatalogueText.IsHan) ? Culture.Chinese : Culture.English;
        IReadOnlyList<Recognition> numbers = Recognizer.Recognize(text, culture, Kinds.Number, NoDay);
        if (numbers.Count == 0)
        {
            return text;
        }

        StringBuilder digits = new(text.Length);
        int at = 0;
        foreach (Recognition number in numbers)
        {
            if (number.Resolution["value"] is { } value && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal amount) && number.Start >= at)
            {
                digits.Append(text, at, number.Start - at).Append(amount.ToString("0.##", CultureInfo.InvariantCulture));
                at = number.End + 1;
            }
        }

        return digits.Append(text, at, text.Length - at).ToString();
    }
}
