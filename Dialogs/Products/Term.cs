namespace SupportBot.Dialogs.Products;

/// <summary>What a word or phrase of the catalogue stands for.</summary>
internal enum TermKind
{
    Category,
    Colour,
    Brand,
    Size,
    Quality,

    /// <summary>A product's whole name.</summary>
    Product,

    /// <summary>A part of products' names.</summary>
    NameWord,

    /// <summary>Steers the search: see <see cref="Cue"/>.</summary>
    Cue,

    /// <summary>Says nothing about products.</summary>
    Stop,
}

internal readonly record struct Term(TermKind Kind, string Key);

/// <param name="At">Where in the text it begins.</param>
internal readonly record struct Mention(Term Term, int At);
