namespace SupportBot.Dialogs.Products;

/// <summary>The store's own words for what it sells, by language: what shoppers call a category, a colour, a size or a quality.</summary>
public sealed record CatalogueWords
{
    /// <summary>Keys are paths such as <c>shoes/running</c>; a query for <c>shoes</c> finds what lies below it.</summary>
    public IReadOnlyList<CatalogueTerm> Categories { get; init; } = [];

    public IReadOnlyList<CatalogueTerm> Colours { get; init; } = [];

    /// <summary>Sizes with a name, such as a king-size bed's.</summary>
    public IReadOnlyList<CatalogueTerm> Sizes { get; init; } = [];

    /// <summary>Materials and other qualities found in names, facts and descriptions.</summary>
    public IReadOnlyList<CatalogueTerm> Qualities { get; init; } = [];

    /// <summary>The first word in that language for a key, as shown to shoppers; the key itself when there is none.</summary>
    public string Show(IReadOnlyList<CatalogueTerm> terms, string key, string locale) =>
        terms.FirstOrDefault(term => term.Key == key) is { } found && found.Words.TryGetValue(locale, out IReadOnlyList<string>? words) && words.Count > 0 ? words[0] : key;
}

/// <param name="Key">What products say.</param>
/// <param name="Words">By language, the word to show first.</param>
/// <param name="Within">The wider key this one also counts as, as navy counts as blue.</param>
public sealed record CatalogueTerm(string Key, IReadOnlyDictionary<string, IReadOnlyList<string>> Words, string? Within = null);
