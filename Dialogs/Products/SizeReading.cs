using System.Text.RegularExpressions;

namespace SupportBot.Dialogs.Products;

/// <summary>Reads a size: <c>UK 8</c>, <c>US 10W</c>, <c>EU 42</c>, <c>9.5</c>, <c>XL</c>; "42码" and "size medium" as well.</summary>
internal static partial class SizeReading
{
    // A Chinese character is a letter to \b: a size may follow it at once.
    private const string Left = "(?:^|[^a-z0-9.])";
    private const string Right = "(?:$|[^a-z0-9])";
    private const string Number = @"(?<number>\d{1,2}(?:\.5)?)";

    /// <param name="normalised">The text.</param>
    /// <param name="original">The same as typed: a capital S, M or L alone is a size.</param>
    /// <param name="women">Whether women's sizes are meant; it matters for US shoes.</param>
    /// <param name="shoes">Whether shoes are talked about, so that a bare number can be a size.</param>
    public static string? Read(string normalised, string original, bool women, bool shoes)
    {
        if (Labelled().Match(normalised) is { Success: true } labelled)
        {
            string system = labelled.Groups["system"].ValueSpan switch
            {
                "us" or "美码" or "美" => "US ",
                "uk" or "英码" or "英" => "UK ",
                _ => "EU ",
            };
            return system + labelled.Groups["number"].Value + (system == "US " && women ? "W" : "");
        }

        if (Lettered().Match(normalised) is { Success: true } lettered)
        {
            return Letters(lettered.Groups["letters"].Value);
        }

        if (Numbered().Match(normalised) is { Success: true } numbered && !numbered.Groups["other"].Success)
        {
            return numbered.Groups["number"].Value;
        }

        return Capital().Match(original) is { Success: true } capital ? capital.Groups["letters"].Value
            : shoes && Bare().Match(normalised) is { Success: true } bare && !bare.Groups["other"].Success ? bare.Groups["number"].Value
            : null;
    }

    private static string Letters(string words) => words switch
    {
        "small" or "小" => "S",
        "medium" or "中" => "M",
        "large" or "大" => "L",
        "extra large" or "x large" or "加大" => "XL",
        "extra small" or "x small" or "加小" => "XS",
        "特大" or "加加大" => "XXL",
        "2xl" => "XXL",
        "3xl" => "XXXL",
        _ => words.ToUpperInvariant(),
    };

    [GeneratedRegex(@"(?:" + Left + @"(?<system>uk|us|eu|eur)\s*(?:size\s*)?" + Number + Right + @"|(?<system>英码|美码|欧码|英|美|欧)\s*" + Number + "|" + Number + @"\s*(?<system>uk|us|eu)" + Right + ")", RegexOptions.NonBacktracking)]
    private static partial Regex Labelled();

    [GeneratedRegex("(?:" + Left + @"(?:size|in|in an?|take an?|wear an?)\s+(?<letters>xxs|xs|s|m|l|xl|xxl|xxxl|2xl|3xl|small|medium|large|extra large|extra small|x large)" + Right + @"|(?<letters>xxs|xs|s|m|l|xl|xxl|xxxl|2xl|3xl|大|中|小|加大|特大|加小)\s*(?:码|号)|" + Left + "(?<letters>xxs|xs|xl|xxl|xxxl|2xl|3xl)" + Right + ")", RegexOptions.NonBacktracking)]
    private static partial Regex Lettered();

    [GeneratedRegex("(?:" + Left + @"size\s*" + Number + Right + "|" + Number + @"\s*(?:码|号)|" + Left + @"in\s+(?:an?\s+)?" + Number + @"(?<other>\s*(?:days?|weeks?|months?|hours?|minutes?|years?|pounds?|%|[a-z0-9]))?|穿\s*" + Number + ")", RegexOptions.NonBacktracking)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"(?:^|[^A-Za-z0-9'’£$.])(?<letters>S|M|L)(?:$|[^A-Za-z0-9'’&.])", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();

    [GeneratedRegex(@"(?:^|[^\d.£$€¥])(?<number>\d{1,2}\.5|3[4-9]|4[0-8])(?:$|[^\d.])(?<other>\s*(?:pounds?|quid|dollars?|days?|块|元|镑|以下|以内|左右|到|至|以上))?", RegexOptions.NonBacktracking)]
    private static partial Regex Bare();
}
