namespace SupportBot.Storage;

/// <summary>The conversations whose words may go, as both databases ask for them.</summary>
internal static class IdleConversations
{
    private const string Idle = """
        owner = 0 and attended = 0 and active_at < @before and state is not null
          and not exists (select 1 from ticket t where t.conversation_id = conversation.id)
          and not exists (select 1 from reminder r where r.conversation_id = conversation.id and r.status = 0)
          and not exists (select 1 from restock_notice n where n.conversation_id = conversation.id and n.told_at is null)
        """;

    // Along the index of those the bot has, from its old end.
    public const string Select = $"""
        select id as Id, active_at as ActiveAt from conversation
        where {Idle} and active_at >= @at and (active_at > @at or id < @id)
        order by active_at, id desc limit @limit
        """;

    public const string Empty = $"update conversation set state = null, version = version + 1 where id = @id and {Idle}";
}
