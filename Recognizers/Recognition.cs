namespace SupportBot.Recognizers;

/// <summary>One thing found in a text, described as the Recognizers-Text specifications do.</summary>
/// <param name="Text">The words as read: lower case, with full-width digits and punctuation as ASCII.</param>
/// <param name="Start">Index of the first UTF-16 character in the given text.</param>
/// <param name="End">Index of the last character, inclusive.</param>
/// <param name="TypeName">For example <c>number</c>, <c>currency</c>, <c>datetimeV2.daterange</c>.</param>
/// <param name="Resolution">What it means.</param>
public sealed record Recognition(string Text, int Start, int End, string TypeName, Resolution Resolution);
