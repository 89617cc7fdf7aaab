using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace SupportBot.Channels;

/// <summary>What a request's body turned out to be.</summary>
internal enum BodyOutcome
{
    Read,
    NotJson,
    TooLarge,
    WrongContentType,
}

/// <summary>Reads one JSON document of bounded size from a request.</summary>
internal static class ActivityReader
{
    /// <summary>The largest activity, in bytes; files come by upload.</summary>
    public const int MaxBytes = 256 * 1024;

    public static async ValueTask<(BodyOutcome Outcome, Activity? Activity)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
        {
            return (BodyOutcome.WrongContentType, null);
        }

        if (request.ContentLength > MaxBytes)
        {
            return (BodyOutcome.TooLarge, null);
        }

        PipeReader reader = request.BodyReader;
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancellation);
            if (read.Buffer.Length > MaxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (BodyOutcome.TooLarge, null);
            }

            if (read.IsCompleted)
            {
                Activity? activity = Parse(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                return activity is null ? (BodyOutcome.NotJson, null) : (BodyOutcome.Read, activity);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The activity in some bytes, or null when they are not one.</summary>
    public static Activity? Parse(ReadOnlySequence<byte> json)
    {
        try
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = 32 });
            Activity? activity = JsonSerializer.Deserialize(ref reader, WireJson.Compact.Activity);
            return reader.Read() ? null : activity;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
