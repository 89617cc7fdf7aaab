namespace SupportBot.Dialogs;

/// <summary>One line of the guided menu and the articles behind it.</summary>
/// <param name="Title">By language.</param>
/// <param name="Articles">Ids, in the order they are shown; at most nine.</param>
public sealed record MenuSection(IReadOnlyDictionary<string, string> Title, IReadOnlyList<string> Articles);
