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
        ("order-status", AnswerKind.Task, "Where is my order?", "查订单", ["where is my order", "where's my order", "track", "到哪了", "查订单", "查一下订单"]),
        ("cancel-order", AnswerKind.Task, "Cancel an order", "取消订单", ["cancel my order", "cancel order", "cancel the order", "取消订单", "取消我的订单"]),
        ("change-address", AnswerKind.Task, "Change the address", "改地址", ["change the address", "wrong address", "different address", "改地址", "改收货地址"]),
        ("return", AnswerKind.Task, "Return an item", "申请退货", ["send back", "send it back", "send something back", "want to return", "我要退货", "申请退货", "退掉"]),
        ("exchange", AnswerKind.Task, "Exchange an item", "申请换货", ["exchange", "swap", "换货", "换个码", "换一个"]),
        ("refund-status", AnswerKind.Task, "Where is my refund?", "退款进度", ["where is my refund", "is my refund", "退款到哪", "退款进度", "我的退款"]),
        ("invoice", AnswerKind.Task, "Invoice", "开发票", ["invoice", "发票"]),
        ("charges", AnswerKind.Article, "Charges explained", "费用说明", ["why was i charged", "charges", "怎么收费", "扣了这么多"]),
        ("restock-notice", AnswerKind.Task, "Back in stock", "到货提醒", ["back in stock", "到货提醒", "到货通知", "到货告诉我"]),
        ("repair", AnswerKind.Task, "Repair", "报修", ["repair", "broken down", "报修", "维修"]),
        ("installation", AnswerKind.Task, "Installation", "上门安装", ["install", "安装"]),
        ("complaint", AnswerKind.Task, "Complaint", "投诉", ["complain", "投诉"]),
        ("ticket-status", AnswerKind.Task, "How is my complaint going?", "投诉进度", ["my complaint going", "where is my complaint", "status of my complaint", "投诉进度", "投诉到哪", "投诉怎么样"]),
        ("call-back", AnswerKind.Task, "Call back", "回电话", ["call me", "ring me", "回电", "打电话给我"]),
        ("reminder", AnswerKind.Task, "Reminder", "提醒", ["remind", "提醒"]),
        ("product-search", AnswerKind.Task, "Find a product", "找商品", ["looking for", "do you sell", "有没有", "想买"]),
        ("stock", AnswerKind.Task, "In stock?", "有货吗", ["in stock", "do you have the", "有货吗", "有现货"]),
        ("material-care", AnswerKind.Article, "Care", "洗涤保养", ["wash", "怎么洗"]),
        ("opening", AnswerKind.Article, "Opening hours", "营业时间", ["when are you open", "opening hours", "几点开门", "营业时间"]),
        ("human", AnswerKind.Task, "Talk to someone", "找人工", ["speak to", "找个人"]),
        ("thanks", AnswerKind.Talk, "Thanks", "感谢", ["thank", "谢谢"]),
        ("broken", AnswerKind.Article, "Broken", "坏了", ["explode"]),
    ];

    public Finding Find(string question, string locale, string? previous)
    {
        (string Id, int Length)[] named = [.. Articles
            .Select(article => (article.Id, article.Words.Where(word => question.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => word.Length).DefaultIfEmpty().Max()))
            .Where(article => article.Item2 > 0)];

        // A longer wording means one thing: "want to return" is no question about "return".
        int longest = named.Select(article => article.Length).DefaultIfEmpty().Max();
        Choice[] found = [.. named.Where(article => article.Length * 2 > longest).Select(article => new Choice(article.Id, 0.9))];
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
