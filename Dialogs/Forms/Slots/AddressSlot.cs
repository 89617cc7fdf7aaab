using System.Text.RegularExpressions;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>A postal address in the shopper's words; kept as street, town, postcode on lines of their own.</summary>
internal sealed class AddressSlot(string name) : Slot(name)
{
    private const int MostOfPart = 120;

    // Linear in the text, so that no limit of time is needed.
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Postcode = new(@"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d{2} ?[A-Z\d]{4}\b|\b\d{5,6}\b|\b\d{4} ?[A-Z]{2}\b", Linear);
    private static readonly Regex ChineseCity = new("^.{0,12}?市", Linear);

    public override bool KeepsLanguage => true;

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        if (!asked && !(heard.Corrects && heard.Text.Contains(',', StringComparison.Ordinal)))
        {
            return Parse(AfterColon(heard.Text)) is { Complete: true, HasComma: true } told && !asked && heard.OrderNumber is null ? Value(told) : Reading.Nothing;
        }

        Parts parts = Parse(heard.Text);
        return parts switch
        {
            { Complete: true } => Value(parts),
            { Street.Length: > 0, Postcode: null } when heard.Text.Any(char.IsAsciiDigit) && asked => new Reading(null, form.Say("address.noPostcode", ("text", Plain.Line(Plain.Cut(heard.Text, 80))))),
            { Postcode: { } postcode } when asked => new Reading(null, form.Say("address.noStreet", ("text", Plain.Line(postcode)))),
            _ => Reading.Nothing,
        };
    }

    public override string Show(FormScene form, string value) => OneLine(value);

    /// <summary>The value on one line.</summary>
    public static string OneLine(string value) => value.Replace("\n", ", ", StringComparison.Ordinal);

    /// <summary>The address for the shop; the name and the country stay those of <paramref name="before"/>.</summary>
    public static Address ToAddress(string value, Address before)
    {
        string[] lines = value.Split('\n');
        return before with { Street = lines[0], City = lines[1], Postcode = lines[2] };
    }

    private static Reading Value(Parts parts) => new($"{Plain.Cut(parts.Street, MostOfPart)}\n{Plain.Cut(parts.City ?? "", MostOfPart)}\n{parts.Postcode}");

    private static string AfterColon(string text) => text[(text.LastIndexOfAny([':', '：']) + 1)..];

    private static Parts Parse(string text)
    {
        MatchCollection codes = Postcode.Matches(text);
        Match? code = codes.Count > 0 ? codes[^1] : null;
        string rest = code is null ? text : text.Remove(code.Index, code.Length);
        bool hasComma = rest.AsSpan().IndexOfAny(",，\n") >= 0;
        string[] parts = rest.Split([',', '，', '\n', '。'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Match city = ChineseCity.Match(rest);
        (string street, string? town) = city.Success && parts.Length < 3 ? (rest[(city.Index + city.Length)..], city.Value)
            : parts.Length >= 2 ? (string.Join(", ", parts[..^1]), parts[^1])
            : (rest, null);
        return new Parts(street.Trim(' ', ',', '，', '\n', '。'), town?.Trim(), code?.Value.Trim().ToUpperInvariant(), hasComma);
    }

    private readonly record struct Parts(string Street, string? City, string? Postcode, bool HasComma)
    {
        public bool Complete => Postcode is not null && City is { Length: > 0 } && Street.Any(char.IsAsciiDigit);
    }
}
