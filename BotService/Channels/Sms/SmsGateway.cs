using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Channels.Sms;

/// <summary>Sends text messages through the store's HTTP gateway.</summary>
internal sealed class SmsGateway(IHttpClientFactory clients, IOptions<SmsOptions> options, TimeProvider time)
{
    public const string Http = "sms";

    public bool IsUsed => options.Value.IsUsed;

    /// <param name="to">The number, as the gateway takes it.</param>
    /// <param name="text">What is said.</param>
    /// <param name="id">Our own id of it.</param>
    /// <param name="cancellation">Ends the call; whether it had arrived is unknown then.</param>
    public async Task<Delivery> SendAsync(string to, string text, string id, CancellationToken cancellation)
    {
        SmsOptions gateway = options.Value;
        string Fill(string template, Func<string, string> escape) => template
            .Replace("{id}", escape(id), StringComparison.Ordinal)
            .Replace("{to}", escape(to), StringComparison.Ordinal)
            .Replace("{text}", escape(text), StringComparison.Ordinal);
        using HttpRequestMessage request = RequestOf(gateway, Fill);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(gateway.Timeout);
        try
        {
            using HttpClient client = clients.CreateClient(Http);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return Judge(response);
        }
        catch (HttpRequestException error) when (error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new Delivery(DeliveryOutcome.Postponed, error.HttpRequestError.ToString());
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return new Delivery(DeliveryOutcome.Unknown, "no answer");
        }
    }

    private static HttpRequestMessage RequestOf(SmsOptions gateway, Func<string, Func<string, string>, string> fill)
    {
        HttpRequestMessage request = new(new HttpMethod(gateway.Method), fill(gateway.Url, Uri.EscapeDataString));
        if (gateway.Method != "GET")
        {
            bool json = gateway.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase);
            string body = fill(gateway.Body, json ? value => JsonEncodedText.Encode(value).ToString() : Uri.EscapeDataString);
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(gateway.ContentType));
        }

        foreach ((string name, string value) in gateway.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private Delivery Judge(HttpResponseMessage response)
    {
        string status = $"HTTP {(int)response.StatusCode}";
        TimeSpan? wait = response.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - time.GetUtcNow() : null;
        return response.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new Delivery(DeliveryOutcome.Delivered),
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.RequestTimeout => new Delivery(DeliveryOutcome.Postponed, status, wait),

            // A gateway that fails in the middle may have passed it on.
            >= HttpStatusCode.InternalServerError => new Delivery(DeliveryOutcome.Unknown, status),
            _ => new Delivery(DeliveryOutcome.Refused, status),
        };
    }
}
