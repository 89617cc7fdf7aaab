using SupportBot.Knowledge;

namespace SupportBot.Dialogs.Tests;

/// <summary>Articles found by a word of theirs, so that a transcript shows the dialog and not the matching.</summary>
internal sealed class FakeAnswers : IAnswers
{
    private static readonly (string Id, AnswerKind Kind, string English, string Chinese, string[] Words)[] Articles =
    [
        ("return-policy", AnswerKind.Article, "Return rules", "退货政策", ["return", "退货"]),
        ("refund-time", AnswerKind.Article, "How long refunds take", "退款多久到账", ["refund", "退款"]),
        ("delivery-time", AnswerKind.Article, "Delivery time", "多久能到", ["deliver", "多久"]),
        ("human", AnswerKind.Task, "Talk to someone", "找人工", ["speak to", "找个人"]),
        ("thanks", AnswerKind.Talk, "Thanks", "感谢", ["thank", "谢谢"]),
        ("broken", AnswerKind.Article, "Broken", "坏了", ["explode"]),
    ];

    public Finding Find(string question, string locale, string? previous)
    {
        Choice[] found = [.. Articles.Where(article => article.Words.Any(word => question.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(article => new Choice(article.Id, 0.5))];
        Verdict verdict = found.Length switch
        {
            0 => Verdict.Refusal,
            1 => Verdict.Answer,
            _ => Verdict.DidYouMean,
        };
        return new Finding(verdict, found.ElementAtOrDefault(0), found.ElementAtOrDefault(1), found.ElementAtOrDefault(2), Math.Min(found.Length, 3), found.Length == 0 ? 0 : 1);
    }

    public Answer? Get(string id, string locale) => Articles
        .Where(article => article.Id == id && id != "broken")
        .Select(article => new Answer(
            id,
            id,
            article.Kind,
            locale == Language.Chinese ? article.Chinese : article.English,
            locale == Language.Chinese ? $"关于{article.Chinese}的回答" : $"The answer about {article.English}",
            id == "return-policy" ? ["refund-time", "no-such-article"] : []))
        .FirstOrDefault();
}
