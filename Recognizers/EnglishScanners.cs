using SupportBot.Recognizers.Numbers.English;
using SupportBot.Recognizers.Choices;
using SupportBot.Recognizers.Dates.English;
using SupportBot.Recognizers.Sequences;
using SupportBot.Recognizers.Text;
using SupportBot.Recognizers.Units;

namespace SupportBot.Recognizers;

/// <summary>Runs the English grammars of the kinds asked for.</summary>
internal static class EnglishScanners
{
    public static void Scan(in Utterance u, Kinds kinds, Findings findings)
    {
        if ((kinds & Kinds.Number) != 0)
            NumberScanner.Numbers(u, findings);
        if ((kinds & Kinds.Ordinal) != 0)
            OrdinalScanner.Scan(u, findings);
        if ((kinds & Kinds.Percentage) != 0)
            NumberScanner.Percentages(u, findings);
        if ((kinds & Kinds.DateTime) != 0)
            DateScanner.Scan(u, findings);
        if ((kinds & Kinds.Currency) != 0)
            EnglishCurrencyScanner.Scan(u, findings);
        if ((kinds & Kinds.NumberRange) != 0)
            NumberRangeScanner.Scan(u, findings);
        if ((kinds & Kinds.Dimension) != 0)
            EnglishDimensionScanner.Scan(u, findings);
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
