using System.Buffers.Binary;
using System.Text;
using SupportBot.Conversations;
using SupportBot.Desk.Stream;

namespace SupportBot.Storage.Redis;

/// <summary>News between nodes by publish and subscribe, on one channel: kind, sender, length of the conversation's id, the id, the moment.</summary>
internal sealed class RedisNodeNews : INodeNews
{
    private const string Channel = "news";
    private const int SenderBytes = 16;
    private const int Header = 1 + SenderBytes + 2;

    private readonly byte[] self = Guid.NewGuid().ToByteArray();
    private readonly RedisLink link;
    private readonly string channel;

    public RedisNodeNews(RedisLink link)
    {
        this.link = link;
        channel = link.Prefix + Channel;
    }

    public void Tell(NodeNews news) => link.Send(database =>
        database.PublishAsync(channel, Write(news), StackExchange.Redis.CommandFlags.FireAndForget));

    /// <summary>Hands on what other nodes tell, and not what this one has told.</summary>
    public void Hear(Action<NodeNews> hear) => link.Subscribe(Channel, message =>
    {
        if (Read(message) is { } news)
        {
            hear(news);
        }
    });

    private byte[] Write(NodeNews news)
    {
        int length = Encoding.UTF8.GetByteCount(news.ConversationId);
        byte[] frame = new byte[Header + length + news.Moment.Length];
        frame[0] = (byte)news.Kind;
        self.CopyTo(frame, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(frame.AsSpan(1 + SenderBytes), (ushort)length);
        Encoding.UTF8.GetBytes(news.ConversationId, frame.AsSpan(Header));
        news.Moment.Span.CopyTo(frame.AsSpan(Header + length));
        return frame;
    }

    private NodeNews? Read(byte[]? frame)
    {
        if (frame is null || frame.Length < Header || frame.AsSpan(1, SenderBytes).SequenceEqual(self))
        {
            return null;
        }

        int length = BinaryPrimitives.ReadUInt16LittleEndian(frame.AsSpan(1 + SenderBytes));
        return Header + length > frame.Length ? null
            : new NodeNews((NodeNewsKind)frame[0], Encoding.UTF8.GetString(frame, Header, length), frame.AsMemory(Header + length));
    }
}

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
