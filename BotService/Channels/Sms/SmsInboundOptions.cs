using System.ComponentModel.DataAnnotations;

namespace SupportBot.Channels.Sms;

/// <summary>How the gateway hands in what shoppers write: it posts a form or a JSON object, and shows that it is the gateway.</summary>
internal sealed class SmsInboundOptions
{
    private const int ShortestSecret = 16;

    /// <summary>What only the gateway and this service know; empty: nothing is taken in.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The header that holds the HMAC-SHA256 of the body under the secret, in hexadecimal or Base64. Empty: the secret itself comes, as a bearer token or Basic password.</summary>
    public string SignatureHeader { get; set; } = "";

    /// <summary>The name of the field with the shopper's number.</summary>
    public string From { get; set; } = "from";

    /// <summary>The name of the field with their words.</summary>
    public string Text { get; set; } = "text";

    /// <summary>The name of the field with the gateway's own id of the message, by which a repeat is known.</summary>
    public string Id { get; set; } = "id";

    public bool IsUsed => Secret.Length > 0;

    public IEnumerable<ValidationResult> Validate(bool canAnswer)
    {
        if (IsUsed && Secret.Length < ShortestSecret)
        {
            yield return new($"Sms:Inbound:Secret must have at least {ShortestSecret} characters.");
        }

        if (IsUsed && !canAnswer)
        {
            yield return new("Sms:Url must be set when Sms:Inbound:Secret is: what comes in is answered by the same gateway.");
        }

        if (From.Length == 0 || Text.Length == 0 || Id.Length == 0)
        {
            yield return new("Sms:Inbound:From, :Text and :Id must name the gateway's fields.");
        }
    }
}
