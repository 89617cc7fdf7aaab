namespace SupportBot.Dialogs.Products;

/// <summary>What one text mentions, sorted by kind.</summary>
internal sealed class Mentioned
{
    // A present is an occasion: what is wanted as one says more.
    private const string Gifts = "gifts";
    private const string Women = "women";

    private readonly HashSet<string> cues = new(StringComparer.Ordinal);
    private readonly List<string> words = [];
    private readonly List<string> categories = [];

    public string? Category { get; private set; }

    public string? Colour { get; private set; }

    public string? Brand { get; private set; }

    public string? Size { get; private set; }

    public string? ProductId { get; private set; }

    /// <summary>Qualities and parts of names.</summary>
    public IReadOnlyList<string> Words => words;

    public bool HasNameWord { get; private set; }

    /// <summary>Whether something of the catalogue is named, and not only narrowed.</summary>
    public bool Names => Category is not null || Brand is not null || ProductId is not null || words.Count > 0;

    public bool Has(Cue cue) => cues.Contains(cue.ToString());

    public static Mentioned Of(List<Mention> mentions, string text)
    {
        Mentioned said = new();
        foreach (Mention mention in mentions)
        {
            said.Take(mention.Term);
        }

        said.Category = said.Main(text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF'));
        return said;
    }

    private void Take(Term term)
    {
        switch (term.Kind)
        {
            case TermKind.Category: categories.Add(term.Key); break;
            case TermKind.Colour: Colour ??= term.Key; break;
            case TermKind.Brand: Brand ??= term.Key; break;
            case TermKind.Size: Size ??= term.Key; break;
            case TermKind.Product: ProductId ??= term.Key; break;
            case TermKind.Cue: cues.Add(term.Key); break;
            case TermKind.Stop: break;
            case TermKind.Quality or TermKind.NameWord: TakeWord(term); break;
        }
    }

    private void TakeWord(Term term)
    {
        HasNameWord |= term.Kind == TermKind.NameWord;
        if (term.Key == Women)
        {
            cues.Add(nameof(Cue.Women));
        }

        if (!words.Contains(term.Key))
        {
            words.Add(term.Key);
        }
    }

    // English names the thing first ("a bag for a laptop"), Chinese last ("电脑用的包"); a narrower word for the same thing wins.
    private string? Main(bool chinese)
    {
        string[] things = categories.Exists(key => key != Gifts) ? [.. categories.Where(key => key != Gifts)] : [.. categories];
        if (things.Length == 0)
        {
            return null;
        }

        string main = chinese ? things[^1] : things[0];
        return things.FirstOrDefault(key => key != main && ProductIndex.Contains(main, key)) ?? main;
    }
}
