namespace SupportBot.Dialogs;

/// <summary>What the bot decided: what it remembers, what it says, and what shall happen. Deciding changed nothing yet.</summary>
/// <param name="State">The state from now on.</param>
/// <param name="Replies">Said in this order.</param>
/// <param name="Effects">Carried out in the transaction that stores the replies.</param>
public sealed record Turn(DialogState State, IReadOnlyList<Reply> Replies, IReadOnlyList<Effect> Effects);
