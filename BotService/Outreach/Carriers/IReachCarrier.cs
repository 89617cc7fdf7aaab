using SupportBot.Conversations.Outbox;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Carriers;

/// <summary>Carries what is said to an address outside: an e-mail, a text message.</summary>
internal interface IReachCarrier
{
    Reach Reach { get; }

    /// <summary>Whether it is set up.</summary>
    bool IsUsed { get; }

    /// <summary>Sends once. It tells a failure before anything left the house (may be repeated) from one after (may not).</summary>
    Task<Delivery> SendAsync(Recipient recipient, Said said, CancellationToken cancellation);
}

/// <param name="Subject">Of an e-mail.</param>
/// <param name="Text">What is said.</param>
/// <param name="Unsubscribe">Where a POST ends it; null without a public address.</param>
internal sealed record Said(string Subject, string Text, Uri? Unsubscribe);
