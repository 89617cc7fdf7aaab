using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SupportBot.Customers;
using SupportBot.Operation;

namespace SupportBot.Channels.Sms;

/// <summary>A text message as the gateway hands it in.</summary>
/// <param name="From">The shopper's number, as the gateway writes it.</param>
/// <param name="Text">Their words.</param>
/// <param name="Id">The gateway's own id of the message.</param>
internal sealed record IncomingSms(string From, string Text, string Id)
{
    public const int MostBytes = 64 * 1024;

    private const int LongestText = 10_000;
    private const int LongestId = 200;
    private const int LongestNumber = 40;

    /// <summary>Null when the body is neither a form nor a JSON object, as its content type says.</summary>
    public static IncomingSms? Read(byte[] body, bool isForm, SmsInboundOptions fields)
    {
        if (isForm)
        {
            Dictionary<string, StringValues> form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
            return Of(name => form.TryGetValue(name, out StringValues value) ? value.ToString() : "", fields);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            return document.RootElement.ValueKind != JsonValueKind.Object ? null : Of(name => document.RootElement.TryGetProperty(name, out JsonElement value) ? TextOf(value) : "", fields);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with it, by the gateway's own names of the fields.</summary>
    public IEnumerable<FieldFault> Faults(SmsInboundOptions fields)
    {
        if (From.Length > LongestNumber || !From.All(IsOfNumber) || ContactPoints.Normal(ContactKind.Phone, From) is null)
        {
            yield return new FieldFault(fields.From, "SmsFromWrong");
        }

        if (Text.Trim().Length is not (> 0 and <= LongestText))
        {
            yield return new FieldFault(fields.Text, "SmsTextWrong");
        }

        if (Id.Length is not (> 0 and <= LongestId) || Id.Any(char.IsControl))
        {
            yield return new FieldFault(fields.Id, "SmsIdWrong");
        }
    }

    private static IncomingSms Of(Func<string, string> field, SmsInboundOptions fields) => new(field(fields.From).Trim(), field(fields.Text), field(fields.Id).Trim());

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '+' or '-' or '.' or ' ' or '(' or ')';

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
