namespace SupportBot.Recognizers.Numbers;

/// <summary>A number read from a text; <see cref="End"/> is the position after it: a token's index in English, a character's in Chinese.</summary>
internal readonly record struct NumberReading(double Value, int End, NumberShape Shape);
