namespace SupportBot.Dialogs.Products;

/// <summary>What is learned from the products: the phrases that name them, and the words each is found by.</summary>
internal sealed class CatalogueLessons
{
    private const int ShortestWord = 3;

    // A word that more products share is no name of one.
    private const int RareAtMost = 2;

    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);

    public CatalogueLessons(IReadOnlyList<Product> products, CatalogueWords words)
    {
        Learn(words.Categories, TermKind.Category);
        Learn(words.Colours, TermKind.Colour);
        Learn(words.Sizes, TermKind.Size);
        Learn(words.Qualities, TermKind.Quality);
        foreach (string brand in products.Select(product => product.Brand).OfType<string>().Distinct())
        {
            Vocabulary.Add(brand, TermKind.Brand, brand);
        }

        SearchGrammar.AddTo(Vocabulary);
        List<HashSet<string>> names = [.. products.Select(NameWords)];
        foreach (string word in names.SelectMany(own => own))
        {
            uses[word] = uses.GetValueOrDefault(word) + 1;
        }

        WordsOf = [.. products.Select((product, at) => Qualities(product, names[at]))];
        for (int at = 0; at < products.Count; at++)
        {
            NameProduct(products[at], names[at]);
        }
    }

    public Vocabulary Vocabulary { get; } = new();

    /// <summary>For each product the parts of its name and its qualities.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>> WordsOf { get; }

    private void Learn(IReadOnlyList<CatalogueTerm> terms, TermKind kind)
    {
        foreach (CatalogueTerm term in terms)
        {
            foreach (string phrase in term.Words.Values.SelectMany(words => words))
            {
                Vocabulary.Add(phrase, kind, term.Key);
            }
        }
    }

    // What of a name no other word of the catalogue explains: whole words in English, pairs of characters in Chinese.
    private HashSet<string> NameWords(Product product)
    {
        HashSet<string> own = new(StringComparer.Ordinal);
        foreach (string part in product.Name.Values.SelectMany(name => CatalogueText.Phrase(name).Split(' ')))
        {
            if (part.Length == 0)
            {
                continue;
            }

            if (CatalogueText.IsHan(part[0]))
            {
                AddPairs(part, own);
            }
            else if (part.Length >= ShortestWord && Vocabulary.Find(part) is null)
            {
                own.Add(part);
            }
        }

        return own;
    }

    private void AddPairs(string run, HashSet<string> own)
    {
        for (int at = 0; at < run.Length;)
        {
            int known = KnownAt(run, at);
            if (known == 0 && at + 1 < run.Length && KnownAt(run, at + 1) == 0)
            {
                own.Add(run.Substring(at, 2));
            }

            at += Math.Max(known, 1);
        }
    }

    private int KnownAt(string run, int at)
    {
        for (int length = Math.Min(Vocabulary.LongestPhrase, run.Length - at); length > 1; length--)
        {
            if (Vocabulary.Find(run.AsSpan(at, length)) is not null)
            {
                return length;
            }
        }

        return 0;
    }

    private HashSet<string> Qualities(Product product, HashSet<string> own)
    {
        HashSet<string> words = new(own, StringComparer.Ordinal);
        IEnumerable<string> texts = product.Name.Values.Concat(product.Description.Values).Concat(product.Facts.SelectMany(fact => fact.Value.Values));
        foreach (string text in texts)
        {
            foreach (Mention mention in Vocabulary.Scan(CatalogueText.Normalise(text)))
            {
                if (mention.Term.Kind == TermKind.Quality)
                {
                    words.Add(mention.Term.Key);
                }
            }
        }

        return words;
    }

    private void NameProduct(Product product, HashSet<string> own)
    {
        // A name of everyday words ("wool scarf") is what shoppers call all such things: it stands for none of them.
        if (own.Any(word => uses[word] <= RareAtMost))
        {
            foreach (string name in product.Name.Values)
            {
                Vocabulary.Add(name, TermKind.Product, product.Id);
            }
        }

        foreach (string word in own)
        {
            Vocabulary.Add(word, TermKind.NameWord, word);
        }
    }
}
