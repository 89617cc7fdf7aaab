namespace SupportBot.Knowledge.Tests;

/// <summary>A small store in both languages.</summary>
internal static class Store
{
    public static readonly Entry[] Entries =
    [
        new("refund-time", "en", "How long a refund takes", [new Keyword("refund")],
            ["when do i get my money back", "how long does a refund take", "refund not there yet after a week"]),
        new("delivery-time", "en", "How long delivery takes", [new Keyword("delivery time")],
            ["how long does delivery take", "when will my parcel arrive", "delivery days to leeds"]),
        new("size-guide", "en", "Which size to choose", [new Keyword("size")],
            ["which size should i take", "do the boots run small", "size chart for jeans"]),
        new(Entry.NotOurs, "en", "", [], ["who won the match last night", "are you hiring drivers"]),
        new("refund-time", "zh", "退款多久到账", [new Keyword("退款")], ["退款什么时候到", "钱多久退回来", "退款要几天"]),
        new("delivery-time", "zh", "多久能到", [new Keyword("配送时间")], ["什么时候能送到", "快递几天到", "发货后要多久"]),
        new("size-guide", "zh", "尺码怎么选", [new Keyword("尺码")], ["穿多大码", "靴子偏小吗", "牛仔裤尺码表"]),
    ];

    public static readonly KnowledgeIndex Index = KnowledgeIndex.Build(Entries);
}
