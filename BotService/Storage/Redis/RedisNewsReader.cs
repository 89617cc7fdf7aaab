using SupportBot.Conversations;
using SupportBot.Desk.Stream;

namespace SupportBot.Storage.Redis;

/// <summary>Passes on to this node's readers what other nodes tell.</summary>
internal sealed class RedisNewsReader(RedisNodeNews news, ConversationFeed feed, Sessions sessions, DeskSignals desk, WatchedConversations watched) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        news.Hear(Hear);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Hear(NodeNews heard)
    {
        switch (heard.Kind)
        {
            case NodeNewsKind.Conversation:
                // Whoever told it knows the conversation better by now.
                sessions.ForgetHere(heard.ConversationId);
                feed.WakeHere(heard.ConversationId);
                break;
            case NodeNewsKind.Moment:
                feed.ShowHere(heard.ConversationId, heard.Moment);
                break;
            case NodeNewsKind.Journal:
                desk.WakeHere(DeskNews.Journal);
                break;
            case NodeNewsKind.DeskMoment:
                watched.ShowHere(heard.ConversationId, heard.Moment.ToArray());
                break;
            default:
                // Of a newer node; what matters is in the rows.
                break;
        }
    }
}
