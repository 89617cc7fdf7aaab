using SupportBot.Dialogs.Forms;
using SupportBot.Knowledge;

namespace SupportBot.Dialogs;

/// <summary>
/// Wishes told by their wording ("call me", "改地址"), for the messages of which the articles are not sure: they decide between the
/// articles' choices, and where there are none. What the articles answer with confidence stays.
/// </summary>
internal static class Wishes
{
    /// <summary>An answer at least this probable is not put in question.</summary>
    private const double Settled = 0.6;

    /// <summary>Below this the articles say that the message is none of the store's subjects, whatever verb is in it.</summary>
    private const double Foreign = 0.12;

    /// <summary>The same for products, whose verbs ("do you have any …") fit anything.</summary>
    private const double ForeignToProducts = 0.2;

    private static readonly string[] Products = ["stock", "product-search", "price", "product-details", "compare"];

    private static readonly string[] NoForms = [Answer.Human, "stock", "product-search"];

    /// <summary>The topic wished for, or null when the articles decide.</summary>
    public static string? Decide(Scene scene, Finding finding, string text)
    {
        if (finding.Verdict == Verdict.Answer && finding.First.Probability >= Settled)
        {
            return null;
        }

        // A person may be asked for in any words.
        if (finding.Verdict == Verdict.Refusal && finding.Known < Foreign)
        {
            return scene.Shared.Asks(Answer.Human, text) ? Answer.Human : null;
        }

        string[] wished = [.. Of(scene, text)];
        if (wished.Length == 0)
        {
            return null;
        }

        string[] likely = [.. Choices(finding).Select(id => scene.Answers.Get(id, scene.Locale)?.Topic).OfType<string>()];
        bool ofProducts = finding.Verdict == Verdict.Refusal ? finding.Known >= ForeignToProducts : likely.Any(Products.Contains);
        if (Products.Contains(wished[0]) && !ofProducts)
        {
            return null;
        }

        return finding.Verdict == Verdict.Answer && wished.Contains(likely.FirstOrDefault()) ? null
            : finding.Verdict == Verdict.DidYouMean && likely.FirstOrDefault(wished.Contains) is { } agreed ? agreed
            : wished[0];
    }

    private static IEnumerable<string> Of(Scene scene, string text) => Form.Every
        .Where(form => scene.Words.Of(form.Id).Starts(text))
        .OrderBy(form => form.Precedence)
        .Select(form => form.Id)
        .Concat(NoForms.Where(topic => scene.Shared.Asks(topic, text)));

    private static IEnumerable<string> Choices(Finding finding) =>
        new[] { finding.First.Id, finding.Second.Id, finding.Third.Id }.Take(finding.Count);
}
