using SupportBot.Articles;

namespace SupportBot.Desk;

/// <summary>The time at the store, in whose zone shifts, holidays and "today" are meant.</summary>
internal sealed class StoreClock(LiveArticles articles, TimeProvider time)
{
    public TimeZoneInfo Zone => StoreZone.Of(articles.Current.Library.Facts);

    public DateTime Now => TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime;

    public DateTimeOffset StartOfToday => StoreZone.Moment(Now.Date, Zone);
}
