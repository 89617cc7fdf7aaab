using SupportBot.Dialogs.Products;

namespace SupportBot.Shop.Import;

/// <summary>Reads facts written as <c>Material: cotton; Fit: slim</c>, the two languages in the same order.</summary>
internal static class FactList
{
    public static IReadOnlyList<ProductFact> Read(string? english, string? chinese)
    {
        List<(string Name, string Value)> en = Pairs(english);
        List<(string Name, string Value)> zh = Pairs(chinese);
        List<ProductFact> facts = [];
        for (int at = 0; at < Math.Max(en.Count, zh.Count); at++)
        {
            Dictionary<string, string> names = [];
            Dictionary<string, string> values = [];
            foreach ((string locale, List<(string Name, string Value)> pairs) in new[] { ("en", en), ("zh", zh) })
            {
                if (at < pairs.Count)
                {
                    names[locale] = pairs[at].Name;
                    values[locale] = pairs[at].Value;
                }
            }

            facts.Add(new ProductFact(names, values));
        }

        return facts;
    }

    private static List<(string Name, string Value)> Pairs(string? text) => text is null ? [] :
    [
        .. text.Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split([':', '：'], 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2)
            .Select(pair => (pair[0], pair[1])),
    ];
}
