using SupportBot.Conversations;
using SupportBot.Conversations.Nodes;
using SupportBot.Conversations.Outbox;
using SupportBot.Operation.Installation;

namespace SupportBot.Storage.Postgres;

internal static class PostgresServices
{
    public static IServiceCollection AddPostgres(this IServiceCollection services)
    {
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<PostgresWork>();
        services.AddSingleton<DeskAppends>();
        services.AddSingleton<AppendLoop>();
        services.AddSingleton<IConversationStore, PostgresConversationStore>();
        services.AddSingleton<IInstallationStore, PostgresInstallation>();
        services.AddSingleton<INodeStore, PostgresNodeStore>();
        services.AddSingleton<IOutboxStore, PostgresOutboxStore>();
        return services;
    }
}
