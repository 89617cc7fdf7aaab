namespace SupportBot.Recognizers.Tests;

/// <summary>
/// Phrases of our own beside those of the published specifications, with what their conventions make of them. A file is named by its
/// kind and culture; a line has the phrase, a tab and its recognitions as "text: values", the values of the resolution in order.
/// </summary>
public sealed class Siblings
{
    [Theory]
    [InlineData(Kinds.DateTime, Culture.English)]
    [InlineData(Kinds.DateTime, Culture.Chinese)]
    [InlineData(Kinds.Number, Culture.English)]
    [InlineData(Kinds.Number, Culture.Chinese)]
    [InlineData(Kinds.NumberRange, Culture.English)]
    [InlineData(Kinds.NumberRange, Culture.Chinese)]
    [InlineData(Kinds.Dimension, Culture.English)]
    [InlineData(Kinds.Dimension, Culture.Chinese)]
    [InlineData(Kinds.Currency, Culture.English)]
    [InlineData(Kinds.Currency, Culture.Chinese)]
    public void Siblings_are_read_alike(Kinds kind, Culture culture)
    {
        List<string> wrong = [];
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Siblings", $"{kind}.{culture}.txt")))
        {
            string actual = Described(line.Split('\t')[0], kind, culture);
            if (actual != line)
                wrong.Add($"expected {line}\n  actual {actual}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    internal static string Described(string phrase, Kinds kind, Culture culture)
    {
        IReadOnlyList<Recognition> found = Recognizer.Recognize(phrase, culture, kind, Wednesday);
        return $"{phrase}\t{string.Join("; ", found.Select(one => $"{one.Text}: {Values(one.Resolution)}"))}";
    }

    private static readonly DateTime Wednesday = new(2026, 11, 18, 10, 0, 0);

    private static string Values(Resolution resolution) => resolution.Values.Count > 0
        ? string.Join(" / ", resolution.Values.Select(Values))
        : string.Join(", ", resolution.Attributes.Select(attribute => attribute.Value));
}
