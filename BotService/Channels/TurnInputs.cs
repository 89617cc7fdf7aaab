using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.Conversations;
using SupportBot.Dialogs;
using SupportBot.Recognizers;
using SupportBot.Shop;

namespace SupportBot.Channels;

/// <summary>Gathers what a turn is decided from: the store's settings and clock, and the shop as this shopper may see it.</summary>
internal sealed class TurnInputs(LiveCatalogue catalogue, ShopperOrders orders, IOptions<HandoffOptions> options, TimeProvider time)
{
    // Made anew only when the store's files have changed.
    private (ArticleLibrary Library, StoreSettings Settings, TimeZoneInfo Zone)? made;

    public async ValueTask<TurnInput> ForAsync(AnswerBook book, DialogState state, Utterance utterance, Conversation conversation, CancellationToken cancellation)
    {
        (StoreSettings settings, TimeZoneInfo zone) = SettingsOf(book.Library);
        return new TurnInput
        {
            State = state,
            Utterance = utterance,
            Answers = book,
            Catalogue = catalogue.Current,
            Orders = await orders.ForAsync(conversation, cancellation),
            Reminders = NoShop.Instance,
            Now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime,
            Settings = settings,
            Conversation = conversation.Id,
        };
    }

    private (StoreSettings Settings, TimeZoneInfo Zone) SettingsOf(ArticleLibrary library)
    {
        if (made is { } known && ReferenceEquals(known.Library, library))
        {
            return (known.Settings, known.Zone);
        }

        StoreSettings settings = new() { HandOff = options.Value.Rules, FormPause = options.Value.FormPause, Words = library.Words, OrderNumbers = OrderNumbers(library) };
        TimeZoneInfo zone = StoreZone.Of(library.Facts);
        made = (library, settings, zone);
        return (settings, zone);
    }

    private static OrderNumberPatterns OrderNumbers(ArticleLibrary library) =>
        library.Facts.Find("order_numbers", Language.English) is { } pattern ? new OrderNumberPatterns([pattern]) : new StoreSettings().OrderNumbers;
}
