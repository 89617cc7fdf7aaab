using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportBot.Conversations.Outbox;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Carriers;

/// <summary>Sends text messages through the store's HTTP gateway.</summary>
internal sealed class SmsCarrier(IHttpClientFactory clients, IOptions<SmsOptions> options, TimeProvider time) : IReachCarrier
{
    public const string Http = "sms";

    public Reach Reach => Reach.Sms;

    public bool IsUsed => options.Value.IsUsed;

    public async Task<Delivery> SendAsync(Recipient recipient, Said said, CancellationToken cancellation)
    {
        SmsOptions gateway = options.Value;
        using HttpRequestMessage request = RequestOf(gateway, recipient, said);
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

    private static HttpRequestMessage RequestOf(SmsOptions gateway, Recipient recipient, Said said)
    {
        HttpRequestMessage request = new(new HttpMethod(gateway.Method), Fill(gateway.Url, recipient, said, Uri.EscapeDataString));
        if (gateway.Method != "GET")
        {
            bool json = gateway.ContentType.Contains("json", StringComparison.OrdinalIgnoreCase);
            string body = Fill(gateway.Body, recipient, said, json ? value => JsonEncodedText.Encode(value).ToString() : Uri.EscapeDataString);
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(gateway.ContentType));
        }

        foreach ((string name, string value) in gateway.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static string Fill(string template, Recipient recipient, Said said, Func<string, string> escape) => template
        .Replace("{id}", escape($"{recipient.CampaignId}-{recipient.Id}"), StringComparison.Ordinal)
        .Replace("{to}", escape(recipient.Address ?? ""), StringComparison.Ordinal)
        .Replace("{text}", escape(said.Text), StringComparison.Ordinal);

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
