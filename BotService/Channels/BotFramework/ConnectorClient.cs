using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using Polly.Timeout;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Channels.BotFramework;

/// <summary>The Connector's REST calls. Nothing is called, and no token shown, beyond the allowed hosts.</summary>
internal sealed class ConnectorClient(IHttpClientFactory clients, ConnectorTokens tokens, ServiceHosts hosts, ConnectorResilience resilience, TimeProvider time)
{
    private const int LongestAnswer = 64 * 1024;

    /// <summary>Says something new in a conversation.</summary>
    public Task<Delivery> SendAsync(string? serviceUrl, string conversationId, byte[] activity, CancellationToken cancellation) =>
        PostAsync(serviceUrl, Path(conversationId), activity, cancellation);

    /// <summary>Says something in answer to an activity.</summary>
    public Task<Delivery> ReplyAsync(string? serviceUrl, string conversationId, string replyToId, byte[] activity, CancellationToken cancellation) =>
        PostAsync(serviceUrl, Path(conversationId, replyToId), activity, cancellation);

    /// <summary>Replaces what was said.</summary>
    public Task<Delivery> UpdateAsync(string? serviceUrl, string conversationId, string activityId, byte[] activity, CancellationToken cancellation) =>
        RepeatAsync(HttpMethod.Put, serviceUrl, Path(conversationId, activityId), activity, cancellation);

    /// <summary>Takes back what was said.</summary>
    public Task<Delivery> DeleteAsync(string? serviceUrl, string conversationId, string activityId, CancellationToken cancellation) =>
        RepeatAsync(HttpMethod.Delete, serviceUrl, Path(conversationId, activityId), null, cancellation);

    /// <summary>Starts a conversation; the receipt is its id.</summary>
    public Task<Delivery> CreateConversationAsync(string? serviceUrl, byte[] parameters, CancellationToken cancellation) =>
        PostAsync(serviceUrl, "v3/conversations", parameters, cancellation);

    // Ids hold characters that have a meaning in a path, such as | and /.
    private static string Path(string conversationId, string? activityId = null) =>
        $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities{(activityId is null ? "" : $"/{Uri.EscapeDataString(activityId)}")}";

    private Task<Delivery> PostAsync(string? serviceUrl, string path, byte[] body, CancellationToken cancellation) =>
        CallAsync(new ConnectorCall(HttpMethod.Post, serviceUrl, path, body, resilience.Once), cancellation);

    private Task<Delivery> RepeatAsync(HttpMethod method, string? serviceUrl, string path, byte[]? body, CancellationToken cancellation) =>
        CallAsync(new ConnectorCall(method, serviceUrl, path, body, resilience.Repeatable), cancellation);

    private async Task<Delivery> CallAsync(ConnectorCall call, CancellationToken cancellation)
    {
        if (!hosts.TryRead(call.ServiceUrl, out Uri? service))
        {
            return new Delivery(DeliveryOutcome.Refused, "the serviceUrl's host is not in BotFramework:AllowedServiceHosts");
        }

        Uri address = new(service, call.Path);
        if (!address.AbsolutePath.EndsWith(call.Path, StringComparison.Ordinal))
        {
            return new Delivery(DeliveryOutcome.Refused, "an id climbs out of its place in the path");
        }

        ActivityContent? content = null;
        try
        {
            return await call.Resilience.ExecuteAsync(
                async stop =>
                {
                    string? token = tokens.AreUsed ? await tokens.GetAsync(stop) : null;
                    content = call.Body is null ? null : new ActivityContent(call.Body);
                    return await SendOnceAsync(call.Method, address, content, token, stop);
                },
                cancellation);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or TimeoutRejectedException)
        {
            // Before the body began to leave, it cannot have arrived; afterwards nobody here can tell.
            return new Delivery(content is { Left: true } ? DeliveryOutcome.Unknown : DeliveryOutcome.Postponed, NameOf(error));
        }
    }

    private async Task<Delivery> SendOnceAsync(HttpMethod method, Uri address, ActivityContent? content, string? token, CancellationToken cancellation)
    {
        using HttpClient client = clients.CreateClient(BotFrameworkServices.ConnectorHttp);
        using HttpRequestMessage request = new(method, address) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.IsSuccessStatusCode)
        {
            return new Delivery(DeliveryOutcome.Delivered, Receipt: await ReceiptOfAsync(response, cancellation));
        }

        string status = $"HTTP {(int)response.StatusCode}";
        if (token is not null && response.StatusCode == HttpStatusCode.Unauthorized)
        {
            // Perhaps the secret was changed and the token with it: another token may be taken.
            tokens.Forget(token);
            return new Delivery(DeliveryOutcome.Postponed, status);
        }

        return ConnectorResilience.IsTransient(response.StatusCode)
            ? new Delivery(DeliveryOutcome.Postponed, status, RetryAfterOf(response))
            : new Delivery(DeliveryOutcome.Refused, status);
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };

    // It has arrived whatever the answer's body looks like.
    private static async Task<string?> ReceiptOfAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellation);
            using Stream body = await response.Content.ReadAsStreamAsync(cancellation);
            return (await JsonSerializer.DeserializeAsync(body, ConnectorJson.Default.ResourceDocument, cancellation))?.Id;
        }
        catch (Exception error) when (error is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private static string NameOf(Exception error) => error switch
    {
        HttpRequestException { StatusCode: { } status } => $"token endpoint: HTTP {(int)status}",
        HttpRequestException failed => failed.HttpRequestError.ToString(),
        _ => "timeout",
    };

    private sealed record ConnectorCall(HttpMethod Method, string? ServiceUrl, string Path, byte[]? Body, ResiliencePipeline Resilience);
}
