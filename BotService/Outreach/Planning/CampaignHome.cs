using SupportBot.Articles;
using SupportBot.Dialogs;

namespace SupportBot.Outreach.Planning;

/// <summary>Where the store is at home: whose clock and language count when a customer's are not known.</summary>
internal sealed class CampaignHome(LiveArticles articles)
{
    public StoreHome Store
    {
        get
        {
            StoreFacts facts = articles.Current.Library.Facts;
            return new StoreHome(StoreZone.Of(facts), Language.OfClient(facts.Find("locale", Language.English)));
        }
    }
}
