using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Customers;
using SupportBot.Storage.Sqlite;

namespace SupportBot.Storage;

internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<DataOptions>().BindConfiguration(DataOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StoreMetrics>();
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<CommitLoop>();
        services.AddSingleton<IConversationStore, SqliteConversationStore>();
        services.AddSingleton<IOutboxStore, SqliteOutboxStore>();
        services.AddSingleton<SqliteReads>();
        services.AddSingleton<IAuditLog, SqliteAuditLog>();
        services.AddSingleton<IStaffStore, SqliteStaffStore>();
        services.AddSingleton<IStaffSessionStore, SqliteStaffSessionStore>();
        services.AddSingleton<ICustomerStore, SqliteCustomerStore>();
        services.AddSingleton<ISecretStore, SqliteSecretStore>();
        return services;
    }
}
