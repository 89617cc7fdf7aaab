namespace SupportBot.Outreach.Templates;

/// <summary>What can be put into a template.</summary>
internal static class TemplateValues
{
    public const string Name = "name";
    public const string Store = "store";
    public const string Festival = "festival";
    public const string Day = "day";
    public const string Unsubscribe = "unsubscribe";

    /// <summary>Known of every recipient, though perhaps empty.</summary>
    public static IReadOnlyList<string> Always { get; } = [Name, Store, Festival, Day, Unsubscribe];

    /// <summary>Told by the event a reminder is about.</summary>
    public static IReadOnlyList<string> OfEvents { get; } = ["order", "item", "link", "date", "amount"];

    /// <summary>Values that a campaign gives itself begin so: <c>my.coupon</c>.</summary>
    public const string Own = "my.";

    public static bool IsKnown(string name) =>
        Always.Contains(name) || OfEvents.Contains(name) || (name.StartsWith(Own, StringComparison.Ordinal) && name.Length > Own.Length && name.AsSpan(Own.Length).IndexOfAnyExceptInRange('a', 'z') < 0);
}
