namespace SupportBot.Knowledge.Text;

/// <summary>A meaning found in a text.</summary>
/// <param name="Hash">Names the meaning.</param>
/// <param name="First">Index of the first token of its word or phrase.</param>
/// <param name="Last">Index of the last.</param>
internal readonly record struct Meaning(uint Hash, byte First, byte Last);
