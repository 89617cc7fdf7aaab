namespace SupportBot.Outreach.Campaigns;

/// <summary>When a campaign is sent.</summary>
internal enum Occasion
{
    /// <summary>On one day.</summary>
    Once,

    /// <summary>On every day of a festival.</summary>
    Festival,

    /// <summary>On one of the owner's own days.</summary>
    OwnerDay,

    /// <summary>On each one's birthday.</summary>
    Birthday,

    /// <summary>On the day each became a customer, every year.</summary>
    Membership,

    /// <summary>To new customers monthly in the first year, then quarterly.</summary>
    Visit,

    /// <summary>A while after, or before, something happens to one customer.</summary>
    Event,
}

internal static class Occasions
{
    /// <summary>Whether each recipient has a day of their own.</summary>
    public static bool IsPersonal(this Occasion occasion) => occasion is Occasion.Birthday or Occasion.Membership or Occasion.Visit;

    /// <summary>Whether it comes again and again until it is ended.</summary>
    public static bool Repeats(this Occasion occasion) => occasion != Occasion.Once;
}
