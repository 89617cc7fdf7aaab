using SupportBot.Access.Audit;
using SupportBot.BotService.Tests.Customers;
using SupportBot.Conversations;
using SupportBot.Customers;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of <see cref="ICustomerStore"/> promises.</summary>
public abstract class CustomerStoreContract
{
    private static readonly AuditEntry Audit = AuditEntry.ByConsole("test", "x");

    private protected abstract ICustomerStore Files { get; }

    private protected abstract IConversationStore Conversations { get; }

    private protected abstract ICustomerNames Names { get; }

    private protected ManualTime Time { get; } = new();

    [Fact]
    public async Task A_guest_is_known_again_by_conversation_and_by_contact_point()
    {
        string id = await AdmitAsync("c1", "a@b.example");
        Assert.Equal(id, await AdmitAsync("c1", "other@b.example"));
        Assert.Equal(id, await AdmitAsync("c2", "a@b.example"));
        Assert.NotEqual(id, await AdmitAsync("c3", "third@b.example"));
        Customer file = (await Files.OfConversationAsync("c2", default))!;
        Assert.Equal((id, 2), (file.Id, file.Contacts.Count));
        Assert.Equal(["c1", "c2"], await Files.ConversationsAsync(id, default));
    }

    [Fact]
    public async Task Of_changes_at_once_one_is_written()
    {
        Customer file = (await Files.FindAsync(await AdmitAsync("c1", "a@b.example"), default))!;
        CustomerSaved[] saved = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Files.SaveAsync(file with { Name = $"n{number}", Tags = ["b", "a"] }, Audit, default)));
        Assert.Single(saved, outcome => outcome == CustomerSaved.Saved);
        Assert.Equal(["a", "b"], (await Files.FindAsync(file.Id, default))!.Tags);
        Assert.Equal(CustomerSaved.Missing, await Files.SaveAsync(file with { Id = "none" }, Audit, default));
    }

    [Fact]
    public async Task The_newest_word_on_consent_counts()
    {
        string id = await AdmitAsync("c1", "a@b.example");
        await Files.ConsentAsync(id, new Consent("email", "offers", true, "chat", Time.GetUtcNow()), null, default);
        await Files.ConsentAsync(id, new Consent("email", "offers", false, "unsubscribe", Time.GetUtcNow()), null, default);
        await Files.ConsentAsync(id, new Consent("sms", "offers", true, "desk", Time.GetUtcNow()), null, default);
        Assert.Equal([("email", false), ("sms", true)], (await Files.FindAsync(id, default))!.Consents.Select(consent => (consent.Channel, consent.Given)));
        Assert.Equal([("offers", true, "chat")], (await Files.ConsentsBesideAsync(id, "email", "unsubscribe", default)).Select(consent => (consent.Purpose, consent.Given, consent.Source)));
    }

    [Fact]
    public async Task Merged_files_are_one_under_both_ids()
    {
        string from = await AdmitAsync("c1", "a@b.example");
        string into = await AdmitAsync("c2", "b@b.example");
        Customer first = (await Files.FindAsync(from, default))!;
        await Files.SaveAsync(first with { Vip = true, Note = "old", Tags = ["x"] }, Audit, default);
        Assert.Equal(CustomerSaved.Saved, await Files.MergeAsync(from, into, Audit, default));
        Customer merged = (await Files.FindAsync(from, default))!;
        Assert.Equal((into, true, "old", 2, 1), (merged.Id, merged.Vip, merged.Note, merged.Contacts.Count, merged.Tags.Count));
        Assert.Equal(["c1", "c2"], (await Files.ConversationsAsync(into, default)).Order());
        Assert.Single(await Files.SearchAsync(null, null, 10, default));
        Assert.Equal(CustomerSaved.Missing, await Files.MergeAsync(from, into, Audit, default));
        Assert.Equal(CustomerSaved.Missing, await Files.MergeAsync(into, into, Audit, default));
    }

    [Fact]
    public async Task Files_are_found_by_a_part_of_the_name_or_a_whole_contact_point_and_paged()
    {
        for (int number = 0; number < 7; number++)
        {
            await Files.AdmitAsync(new Newcomer(number % 2 == 0 ? $"林小梅{number}" : $"Anna {number}", "zh", [new Contact(ContactKind.Phone, $"1380000000{number}", false)], null), null, default);
            Time.Advance(TimeSpan.FromSeconds(number / 3));
        }

        List<string> seen = [];
        CustomerCursor? after = null;
        while (await Files.SearchAsync(null, after, 3, default) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(file => file.Id));
            after = new CustomerCursor(page[^1].UpdatedAt.ToUnixTimeMilliseconds(), page[^1].Id);
        }

        Assert.Equal((7, 7), (seen.Count, seen.Distinct().Count()));
        await IndexAsync();
        Assert.Equal(4, (await Files.SearchAsync("小梅", null, 10, default)).Count);
        Assert.Equal(4, (await Files.SearchAsync("林小梅", null, 10, default)).Count);
        Assert.Equal(3, (await Files.SearchAsync("ANN", null, 10, default)).Count);
        Assert.Equal([seen[0]], (await Files.SearchAsync("林小梅6", null, 10, default)).Select(file => file.Id));
        Assert.Empty(await Files.SearchAsync("梅林", null, 10, default));
        Assert.Single(await Files.SearchAsync("138 0000 0003", null, 10, default));
        Assert.Empty(await Files.SearchAsync("1380000", null, 10, default));
    }

    [Theory]
    [InlineData("+44 7700 900104")]
    [InlineData("447700900104")]
    [InlineData("07700 900104")]
    public async Task A_phone_number_is_found_however_it_is_written(string written)
    {
        foreach (string kept in (string[])["+447700900104", "447700900104", "07700900104", "+337700900104"])
        {
            await Files.AdmitAsync(new Newcomer(null, "en", [new Contact(ContactKind.Phone, kept, false)], null), null, default);
        }

        Assert.Equal(3, (await Files.SearchAsync(written, null, 10, default)).Count);
        Assert.Equal(3, (await Files.OfPhoneAsync(Phones.British.FormsOf(written), default)).Count);
    }

    [Fact]
    public async Task A_new_name_is_found_and_the_old_one_no_more()
    {
        string id = await Files.AdmitAsync(new Newcomer("Anna Smith", "en", [], "c1"), null, default);
        await IndexAsync();
        Customer file = (await Files.FindAsync(id, default))!;
        await Files.SaveAsync(file with { Name = "王小明" }, Audit, default);
        await IndexAsync();
        Assert.Empty(await Files.SearchAsync("anna", null, 10, default));
        Assert.Single(await Files.SearchAsync("小明", null, 10, default));
        Assert.Empty(await Names.UnreadAsync(10, default));
        await Files.EraseAsync(new Erasure(id, ["c1"]), Audit, default);
        Assert.Empty(await Files.SearchAsync("小明", null, 10, default));
        Assert.Empty(await Names.UnreadAsync(10, default));
    }

    [Fact]
    public async Task The_conversations_of_the_blocked_are_told_until_it_ends()
    {
        string id = await AdmitAsync("c1", "a@b.example");
        Customer file = (await Files.FindAsync(id, default))!;
        await Files.SaveAsync(file with { Blocked = new Block("abuse", Time.GetUtcNow().AddHours(1)) }, Audit, default);
        BlockedConversation blocked = Assert.Single(await Files.BlockedAsync(default));
        Assert.Equal(("c1", Time.GetUtcNow()), (blocked.ConversationId, blocked.Since));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await Files.BlockedAsync(default));
    }

    [Fact]
    public async Task An_erased_person_leaves_numbers_and_no_words()
    {
        await Conversations.AppendAsync(
            new Append
            {
                ConversationId = "c1",
                Opening = new Opening("directline", "user-secret", "reference-secret"u8.ToArray()),
                Messages = [new NewMessage(Sender.Shopper, "{\"text\":\"a secret\"}"u8.ToArray()) { ChannelData = "{\"k\":\"secret\"}"u8.ToArray(), ClientId = "secret-id" }],
                Files = [new StoredFile("file", "text/plain", "secret.txt", [1])],
            },
            default);
        string id = await AdmitAsync("c1", "secret@b.example");
        await Files.EraseAsync(new Erasure(id, ["c1"]), Audit, default);

        Customer file = (await Files.FindAsync(id, default))!;
        Assert.NotNull(file.ErasedAt);
        Assert.Empty(file.Contacts);
        Message message = Assert.Single(await Conversations.ReadAsync("c1", 0, 10, default));
        Assert.DoesNotContain("secret", System.Text.Encoding.UTF8.GetString(message.Body) + message.ClientId, StringComparison.Ordinal);
        Assert.Null(message.ChannelData);
        Assert.Null(await Conversations.FileAsync("file", default));
        Conversation conversation = (await Conversations.FindAsync("c1", default))!;
        Assert.Equal((null, null, null), (conversation.UserId, conversation.Reference, conversation.State));
        Assert.Empty(await Files.SearchAsync(null, null, 10, default));
        Assert.Equal(CustomerSaved.Changed, await Files.SaveAsync(file with { Name = "back" }, Audit, default));

        // Again, and of somebody this database has never seen, it does no harm.
        await Files.EraseAsync(new Erasure(id, ["c1"]), Audit, default);
        await Files.EraseAsync(new Erasure("never-seen", []), Audit, default);
        Assert.NotNull((await Files.FindAsync("never-seen", default))!.ErasedAt);
    }

    private async Task IndexAsync()
    {
        using CustomerIndexer indexer = new(Names, Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<CustomerIndexer>.Instance);
        await indexer.IndexAsync(default);
    }

    private Task<string> AdmitAsync(string conversation, string email) =>
        Files.AdmitAsync(new Newcomer(null, "en", [new Contact(ContactKind.Email, email, false)], conversation), null, default);
}
