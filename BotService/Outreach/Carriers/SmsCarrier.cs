using SupportBot.Channels.Sms;
using SupportBot.Conversations.Outbox;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Carriers;

/// <summary>Sends text messages through the store's gateway.</summary>
internal sealed class SmsCarrier(SmsGateway gateway) : IReachCarrier
{
    public Reach Reach => Reach.Sms;

    public bool IsUsed => gateway.IsUsed;

    public Task<Delivery> SendAsync(Recipient recipient, Said said, CancellationToken cancellation) =>
        gateway.SendAsync(recipient.Address ?? "", said.Text, $"{recipient.CampaignId}-{recipient.Id}", cancellation);
}
