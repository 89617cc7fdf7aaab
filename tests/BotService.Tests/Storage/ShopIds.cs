using Dapper;
using SupportBot.Storage.Outreach;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>Ties a customer's file to an id of the shop, as the store site's signature does.</summary>
internal static class ShopIds
{
    public static Task AddAsync(RunningService service, string shopId, string customerId) => service.Get<IOutreachDatabase>().WriteAsync(
        connection => connection.ExecuteAsync("insert into customer_identity (shop_id, customer_id) values (@shopId, @customerId)", new { shopId, customerId }),
        default);
}
