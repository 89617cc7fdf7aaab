namespace SupportBot.Conversations.Assignments;

/// <summary>An agent as a move sees them, read in its transaction.</summary>
/// <param name="Present">Whether they are there and take conversations.</param>
/// <param name="Free">How many more of this conversation's channel they may have; never negative.</param>
internal readonly record struct AgentLoad(bool Present, int Free);
