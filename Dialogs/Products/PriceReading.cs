using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportBot.Dialogs.Products;

/// <summary>Reads a price range: "under $80", "80块以下", "between 50 and 100", "一百到两百". A currency is taken for the store's own.</summary>
internal static partial class PriceReading
{
    private const string Before = @"(?:(?:about|around|大概|大约|约)\s*)?(?<money>[£$€¥]|gbp\s*|usd\s*|rmb\s*)?\s*";
    private const string Unit = @"\s*(?<money>pounds?|quid|dollars?|bucks|euros?|gbp|usd|rmb|块钱|块|元|英镑|镑|磅|美元|刀|欧元|人民币)?";
    private const string Low = Before + @"(?<low>\d{1,6}(?:\.\d{1,2})?)" + Unit;
    private const string High = Before + @"(?<high>\d{1,6}(?:\.\d{1,2})?)" + Unit;

    // What follows says that the number is no price.
    private const string NoPrice = @"\s*(?<other>days?|weeks?|months?|hours?|minutes?|years?|天|日|个?工作日|小时|分钟|周|个?月|年|岁|码|号|cm|mm|厘米|毫升|ml|升|litres?|kg|公斤|w\b|瓦|%|寸|inch|人|件|双|个|x\d)?";

    public static (decimal? From, decimal? To)? Read(string normalised)
    {
        if (!Hint().IsMatch(normalised))
        {
            return null;
        }

        string text = NumbersInWords.ToDigits(normalised);
        Match range = Range().Match(text);
        if (range.Groups["other"].Success)
        {
            return null;
        }

        return Between(range) ?? One(Under().Match(text), (_, amount) => (null, amount)) ?? One(Over().Match(text), (_, amount) => (amount, null))
            ?? One(Near().Match(text), (_, amount) => (amount * 0.8m, amount * 1.2m)) ?? One(Plain().Match(text), (_, amount) => (null, amount));
    }

    private static (decimal? From, decimal? To)? Between(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        decimal low = Amount(match.Groups["low"]);
        decimal high = Amount(match.Groups["high"]);
        return match.Groups["sure"].Success || match.Groups["money"].Success ? (Math.Min(low, high), Math.Max(low, high)) : null;
    }

    private static (decimal? From, decimal? To)? One(Match match, Func<Match, decimal, (decimal?, decimal?)> range) =>
        match.Success && !match.Groups["other"].Success ? range(match, Amount(match.Groups["high"])) : null;

    private static decimal Amount(Group number) => decimal.Parse(number.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"under|below|less|up to|at most|max|within|budget|cheaper than|more than|over|above|at least|from|starting|min|between|around|about|roughly|<|>|[£$€¥]|pound|quid|dollar|buck|euro|gbp|usd|rmb|tops|以下|以内|之内|内|不超过|低于|少于|小于|最多|预算|控制在|以上|高于|超过|至少|大于|左右|上下|之间|到|至|块|元|镑|磅|刀|价", RegexOptions.NonBacktracking)]
    private static partial Regex Hint();

    [GeneratedRegex(@"(?<sure>between|from|价格?在?|预算)?\s*" + Low + @"\s*(?:and|to|-|~|–|—|(?<sure>到|至))\s*" + High + @"(?<sure>之间|的价位|价位)?" + NoPrice, RegexOptions.NonBacktracking)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?:(?:under|below|less than|up to|at most|max(?:imum)?|within|no more than|not more than|cheaper than|budget(?: of| is|:)?|<|低于|不超过|不要超过|别超过|少于|小于|最多|预算(?:是|在|有)?|控制在)\s*" + High + "|" + High + @"\s*(?:or less|or under|max\b|tops|以下|以内|之内|内))" + NoPrice, RegexOptions.NonBacktracking)]
    private static partial Regex Under();

    [GeneratedRegex(@"(?:(?:over|above|more than|at least|from|starting at|min(?:imum)?|>|高于|超过|至少|大于)\s*" + High + "|" + High + @"\s*(?:or more|and up|and over|以上|起))" + NoPrice, RegexOptions.NonBacktracking)]
    private static partial Regex Over();

    [GeneratedRegex(@"(?:(?:around|about|roughly|approximately|大概|大约)\s*" + High + "|" + High + @"\s*(?:左右|上下|or so))" + NoPrice, RegexOptions.NonBacktracking)]
    private static partial Regex Near();

    [GeneratedRegex(@"(?:[£$€¥]\s*(?<high>\d{1,6}(?:\.\d{1,2})?)|(?<high>\d{1,6}(?:\.\d{1,2})?)\s*(?:pounds?|quid|dollars?|bucks|euros?|gbp|usd|rmb|块钱|块|元|英镑|镑|磅|美元|刀|欧元|人民币))", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
