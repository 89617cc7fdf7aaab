using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.Dialogs;
using SupportBot.Recognizers;

namespace SupportBot.Channels;

/// <summary>Gathers what a turn is decided from: the store's settings and clock, and the shop as this shopper may see it.</summary>
internal sealed class TurnInputs(IOptions<HandoffOptions> options, TimeProvider time)
{
    // Made anew only when the store's files have changed.
    private (ArticleLibrary Library, StoreSettings Settings, TimeZoneInfo Zone)? made;

    public TurnInput For(AnswerBook book, DialogState state, Utterance utterance, string conversation)
    {
        (StoreSettings settings, TimeZoneInfo zone) = SettingsOf(book.Library);
        return new TurnInput
        {
            State = state,
            Utterance = utterance,
            Answers = book,
            Catalogue = NoShop.Instance,
            Orders = NoShop.Instance,
            Reminders = NoShop.Instance,
            Now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime,
            Settings = settings,
            Conversation = conversation,
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
