namespace SupportBot.Knowledge.Tests;

public sealed class KnowledgeIndexTests
{
    private static readonly Entry[] Entries =
    [
        new("refund-time", "en", "How long a refund takes", [new Keyword("refund")],
            ["when do i get my money back", "how long does a refund take", "refund not there yet after a week"]),
        new("delivery-time", "en", "How long delivery takes", [new Keyword("delivery time")],
            ["how long does delivery take", "when will my parcel arrive", "delivery days to leeds"]),
        new("refund-time", "zh", "退款多久到账", [new Keyword("退款")], ["退款什么时候到", "钱多久退回来", "退款要几天"]),
        new("delivery-time", "zh", "多久能到", [new Keyword("配送时间")], ["什么时候能送到", "快递几天到", "发货后要多久"]),
    ];

    private static readonly KnowledgeIndex Index = KnowledgeIndex.Build(Entries);

    [Theory]
    [InlineData("how long untill i get the refund", "en", "refund-time")]
    [InlineData("delivery takes how many days", "en", "delivery-time")]
    [InlineData("退款几天到账", "zh", "refund-time")]
    [InlineData("快递多久能送到", "zh", "delivery-time")]
    public void A_paraphrase_finds_its_entry(string question, string locale, string id) =>
        Assert.Equal(id, Index.Find(question, locale).First.Id);

    [Fact]
    public void A_question_in_the_other_language_is_understood_in_that() =>
        Assert.Equal("refund-time", Index.Find("退款要几天呢", "en").First.Id);

    [Fact]
    public void An_empty_index_refuses() =>
        Assert.Equal(Verdict.Refusal, KnowledgeIndex.Empty.Find("hello", "en").Verdict);

    [Fact]
    public void Two_entries_with_the_same_question_are_named()
    {
        KnowledgeIndex index = KnowledgeIndex.Build([.. Entries, new Entry("other", "en", "", [], ["When do I get my money back?"])]);

        IndexWarning warning = Assert.Single(index.Warnings);

        Assert.Equal((WarningKind.SameQuestion, "refund-time", "other"), (warning.Kind, warning.First, warning.Second));
    }

    [Fact]
    public void The_words_that_decided_are_told()
    {
        Explanation explanation = Index.Explain("my refund please", "en");

        Assert.Equal("refund", explanation.Reasons.First(r => r.Id == "refund-time").Words);
    }
}
