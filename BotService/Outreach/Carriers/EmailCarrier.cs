using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using SupportBot.Channels;
using SupportBot.Conversations.Outbox;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Carriers;

/// <summary>Sends e-mails, over sessions that stay open while there is more to send.</summary>
internal sealed class EmailCarrier(IOptions<EmailOptions> options, BotAccount store, TimeProvider time) : IReachCarrier, IAsyncDisposable
{
    private static readonly TimeSpan IdleFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<(SmtpSession Session, DateTimeOffset At)> idle = [];

    public Reach Reach => Reach.Email;

    public bool IsUsed => options.Value.IsUsed;

    public async Task<Delivery> SendAsync(Recipient recipient, Said said, CancellationToken cancellation)
    {
        EmailOptions settings = options.Value;
        string id = string.Create(CultureInfo.InvariantCulture, $"outreach-{recipient.Id}.{recipient.CampaignId}@{settings.From[(settings.From.IndexOf('@') + 1)..]}");
        Email mail = new(settings.From, store.NameIn(recipient.Locale), recipient.Address ?? "", said.Subject, said.Text, id, said.Unsubscribe, time.GetUtcNow());
        SmtpSession session;
        try
        {
            session = await TakeAsync(settings, cancellation);
        }
        catch (SmtpRefusedException refused)
        {
            return new Delivery(DeliveryOutcome.Postponed, refused.Message);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or AuthenticationException or InvalidDataException)
        {
            return new Delivery(DeliveryOutcome.Postponed, error.GetType().Name);
        }

        Delivery delivery = await session.SendAsync(mail, cancellation);
        if (session.IsBroken)
        {
            await session.DisposeAsync();
        }
        else
        {
            idle.Add((session, time.GetUtcNow()));
        }

        return delivery;
    }

    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out (SmtpSession Session, DateTimeOffset _) kept))
        {
            await kept.Session.DisposeAsync();
        }
    }

    // A server closes what is silent for long: a session is only taken up again soon.
    private async Task<SmtpSession> TakeAsync(EmailOptions settings, CancellationToken cancellation)
    {
        while (idle.TryTake(out (SmtpSession Session, DateTimeOffset At) kept))
        {
            if (time.GetUtcNow() - kept.At <= IdleFor)
            {
                return kept.Session;
            }

            await kept.Session.DisposeAsync();
        }

        return await SmtpSession.OpenAsync(settings, cancellation);
    }
}
