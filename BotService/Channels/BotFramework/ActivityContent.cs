using System.Net;
using System.Net.Http.Headers;

namespace SupportBot.Channels.BotFramework;

/// <summary>An activity as a request's body that remembers whether it was begun to be written to the wire.</summary>
internal sealed class ActivityContent : HttpContent
{
    private readonly byte[] activity;

    public ActivityContent(byte[] activity)
    {
        this.activity = activity;
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    /// <summary>False: the other side cannot have got it.</summary>
    public bool Left { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Left = true;
        return stream.WriteAsync(activity, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = activity.Length;
        return true;
    }
}
