namespace SupportBot.Knowledge.Search;

/// <summary>A text that can be searched.</summary>
/// <param name="Id">What the caller knows it by.</param>
/// <param name="Text">Its words: title, keywords, questions and answer.</param>
public sealed record SearchDocument(string Id, string Text);

/// <summary>A document found.</summary>
/// <param name="Document">Its index in the list the search was built from.</param>
/// <param name="Score">BM25 score in steps of 1/255 of the largest weight; only the order of one search's hits has a meaning.</param>
public readonly record struct SearchHit(int Document, int Score);
