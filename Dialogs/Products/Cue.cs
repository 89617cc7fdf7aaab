namespace SupportBot.Dialogs.Products;

/// <summary>Words that steer a search; in both languages in <c>Words/catalogue.json</c>, by these names.</summary>
internal enum Cue
{
    /// <summary>Goes on from what was looked for: "how about …", "那…呢".</summary>
    FollowUp,

    /// <summary>Somebody wants to buy: "looking for", "有没有".</summary>
    Shopping,
    Cheaper,
    Dearer,
    Cheapest,
    InStock,
    Reduced,
    AnyColour,
    AnySize,
    AnyPrice,
    Women,
}
