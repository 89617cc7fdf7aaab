namespace SupportBot.BotService.Tests;

/// <summary>A store of three articles, so that a service starts at once.</summary>
public static class TestStore
{
    private static readonly Lazy<string> Folder = new(Write);

    public static string Directory => Folder.Value;

    private static string Write()
    {
        string directory = Path.Combine(Path.GetTempPath(), "supportbot-tests", $"store-{Environment.ProcessId}");
        Save(directory, "store.yaml", "store: { en: Test Shop, zh: 测试商店 }\nreturn_days: 30\nservice_hours: { en: 9 to 5, zh: 9–17 点 }\n");
        Save(directory, "menu.yaml", "- title: { en: Returns, zh: 退货 }\n  articles: [return-policy, delivery-time]\n");
        Article(directory, "en", "return-policy", "answer", "Our return rules", "You have **{{return_days}} days** to return it.", "can i return a dress", "how long may i send things back", "return policy please", "is it possible to return shoes i wore once", "what are the rules for returns");
        Article(directory, "zh", "return-policy", "answer", "退货政策", "收货后 **{{return_days}} 天**内可以退货。", "可以退货吗", "多少天内能退", "退货政策是什么", "衣服穿过一次还能退吗", "退货有什么规定");
        Article(directory, "en", "delivery-time", "answer", "How long delivery takes", "Two to four working days.", "how long does delivery take", "when will my parcel come if i order today", "delivery time to leeds", "how many days for shipping", "do you deliver quickly");
        Article(directory, "zh", "delivery-time", "answer", "多久能到", "两到四个工作日。", "多久能到货", "下单后几天送到", "配送要多长时间", "快递要几天", "今天买什么时候到");
        Article(directory, "en", "human", "task", "Talk to a person", "I'll pass you to a colleague.", "i want to talk to a person", "get me a human", "let me speak with someone real", "connect me to an agent please", "can a real person help me");
        Article(directory, "zh", "human", "task", "转人工", "好的，我帮您转人工。", "我要转人工", "找真人客服", "叫个人来跟我说", "人工在吗我要人工", "帮我接人工服务");
        return directory;
    }

    private static void Article(string directory, string locale, string id, string kind, string title, string body, params string[] questions) =>
        Save(directory, $"articles/{locale}/{id}.md", $"---\ntopic: {id}\nkind: {kind}\ntitle: {title}\nquestions:\n{string.Concat(questions.Select(question => $"  - {question}\n"))}---\n{body}\n");

    private static void Save(string directory, string name, string content)
    {
        string path = Path.Combine(directory, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
