namespace SupportBot.Knowledge.Text;

/// <summary>One token of the folded text.</summary>
/// <param name="Start">First character in <see cref="Scratch.Text"/>.</param>
/// <param name="Length">Characters.</param>
/// <param name="Hash">Of the token as typed, folded.</param>
/// <param name="Stem">Of its stem, or of its meaning where <see cref="Synonyms"/> know one.</param>
internal readonly record struct Token(short Start, short Length, TokenKind Kind, uint Hash, uint Stem);
