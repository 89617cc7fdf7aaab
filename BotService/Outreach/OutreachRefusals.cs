using SupportBot.Operation;

namespace SupportBot.Outreach;

/// <summary>Why outreach says no.</summary>
internal static class OutreachRefusals
{
    public static Refusal Used { get; } = new(StatusCodes.Status409Conflict, "OutreachUsed");

    /// <summary>What a campaign has become does not allow it.</summary>
    public static Refusal NotNow { get; } = new(StatusCodes.Status409Conflict, "CampaignNotNow");

    /// <summary>Whoever made, changed or launched it cannot be the second person.</summary>
    public static Refusal SecondPerson { get; } = new(StatusCodes.Status409Conflict, "CampaignSecondPerson");

    /// <summary>Null when it is done.</summary>
    public static IResult? Of(OutreachSaved saved) => saved switch
    {
        OutreachSaved.Saved => null,
        OutreachSaved.Missing => Refusal.NotFound,
        OutreachSaved.Changed => Refusal.Changed,
        OutreachSaved.Used => Used,
    };
}
