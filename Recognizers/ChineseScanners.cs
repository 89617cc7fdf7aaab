using SupportBot.Recognizers.Choices;
using SupportBot.Recognizers.Dates.Chinese;
using SupportBot.Recognizers.Numbers.Chinese;
using SupportBot.Recognizers.Sequences;
using SupportBot.Recognizers.Text;
using SupportBot.Recognizers.Units;

namespace SupportBot.Recognizers;

/// <summary>Runs the Chinese grammars of the kinds asked for.</summary>
internal static class ChineseScanners
{
    public static void Scan(in Utterance u, Kinds kinds, Findings findings)
    {
        if ((kinds & Kinds.Number) != 0)
            NumberScanner.Numbers(u, findings);
        if ((kinds & Kinds.Ordinal) != 0)
            NumberScanner.Ordinals(u, findings);
        if ((kinds & Kinds.Percentage) != 0)
            PercentScanner.Scan(u, findings);
        if ((kinds & Kinds.Currency) != 0)
            ChineseCurrencyScanner.Scan(u, findings);
        if ((kinds & Kinds.DateTime) != 0)
            DateScanner.Scan(u, findings);
        if ((kinds & Kinds.NumberRange) != 0)
            NumberRangeScanner.Scan(u, findings);
        if ((kinds & Kinds.Dimension) != 0)
            ChineseDimensionScanner.Scan(u, findings);
        if ((kinds & Kinds.Phone) != 0)
            PhoneScanner.Scan(u.Text, findings);
        if ((kinds & Kinds.Email) != 0)
            EmailScanner.Scan(u.Text, findings);
        if ((kinds & Kinds.Url) != 0)
            UrlScanner.Scan(u.Text, findings);
        if ((kinds & Kinds.Boolean) != 0)
            YesNoScanner.Scan(u, findings);
    }
}
