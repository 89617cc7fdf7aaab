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

namespace SupportBot.Storage.Postgres;

internal static class PostgresServices
{
    public static IServiceCollection AddPostgres(this IServiceCollection services)
    {
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<PostgresWork>();
        services.AddSingleton<DeskAppends>();
        services.AddSingleton<DeskLoop>();
        services.AddSingleton<AppendLoop>();
        services.AddSingleton<IConversationStore, PostgresConversationStore>();
        services.AddSingleton<IInstallationStore, PostgresInstallation>();
        services.AddSingleton<INodeStore, PostgresNodeStore>();
        services.AddSingleton<IOutboxStore, PostgresOutboxStore>();
        services.AddSingleton<IRetentionStore, PostgresRetentionStore>();
        services.AddSingleton<IAuditLog, PostgresAuditLog>();
        services.AddSingleton<IArticleStore, PostgresArticleStore>();
        services.AddSingleton<IStaffStore, PostgresStaffStore>();
        services.AddSingleton<IStaffSessionStore, PostgresStaffSessionStore>();
        services.AddSingleton<ICustomerStore, PostgresCustomerStore>();
        services.AddSingleton<ICustomerNames, PostgresCustomerNames>();
        services.AddSingleton<IDeskStore, PostgresDeskStore>();
        services.AddSingleton<IViewedPages, PostgresViewedPages>();
        services.AddSingleton<IDeskJournal, PostgresDeskJournal>();
        services.AddSingleton<IAgentStore, PostgresAgentStore>();
        services.AddSingleton<ICannedStore, PostgresCannedStore>();
        services.AddSingleton<ISearchStore, PostgresSearchStore>();
        services.AddSingleton<IQueueStore, PostgresQueueStore>();
        services.AddSingleton<IDeskDocuments, PostgresDeskDocuments>();
        services.AddSingleton<IFloorStore, PostgresFloorStore>();
        services.AddSingleton<ITicketStore, PostgresTicketStore>();
        services.AddSingleton<ITicketNewsStore, PostgresTicketNewsStore>();
        services.AddSingleton<ISecretStore, PostgresSecretStore>();
        services.AddSingleton<IProductStore, PostgresProductStore>();
        services.AddSingleton<IOrderStore, PostgresOrderStore>();
        services.AddSingleton<IRestockNotices, PostgresRestockNotices>();
        services.AddSingleton<IReminderStore, PostgresReminderStore>();
        services.AddOutreachStores<PostgresOutreachDatabase>();
        services.AddSingleton<IOrderProofs, PostgresOrderProofs>();
        services.AddSingleton<IShopperIdentityStore, PostgresShopperIdentityStore>();
        return services;
    }
}
