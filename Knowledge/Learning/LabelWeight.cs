namespace SupportBot.Knowledge.Learning;

/// <summary>A feature's weight for one label.</summary>
internal readonly record struct LabelWeight(ushort Label, float Value);
