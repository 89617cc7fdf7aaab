namespace SupportBot.Conversations.Assignments;

/// <summary>What becomes of a move: the assignment as it is from now on, or why nothing changes.</summary>
/// <param name="Next">The assignment afterwards; the present one when the move is refused.</param>
/// <param name="Refusal">Null when the move is made.</param>
internal readonly record struct Ruling(Assignment Next, MoveRefusal? Refusal = null);
