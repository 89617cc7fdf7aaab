using System.Buffers.Binary;
using System.Text;
using SupportBot.Conversations;

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
