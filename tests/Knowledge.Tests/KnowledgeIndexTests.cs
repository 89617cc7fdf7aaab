namespace SupportBot.Knowledge.Tests;

public sealed class KnowledgeIndexTests
{
    [Theory]
    [InlineData("how long untill i get the refund", "en", "refund-time")]
    [InlineData("delivery takes how many days", "en", "delivery-time")]
    [InlineData("退款几天到账", "zh", "refund-time")]
    [InlineData("快递多久能送到", "zh", "delivery-time")]
    public void A_paraphrase_finds_its_entry(string question, string locale, string id) =>
        Assert.Equal(id, Store.Index.Find(question, locale).First.Id);

    [Fact]
    public void Traditional_characters_find_the_simplified() =>
        Assert.Equal(Store.Index.Find("快递几天能到", "zh"), Store.Index.Find("快遞幾天能到", "zh"));

    [Theory]
    [InlineData("退款要几天呢", "en")]
    [InlineData("how long does a refund take", "zh")]
    public void A_question_in_the_other_language_is_understood_in_that(string question, string locale) =>
        Assert.Equal("refund-time", Store.Index.Find(question, locale).First.Id);

    [Fact]
    public void A_misspelt_word_is_taken_for_the_known_one() =>
        Assert.Equal("delivery-time", Store.Index.Find("when will my pracel arrvie", "en").First.Id);

    [Fact]
    public void What_is_not_ours_is_refused() =>
        Assert.Equal(Verdict.Refusal, Store.Index.Find("who won the football match", "en").Verdict);

    [Fact]
    public void An_entry_that_is_not_ours_is_never_found() =>
        Assert.DoesNotContain(Entry.NotOurs, Ids(Store.Index.Find("are you hiring", "en")));

    [Fact]
    public void An_empty_index_refuses() =>
        Assert.Equal(Verdict.Refusal, KnowledgeIndex.Empty.Find("hello", "en").Verdict);

    [Fact]
    public void Choices_come_likeliest_first_and_together_are_no_more_than_known()
    {
        Finding finding = Store.Index.Find("how long does it take", "en");

        Assert.Equal(3, finding.Count);
        Assert.True(finding.First.Probability >= finding.Second.Probability && finding.Second.Probability >= finding.Third.Probability);
        Assert.InRange(finding.First.Probability + finding.Second.Probability + finding.Third.Probability, 0, finding.Known + 1e-6);
    }

    [Fact]
    public void Two_entries_with_the_same_question_are_named()
    {
        KnowledgeIndex index = KnowledgeIndex.Build([.. Store.Entries, new Entry("other", "en", "", [], ["When do I get my money back?"])]);

        IndexWarning warning = Assert.Single(index.Warnings);

        Assert.Equal((WarningKind.SameQuestion, "refund-time", "other"), (warning.Kind, warning.First, warning.Second));
    }

    [Fact]
    public void The_words_that_decided_are_told()
    {
        Explanation explanation = Store.Index.Explain("my refund please", "en");

        Assert.Equal("refund", explanation.Reasons.First(r => r.Id == "refund-time").Words);
    }

    [Fact]
    public void The_owner_may_ask_to_be_surer_before_an_answer()
    {
        KnowledgeIndex careful = KnowledgeIndex.Build(Store.Entries, new IndexOptions { Certainty = 1 });

        Assert.NotEqual(Verdict.Answer, careful.Find("delivery takes how many days", "en").Verdict);
    }

    [Fact]
    public void Any_product_name_is_read_the_same()
    {
        Entry[] entries = [.. Store.Entries, new("lamp", "en", "", [], ["is the Lumo bright", "can i dim the Lumo", "the Lumo is too dark"])];
        KnowledgeIndex index = KnowledgeIndex.Build(entries, new IndexOptions { Names = ["Lumo", "Nachtwacht 300"] });

        Assert.Equal(index.Find("is the Lumo bright", "en"), index.Find("is the Nachtwacht bright".Replace("Nachtwacht", "lumo", StringComparison.Ordinal), "en"));
        Assert.Equal("lamp", index.Find("is the nachtwacht 300 bright", "en").First.Id);
    }

    [Fact]
    public void The_same_entries_give_the_same_index_however_many_threads_learn()
    {
        KnowledgeIndex again = KnowledgeIndex.Build(Store.Entries, new IndexOptions { Workers = 3 });

        Assert.All(
            (string[])["how long", "my money", "boots too small", "what is love"],
            question => Assert.Equal(Store.Index.Find(question, "en"), again.Find(question, "en")));
    }

    [Fact]
    public void What_was_written_is_read_as_the_same_index()
    {
        using MemoryStream stream = new();
        Store.Index.Write(stream, Store.Entries, new IndexOptions());
        stream.Position = 0;

        KnowledgeIndex? read = KnowledgeIndex.Read(stream, Store.Entries, new IndexOptions());

        Assert.All(
            (string[])["how long", "my money", "boots too small", "whn will my pracel come", "退款多久"],
            question => Assert.Equal(Store.Index.Find(question, "en"), read?.Find(question, "en")));
    }

    [Fact]
    public void What_was_learned_from_other_entries_or_is_damaged_is_not_read()
    {
        using MemoryStream stream = new();
        Store.Index.Write(stream, Store.Entries, new IndexOptions());
        byte[] bytes = stream.ToArray();

        Assert.Null(KnowledgeIndex.Read(new MemoryStream(bytes), Store.Entries[1..], new IndexOptions()));
        Assert.Null(KnowledgeIndex.Read(new MemoryStream(bytes), Store.Entries, new IndexOptions { Names = ["Lumo"] }));
        Assert.Null(KnowledgeIndex.Read(new MemoryStream(bytes[..^7]), Store.Entries, new IndexOptions()));
        Assert.Null(KnowledgeIndex.Read(new MemoryStream(), Store.Entries, new IndexOptions()));
        bytes[^9] ^= 1;
        Assert.Null(KnowledgeIndex.Read(new MemoryStream(bytes), Store.Entries, new IndexOptions()));
    }

    [Fact]
    public async Task Many_threads_find_the_same()
    {
        Finding alone = Store.Index.Find("when will my parcel arrive please", "en");

        Finding[] together = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Store.Index.Find("when will my parcel arrive please", "en"))));

        Assert.All(together, finding => Assert.Equal(alone, finding));
    }

    [Fact]
    public void Finding_allocates_nothing()
    {
        Store.Index.Find("when will my pracel arrive", "en");
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 100; i++)
        {
            Store.Index.Find("when will my pracel arrive", "en", "refund-time");
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string[] Ids(Finding finding) => [finding.First.Id, finding.Second.Id, finding.Third.Id];
}
