using System.ComponentModel.DataAnnotations;

namespace SupportBot.Channels.Sms;

/// <summary>The HTTP gateway that text messages leave by, whatever its interface looks like.</summary>
internal sealed class SmsOptions : IValidatableObject
{
    public const string Section = "Sms";

    /// <summary>Its address, with <c>{to}</c> and <c>{text}</c> where it wants them; empty: no text message is sent.</summary>
    public string Url { get; set; } = "";

    public string Method { get; set; } = "POST";

    /// <summary>What is posted, with <c>{to}</c>, <c>{text}</c> and <c>{id}</c>.</summary>
    public string Body { get; set; } = """{"to":"{to}","text":"{text}","reference":"{id}"}""";

    /// <summary>How the values are written into the body: as JSON, or as a form.</summary>
    public string ContentType { get; set; } = "application/json";

    /// <summary>Such as <c>Authorization</c>.</summary>
    public Dictionary<string, string> Headers { get; set; } = [];

    [Range(typeof(TimeSpan), "00:00:00.200", "00:01:00", ErrorMessage = "Sms:Timeout must lie between 00:00:00.200 and 00:01:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What the gateway hands in.</summary>
    public SmsInboundOptions Inbound { get; set; } = new();

    public bool IsUsed => Url.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsUsed && !(Uri.TryCreate(Url.Replace("{to}", "1", StringComparison.Ordinal).Replace("{text}", "1", StringComparison.Ordinal), UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"))
        {
            yield return new("Sms:Url must be the gateway's whole address, such as https://sms.example.com/send.");
        }

        if (Method is not ("GET" or "POST" or "PUT"))
        {
            yield return new("Sms:Method must be GET, POST or PUT.");
        }

        foreach (ValidationResult fault in Inbound.Validate(IsUsed))
        {
            yield return fault;
        }
    }
}
