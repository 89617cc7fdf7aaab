namespace SupportBot.Outreach;

/// <summary>Why somebody is written to. The numbers are stored.</summary>
internal enum Purpose
{
    /// <summary>About what they bought or asked for: allowed until they refuse.</summary>
    Reminders = 0,

    /// <summary>Good wishes: only to those who have agreed.</summary>
    Greetings = 1,

    /// <summary>Advertising: only to those who have agreed.</summary>
    Offers = 2,
}

internal static class Purposes
{
    public static IReadOnlyList<Purpose> All { get; } = Enum.GetValues<Purpose>();

    /// <summary>As consents name it.</summary>
    public static string Name(this Purpose purpose) => purpose switch
    {
        Purpose.Reminders => "reminders",
        Purpose.Greetings => "greetings",
        Purpose.Offers => "offers",
    };

    /// <summary>Whether it may be sent, by the newest word on it; null when there is none.</summary>
    public static bool Allows(this Purpose purpose, bool? given) => given ?? purpose == Purpose.Reminders;
}
