namespace SupportBot.Knowledge.Text;

/// <summary>Something the text has that a label may be learned from.</summary>
/// <param name="Hash">Names the feature; equal features of all texts share it.</param>
/// <param name="Group">Features of one group are scaled to unit length together.</param>
/// <param name="First">Index of the token it comes from.</param>
/// <param name="Second">Index of its other token; the same where there is none.</param>
internal readonly record struct Feature(uint Hash, FeatureGroup Group, byte First, byte Second);

internal enum FeatureGroup : byte
{
    /// <summary>Words, word pairs in order, Chinese characters and their runs.</summary>
    Words,

    /// <summary>Runs of letters inside words: they survive typing errors.</summary>
    Letters,

    /// <summary>Two stems or characters anywhere in the text, in either order.</summary>
    Pairs,

    /// <summary>Meanings from the list of synonyms.</summary>
    Meanings,
}
