using SupportBot.Conversations;
using SupportBot.Outreach.Planning;

namespace SupportBot.Outreach.Sending;

/// <summary>The recipients' rows. A unique key (campaign, occurrence, customer, channel) makes each once, whoever writes it how often.</summary>
internal interface IRecipientStore
{
    /// <summary>Begins a day of a campaign, once.</summary>
    Task OpenAsync(string campaignId, DateOnly day, CancellationToken cancellation);

    /// <summary>Leases days whose recipients are not all written yet.</summary>
    Task<IReadOnlyList<OpenOccurrence>> ClaimOccurrencesAsync(int limit, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Writes a page of recipients and how far it has come, in one transaction.</summary>
    /// <returns>False when the campaign no longer runs; nothing was written.</returns>
    Task<bool> PlanAsync(string campaignId, DateOnly? day, string cursor, bool last, IReadOnlyList<PlannedRecipient> page, CancellationToken cancellation);

    /// <summary>Calls off what is planned about a subject: the order is paid, the cart bought.</summary>
    Task CallOffAsync(IReadOnlyList<string> campaignIds, string subject, CancellationToken cancellation);

    /// <summary>Leases due rows of a campaign and channel, as many as the buckets let through.</summary>
    Task<IReadOnlyList<Recipient>> ClaimDueAsync(RecipientClaim claim, CancellationToken cancellation);

    /// <summary>
    /// Says each in its conversation, in one transaction: what no longer may be sent is left out, by the rules, and what is said and that it
    /// was said are one write.
    /// </summary>
    Task<IReadOnlyList<string>> SayAsync(IReadOnlyList<ToSay> batch, SendRules rules, CancellationToken cancellation);

    /// <summary>Marks rows as being sent, durably, before their calls go out; what no longer may be sent is settled instead.</summary>
    /// <returns>Those that may go now.</returns>
    Task<IReadOnlyList<Recipient>> BeginAsync(IReadOnlyList<Recipient> batch, SendRules rules, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Writes what became of claimed rows, of those that are still the claimer's.</summary>
    Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellation);

    /// <summary>Rows that were being sent when their sender vanished become unknown.</summary>
    /// <returns>How many.</returns>
    Task<int> FlagLostAsync(CancellationToken cancellation);

    /// <summary>Sends dead or unknown rows again, because a person says so. A finished campaign runs again for them; one that was ended stays ended.</summary>
    Task<int> ReplayAsync(IReadOnlyList<long> ids, TimeSpan expireAfter, CancellationToken cancellation);

    /// <summary>Dead and unknown rows, newest first.</summary>
    ValueTask<IReadOnlyList<FailedRecipient>> FailedAsync(long before, int limit, CancellationToken cancellation);

    ValueTask<CampaignResults> ResultsAsync(string campaignId, CancellationToken cancellation);

    /// <summary>Whether anything of a campaign is still to be written or sent.</summary>
    ValueTask<bool> IsOpenAsync(string campaignId, CancellationToken cancellation);
}

/// <summary>What recipients do with what they were sent.</summary>
internal interface IRecipientMarks
{
    Task OptedOutAsync(long recipient, CancellationToken cancellation);

    Task ClickedAsync(long recipient, CancellationToken cancellation);

    /// <summary>The newest campaign that one of them was sent by a channel in the last week, and notes in which conversation they answer it.</summary>
    Task<AnsweredCampaign?> AnsweredAsync(IReadOnlyCollection<string> customerIds, Reach channel, string conversationId, CancellationToken cancellation);
}

/// <param name="Recipient">The row of whoever answers.</param>
/// <param name="Id">The campaign's.</param>
/// <param name="Name">The campaign's.</param>
internal sealed record AnsweredCampaign(long Recipient, string Id, string Name);

/// <param name="Verdict">What was planned.</param>
/// <param name="Purpose">Why they are written to.</param>
/// <param name="Subject">What it is about, for calling it off.</param>
/// <param name="Facts">What an event told besides.</param>
internal sealed record PlannedRecipient(Verdict Verdict, Purpose Purpose, string? Subject = null, IReadOnlyDictionary<string, string>? Facts = null);

internal sealed record OpenOccurrence(string CampaignId, DateOnly Day, string Cursor);

/// <param name="Buckets">What limits it: the bucket's name and how fast it fills. A bucket holds what a second brings.</param>
internal sealed record RecipientClaim(string CampaignId, Reach Channel, int Limit, TimeSpan Lease, IReadOnlyList<(string Name, double PerSecond)> Buckets);

/// <param name="Recipient">Whom it is said to.</param>
/// <param name="Saying">What is said, in their conversation.</param>
internal sealed record ToSay(Recipient Recipient, Saying Saying);

/// <summary>One message of the bot's, to nothing in particular.</summary>
/// <param name="ConversationId">Where it is said.</param>
/// <param name="Message">What is said, under a key that the conversation's log knows.</param>
/// <param name="Carrier">Who takes it outside; null when the conversation's own clients fetch it.</param>
internal sealed record Saying(string ConversationId, NewMessage Message, string? Carrier);

internal sealed record FailedRecipient(long Id, string CampaignId, string CampaignName, string CustomerId, string? CustomerName, Reach Channel, RecipientStatus Status, string? Error, long Attempts, DateTimeOffset At);

/// <summary>What came of a campaign.</summary>
internal sealed record CampaignResults(IReadOnlyList<VariantResults> Variants, IReadOnlyDictionary<string, long> Excluded)
{
    public long Queued => Variants.Sum(variant => variant.Queued);

    public long Sent => Variants.Sum(variant => variant.Sent);
}

/// <param name="Variant">Its place in the plan; -1 for those held out.</param>
internal sealed record VariantResults(int Variant, long Queued, long Sent, long Delivered, long Read, long Replied, long Clicked, long OptedOut, long Excluded, long Failed, long Unknown);
