namespace SupportBot.Recognizers.Text;

/// <summary>One line of a vocabulary file: <c>[plural] role value: word word …</c>; with '|' between them the words may hold spaces.</summary>
internal sealed record WordLine(bool IsPlural, string Role, string Value, string[] Words);
