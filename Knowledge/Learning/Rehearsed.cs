namespace SupportBot.Knowledge.Learning;

/// <summary>A text judged by a model that had not seen it.</summary>
/// <param name="Signals">What the scores said.</param>
/// <param name="Ours">Whether its label was among the model's.</param>
/// <param name="Right">Whether the best label was its own.</param>
/// <param name="Held">Whether its label was set aside as a whole.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record Rehearsed(Signals Signals, bool Ours, bool Right, bool Held, float Weight);
