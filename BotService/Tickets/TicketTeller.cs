using System.Globalization;
using System.Text.Json;
using SupportBot.Desk;
using SupportBot.Dialogs;
using SupportBot.Operation;
using SupportBot.Shop;

namespace SupportBot.Tickets;

/// <summary>
/// Tells shoppers how their tickets go on, each piece of news once: it is leased, said under a key that the conversation's log
/// knows, and settled. While a person speaks with the shopper it waits for the next lease.
/// </summary>
internal sealed class TicketTeller(ITicketNewsStore store, ShopNews shopNews, StoreClock clock)
{
    private const int Batch = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly SpokenWords Words = new("Tickets.Words.news");

    public async Task TellDueAsync(CancellationToken cancellation)
    {
        IReadOnlyList<TicketNews> due;
        do
        {
            due = await store.ClaimDueAsync(Batch, Lease, cancellation);
            foreach (TicketNews news in due)
            {
                if (await IsDoneAsync(news, cancellation))
                {
                    await store.SettleAsync(news, cancellation);
                }
            }
        }
        while (due.Count == Batch);
    }

    private async Task<bool> IsDoneAsync(TicketNews news, CancellationToken cancellation)
    {
        // An erased shopper's ticket names no conversation any more.
        if (news.Ticket.ConversationId is not { } conversationId)
        {
            return true;
        }

        string locale = Language.OfClient(news.Ticket.Details.Locale);
        string key = string.Create(CultureInfo.InvariantCulture, $"ticket {news.Ticket.Id} {news.Version}");
        return await shopNews.TellAsync(conversationId, key, TextOf(news, locale), locale, cancellation);
    }

    private string TextOf(TicketNews news, string locale)
    {
        DateTime due = TimeZoneInfo.ConvertTime(news.Ticket.DueAt, clock.Zone).DateTime;
        return Words.Say(
            locale,
            JsonNamingPolicy.CamelCase.ConvertName(news.Kind.ToString()),
            ("kind", Words.Say(locale, JsonNamingPolicy.CamelCase.ConvertName(news.Ticket.Kind.ToString()))),
            ("reference", news.Ticket.Reference),
            ("due", When.Day(DateOnly.FromDateTime(due), locale, clock.Now)));
    }
}
