using System.Globalization;
using SupportBot.Operation;

namespace SupportBot.Outreach.Segments;

/// <summary>A segment as a condition on the customer <c>k</c>. Names of fields come from a closed list and values are parameters: nothing a person writes becomes SQL.</summary>
internal sealed class SegmentSql
{
    private const int Deepest = 4;
    private const int MostRules = 50;
    private const int LongestValue = 64;

    private readonly Dictionary<string, object> parameters = [];
    private readonly List<FieldFault> faults = [];
    private int rules;

    private SegmentSql(SegmentRule rule) => Condition = Write(rule, "rule", 1);

    /// <summary>Everybody.</summary>
    public static SegmentSql Everybody { get; } = new(new SegmentRule { Join = SegmentJoin.All, Rules = [] });

    /// <summary>Nobody: what a segment that is gone stands for.</summary>
    public static SegmentSql Nobody { get; } = new(new SegmentRule { Join = SegmentJoin.None, Rules = [new SegmentRule { Join = SegmentJoin.All, Rules = [] }] });

    public string Condition { get; }

    public IReadOnlyDictionary<string, object> Parameters => parameters;

    /// <summary>What is wrong with the rule, each at its own place: <c>rule.rules[1].value</c>.</summary>
    public IReadOnlyList<FieldFault> Faults => faults;

    public static SegmentSql Of(SegmentRule rule) => new(rule);

    private string Write(SegmentRule rule, string at, int depth) => rule switch
    {
        _ when depth > Deepest || ++rules > MostRules => Wrong(at, "SegmentTooDeep"),
        { Join: { } join, Rules: { } inner } => Group(join, inner, at, depth),
        { Field: { } name } => SegmentField.Find(name) is { } field ? Compare(field, rule, at) : Wrong($"{at}.field", "SegmentFieldUnknown"),
        _ => Wrong(at, "SegmentRuleEmpty"),
    };

    private string Group(SegmentJoin join, IReadOnlyList<SegmentRule> inner, string at, int depth)
    {
        string[] conditions = [.. inner.Select((rule, index) => Write(rule, string.Create(CultureInfo.InvariantCulture, $"{at}.rules[{index}]"), depth + 1))];
        return (join, conditions.Length) switch
        {
            (_, 0) => "1 = 1",
            (SegmentJoin.All, _) => $"({string.Join(" and ", conditions)})",
            (SegmentJoin.Any, _) => $"({string.Join(" or ", conditions)})",
            (SegmentJoin.None, _) => $"not ({string.Join(" or ", conditions)})",
        };
    }

    private string Compare(SegmentField field, SegmentRule rule, string at)
    {
        if (ValueOf(field, rule.Value) is not { } value)
        {
            return Wrong($"{at}.value", field.Value switch
            {
                SegmentValue.Text => "SegmentTextWrong",
                SegmentValue.YesNo => "SegmentYesNoWrong",
                SegmentValue.Number => "SegmentNumberWrong",
                SegmentValue.Month => "SegmentMonthWrong",
                SegmentValue.Consent => "SegmentConsentWrong",
            });
        }

        bool counts = field.Value == SegmentValue.Number;
        if (rule.Operator is not { } asked || !counts && asked is SegmentOperator.AtLeast or SegmentOperator.AtMost)
        {
            return Wrong($"{at}.operator", "SegmentOperatorWrong");
        }

        string parameter = string.Create(CultureInfo.InvariantCulture, $"s{parameters.Count}");
        parameters.Add(parameter, value);
        string sql = field.Sql.Replace("{now}", "@now", StringComparison.Ordinal);
        return field.IsCondition
            ? $"{(asked == SegmentOperator.IsNot ? "not " : "")}({sql.Replace("{value}", $"@{parameter}", StringComparison.Ordinal)})"
            : $"{sql} {SignOf(asked)} @{parameter}";
    }

    private static string SignOf(SegmentOperator asked) => asked switch
    {
        SegmentOperator.Is => "=",
        SegmentOperator.IsNot => "<>",
        SegmentOperator.AtLeast => ">=",
        SegmentOperator.AtMost => "<=",
    };

    private static object? ValueOf(SegmentField field, string? given)
    {
        string text = given?.Trim() ?? "";
        long number = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long read) ? read : -1;
        return field.Value switch
        {
            SegmentValue.Text => text.Length is > 0 and <= LongestValue ? text : null,
            SegmentValue.YesNo => text is "true" or "false" ? text == "true" ? 1L : 0L : null,
            SegmentValue.Number => number is >= 0 and <= 1_000_000_000 ? number : null,
            SegmentValue.Month => number is >= 1 and <= 12 ? number : null,
            SegmentValue.Consent => Enum.GetValues<Reach>().Any(reach => Purposes.All.Any(purpose => text == $"{reach.Name()}.{purpose.Name()}")) ? text : null,
        };
    }

    private string Wrong(string at, string code)
    {
        faults.Add(new FieldFault(at, code));
        return "1 = 0";
    }
}
