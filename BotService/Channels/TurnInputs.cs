using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.Conversations;
using SupportBot.Customers;
using SupportBot.Dialogs;
using SupportBot.Outreach.Reminders;
using SupportBot.Recognizers;
using SupportBot.Shop;
using SupportBot.Tickets;

namespace SupportBot.Channels;

/// <summary>Gathers what a turn is decided from: the store's settings and clock, and the shop as this shopper may see it.</summary>
internal sealed class TurnInputs(LiveCatalogue catalogue, ShopperOrders orders, IReminderStore reminders, ITicketStore tickets, ICustomerStore customers, IOptions<HandoffOptions> options, TimeProvider time)
{
    // Made anew only when the store's files have changed.
    private Made? made;

    public async ValueTask<TurnInput> ForAsync(AnswerBook book, Conversation conversation, DialogState state, Utterance utterance, CancellationToken cancellation)
    {
        Made store = made is { } known && ReferenceEquals(known.Library, book.Library) ? known : made = Make(book.Library);
        return new TurnInput
        {
            State = state,
            Utterance = utterance,
            Standing = conversation.Owner == Owner.Queue ? Standing.Queue : Standing.Bot,
            Answers = book,
            Catalogue = catalogue.Current,
            Orders = await orders.ForAsync(conversation, cancellation),
            Reminders = new ConversationReminders(reminders, conversation.Id, store.Zone),
            Tickets = new ConversationTickets(tickets, customers, conversation.Id, store.Zone, time),
            Now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), store.Zone).DateTime,
            Settings = store.Settings,
            Conversation = conversation.Id,
        };
    }

    private Made Make(ArticleLibrary library) => new(
        library,
        new StoreSettings { HandOff = options.Value.Rules, FormPause = options.Value.FormPause, Words = library.Words, OrderNumbers = OrderNumbers(library) },
        StoreZone.Of(library.Facts));

    private static OrderNumberPatterns OrderNumbers(ArticleLibrary library) =>
        library.Facts.Find("order_numbers", Language.English) is { } pattern ? new OrderNumberPatterns([pattern]) : new StoreSettings().OrderNumbers;

    private sealed record Made(ArticleLibrary Library, StoreSettings Settings, TimeZoneInfo Zone);
}
