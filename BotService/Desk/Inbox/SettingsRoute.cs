using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.Dialogs;

namespace SupportBot.Desk.Inbox;

/// <summary>What the desk's pages need to know of this store.</summary>
internal static class SettingsRoute
{
    public static void MapSettings(this RouteGroupBuilder desk) => desk.MapGet("/settings", Get).WithSummary("The store's name and what its desk allows");

    private static Microsoft.AspNetCore.Http.HttpResults.Ok<SettingsDocument> Get(LiveArticles articles, StoreClock clock, IOptions<DeskOptions> options)
    {
        StoreFacts facts = articles.Current.Library.Facts;
        StoreNameDocument store = new(facts.Find("store", Language.English) ?? "SupportBot", facts.Find("store", Language.Chinese) ?? "SupportBot");
        return TypedResults.Ok(new SettingsDocument(store, options.Value.Peek, options.Value.MaxUploadBytes, ["*/*"], clock.Zone.Id, options.Value.AutoAccept));
    }
}

internal sealed record SettingsDocument(StoreNameDocument Store, bool Peek, int MaxUploadBytes, IReadOnlyList<string> AcceptedTypes, string Zone, bool AutoAccept);

internal sealed record StoreNameDocument(string En, string Zh);
