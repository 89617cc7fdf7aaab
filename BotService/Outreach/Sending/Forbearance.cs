using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Triggers;

namespace SupportBot.Outreach.Sending;

/// <summary>What speaks against sending a claimed row at this moment, beyond what the sending transaction looks at itself.</summary>
internal sealed class Forbearance(IConversationStore conversations, Reasons reasons, IOptions<OutreachOptions> options, TimeProvider time)
{
    // Enough of a log's end to find the shopper's last word and what followed.
    private const int LookBack = 50;

    public async Task<(IReadOnlyList<Recipient> Ready, IReadOnlyList<Settlement> Settled)> SortAsync(Campaign campaign, IReadOnlyList<Recipient> claimed, CancellationToken cancellation)
    {
        List<Recipient> ready = new(claimed.Count);
        List<Settlement> settled = [];
        DateTimeOffset now = time.GetUtcNow();
        QuietHours[] quiet = QuietHours.Of(options.Value, campaign.Plan);
        foreach (Recipient recipient in claimed)
        {
            if (await AgainstAsync(campaign, quiet, recipient, now, cancellation) is { } against)
            {
                settled.Add(against);
            }
            else
            {
                ready.Add(recipient);
            }
        }

        return (ready, settled);
    }

    private async ValueTask<Settlement?> AgainstAsync(Campaign campaign, QuietHours[] quiet, Recipient recipient, DateTimeOffset now, CancellationToken cancellation)
    {
        if (recipient.ExpiresAt <= now)
        {
            return Settlement.Not(recipient, Exclusion.Expired);
        }

        if (recipient.Address is null)
        {
            return Settlement.Not(recipient, Exclusion.Unreachable);
        }

        if (QuietHours.EndAfter(quiet, now, TimeZoneInfo.FindSystemTimeZoneById(recipient.Zone)) is { } morning)
        {
            return morning >= recipient.ExpiresAt ? Settlement.Not(recipient, Exclusion.Expired) : Settlement.Later(recipient, morning);
        }

        if (campaign.Plan.Event is { } happened && await reasons.JudgeAsync(happened, recipient, cancellation) is { } reason)
        {
            return reason == ReasonState.Gone ? Settlement.Not(recipient, Exclusion.ReasonGone) : Settlement.Later(recipient, now + options.Value.FirstRetry, "the shop does not answer");
        }

        return recipient.Conversation is { } conversation && await WindowIsClosedAsync(conversation, now, cancellation) ? Settlement.Not(recipient, Exclusion.WindowClosed) : null;
    }

    private async ValueTask<bool> WindowIsClosedAsync(Conversation conversation, DateTimeOffset now, CancellationToken cancellation)
    {
        ChannelRule rule = options.Value.RuleOf(conversation.Channel);
        if (rule.Within == TimeSpan.Zero)
        {
            return false;
        }

        IReadOnlyList<Message> log = await conversations.ReadBackAsync(conversation.Id, long.MaxValue, LookBack, cancellation);
        int heard = log.ToList().FindLastIndex(message => message.Sender == Sender.Shopper);
        return heard < 0 || log[heard].At + rule.Within <= now || rule.Messages > 0 && log.Skip(heard + 1).Count(message => message.Sender is Sender.Bot or Sender.Agent) >= rule.Messages;
    }
}
