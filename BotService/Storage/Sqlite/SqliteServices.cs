using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Articles;
using SupportBot.Conversations;
using SupportBot.Conversations.Nodes;
using SupportBot.Conversations.Outbox;
using SupportBot.Conversations.Retention;
using SupportBot.Customers;
using SupportBot.Desk.Floor;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;
using SupportBot.Desk.Queue;
using SupportBot.Desk.Replies;
using SupportBot.Desk.Search;
using SupportBot.Desk.Shifts;
using SupportBot.Desk.Stream;
using SupportBot.Operation.Installation;
using SupportBot.Outreach.Reminders;
using SupportBot.Shop;
using SupportBot.Storage.Outreach;
using SupportBot.Tickets;

namespace SupportBot.Storage.Sqlite;

internal static class SqliteServices
{
    public static IServiceCollection AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<CommitLoop>();
        services.AddSingleton<SqliteConversationStore>();
        services.AddSingleton<IConversationStore>(provider => provider.GetRequiredService<SqliteConversationStore>());
        services.AddSingleton<IInstallationStore, SqliteInstallation>();
        services.AddSingleton<INodeStore, SqliteNodeStore>();
        services.AddSingleton<IOutboxStore, SqliteOutboxStore>();
        services.AddSingleton<IRetentionStore, SqliteRetentionStore>();
        services.AddSingleton<SqliteReads>();
        services.AddSingleton<IAuditLog, SqliteAuditLog>();
        services.AddSingleton<IArticleStore, SqliteArticleStore>();
        services.AddSingleton<IStaffStore, SqliteStaffStore>();
        services.AddSingleton<IStaffSessionStore, SqliteStaffSessionStore>();
        services.AddSingleton<ICustomerStore, SqliteCustomerStore>();
        services.AddSingleton<ICustomerNames, SqliteCustomerNames>();
        services.AddSingleton<IDeskStore, SqliteDeskStore>();
        services.AddSingleton<IViewedPages, SqliteViewedPages>();
        services.AddSingleton<IDeskJournal, SqliteDeskJournal>();
        services.AddSingleton<IAgentStore, SqliteAgentStore>();
        services.AddSingleton<ICannedStore, SqliteCannedStore>();
        services.AddSingleton<ISearchStore, SqliteSearchStore>();
        services.AddSingleton<IQueueStore, SqliteQueueStore>();
        services.AddSingleton<IDeskDocuments, SqliteDeskDocuments>();
        services.AddSingleton<IFloorStore, SqliteFloorStore>();
        services.AddSingleton<ITicketStore, SqliteTicketStore>();
        services.AddSingleton<ITicketNewsStore, SqliteTicketNewsStore>();
        services.AddSingleton<ISecretStore, SqliteSecretStore>();
        services.AddSingleton<IProductStore, SqliteProductStore>();
        services.AddSingleton<IOrderStore, SqliteOrderStore>();
        services.AddSingleton<IRestockNotices, SqliteRestockNotices>();
        services.AddSingleton<IReminderStore, SqliteReminderStore>();
        services.AddOutreachStores<SqliteOutreachDatabase>();
        services.AddSingleton<IOrderProofs, SqliteOrderProofs>();
        services.AddSingleton<IShopperIdentityStore, SqliteShopperIdentityStore>();
        return services;
    }
}
