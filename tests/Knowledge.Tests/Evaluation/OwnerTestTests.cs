using SupportBot.Knowledge.Evaluation;

namespace SupportBot.Knowledge.Tests.Evaluation;

public sealed class OwnerTestTests
{
    [Fact]
    public void Wrong_refused_and_never_matched_are_told_apart()
    {
        LabelledText[] questions =
        [
            new("refund-time", "how long does a refund take"),
            new("size-guide", "when will my parcel arrive"),
            new("delivery-time", "zzz qqq"),
            new(Entry.NotOurs, "who won the match last night"),
        ];

        OwnerTest test = OwnerTest.Run(Store.Index, Store.Entries, questions, "en");

        Assert.Equal((4, 2), (test.Questions, test.Right));
        Assert.Equal("when will my parcel arrive", Assert.Single(test.Wrong).Question);
        Assert.Equal("zzz qqq", Assert.Single(test.Refused).Question);
        Assert.Equal(("size-guide", "delivery-time"), (test.Confused[0].Expected, test.Confused[0].Found));
        Assert.Equal(["size-guide"], test.NeverMatched);
    }

    [Fact]
    public void Two_entries_about_the_same_are_near_duplicates()
    {
        Entry[] entries =
        [
            .. Store.Entries,
            new("parking-a", "en", "Parking", [], ["where can i park", "is there a car park", "parking near the shop", "can i leave my car"]),
            new("parking-b", "en", "Car park", [], ["is there parking", "where do i park my car", "car park near the shop", "where may i leave the car"]),
        ];

        OwnerTest test = OwnerTest.Run(KnowledgeIndex.Build(entries), entries, [], "en");

        Assert.All(test.NearDuplicates, pair => Assert.Equal(["parking-a", "parking-b"], ((string[])[pair.Expected, pair.Found]).Order()));
        Assert.NotEmpty(test.NearDuplicates);
    }

    [Theory]
    [InlineData("label\ttext\twith tab", "label", "text\twith tab")]
    public void A_line_is_cut_at_its_first_tab(string line, string label, string text) =>
        Assert.Equal(new LabelledText(label, text), LabelledText.Parse(line));

    [Theory]
    [InlineData("no tab")]
    [InlineData("\tno label")]
    public void A_line_without_label_is_none(string line) => Assert.Null(LabelledText.Parse(line));
}
