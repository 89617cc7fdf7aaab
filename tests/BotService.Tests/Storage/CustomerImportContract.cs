using SupportBot.Access;
using SupportBot.Customers;
using SupportBot.Customers.Import;
using SupportBot.Storage.Outreach;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What taking a file of customers in does, on every database.</summary>
public abstract class CustomerImportContract : IDisposable
{
    private const string Header = "id,name,email,phone,locale,zone,birthday,member_since,tags,consents\n";
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-import").FullName;

    protected ManualTime Time { get; } = new();

    private protected abstract IOutreachDatabase Database { get; }

    private protected abstract ICustomerStore Customers { get; }

    [Fact]
    public async Task Good_rows_are_kept_and_each_bad_one_is_told_by_line_and_column()
    {
        CustomerReport report = await ImportAsync(Header + """
            s1,Ann,ANN@Shop.example,+44 20 7946 0000,en-GB,Europe/London,1990-02-28,2020-05-01,loyal; tea,email.offers yes 2020-05-01T10:00:00Z checkout form; sms.offers no 2020-05-01 shop
            s2,,nobody,12,fr,Mars/Olympus,1990-02-30,2999-01-01,,email.offers yes 2020-05-01
            s1,Ann again,,,,,,,,
            ,Nobody,,,,,,,,
            ,李雷,lilei@shop.example,,zh-CN,Asia/Shanghai,,,茶；新客,chat.greetings yes 2020-05-01 门店; pigeon.offers yes 2020-05-01 shop; email.offers maybe 2020-05-01 shop; email.offers yes yesterday shop; email.offers yes 2999-01-01 shop
            ,韩梅梅,hanmeimei@shop.example,,zh-CN,Asia/Shanghai,,,茶；新客,chat.greetings yes 2020-05-01 门店

            """);
        Assert.Equal((6, 2, 2), (report.Read, report.Saved, report.Added));
        Assert.Equal(
            ["3 email", "3 phone", "3 locale", "3 zone", "3 birthday", "3 member_since", "3 consents", "4 id", "5 id", "6 consents", "6 consents", "6 consents", "6 consents"],
            report.Problems.OrderBy(problem => problem.Line).ThenBy(problem => Array.IndexOf([.. CustomerColumns.All], problem.Column)).Select(problem => $"{problem.Line} {problem.Column}"));
        Assert.All(report.Problems, problem => Assert.True(problem.Reason.Contains(' ', StringComparison.Ordinal), problem.Reason));

        Customer ann = await FoundAsync("ann@shop.example");
        Assert.Equal(("Ann", "en", "Europe/London", "s1"), (ann.Name, ann.Locale, ann.Zone, Assert.Single(ann.ShopIds)));
        Assert.Equal(["loyal", "tea"], ann.Tags);
        Assert.Equal([("ann@shop.example", true), ("+442079460000", true)], ann.Contacts.Select(contact => (contact.Value, contact.Verified)));
        Assert.Equal([("email", true, "checkout form"), ("sms", false, "shop")], ann.Consents.Select(consent => (consent.Channel, consent.Given, consent.Source)).Order());
        Customer han = await FoundAsync("hanmeimei@shop.example");
        Assert.Equal(("zh", 0, "门店"), (han.Locale, han.ShopIds.Count, Assert.Single(han.Consents).Source));
    }

    [Fact]
    public async Task Taken_again_nothing_is_doubled_and_what_was_said_since_stands()
    {
        const string Rows = Header + "s1,Ann,ann@shop.example,,en,,,,tea,email.offers yes 2020-05-01 shop\n,Bo,bo@shop.example,,,,,,,\n";
        await ImportAsync(Rows);
        Customer ann = await FoundAsync("ann@shop.example");
        await Customers.ConsentAsync(ann.Id, new Consent("email", "offers", false, "unsubscribe", Time.GetUtcNow()), null, default);
        CustomerReport again = await ImportAsync(Rows.Replace("s1,Ann,ann@shop.example,,en", "s1,Anna,,,", StringComparison.Ordinal));
        Assert.Equal((2, 2, 0, 0), (again.Read, again.Saved, again.Added, again.Problems.Count));
        Customer after = await FoundAsync("ann@shop.example");
        Assert.Equal((ann.Id, "Anna", "en", false), (after.Id, after.Name, after.Locale, Assert.Single(after.Consents).Given));
        Assert.Equal(2, (await Customers.SearchAsync(null, null, 10, default)).Count);
    }

    [Fact]
    public async Task A_word_newer_than_ours_counts()
    {
        await ImportAsync(Header + "s1,Ann,ann@shop.example,,,,,,,email.offers yes 2020-05-01 shop\n");
        await ImportAsync(Header + "s1,Ann,ann@shop.example,,,,,,,email.offers no 2020-05-02T09:00:00+02:00 shop\n");
        Assert.False(Assert.Single((await FoundAsync("ann@shop.example")).Consents).Given);
    }

    [Fact]
    public async Task A_row_with_an_account_does_not_open_the_file_of_a_guest_with_its_address()
    {
        string guest = await Customers.AdmitAsync(new Newcomer("Guest", "en", [new Contact(ContactKind.Email, "ann@shop.example", false)], null), null, default);
        Assert.Equal(1, (await ImportAsync(Header + "s1,Ann,ann@shop.example,,,,,,,\n")).Added);
        Assert.Equal("Guest", (await Customers.FindAsync(guest, default))!.Name);
    }

    [Theory]
    [InlineData("s1,Ann,,,,,,,,", "id")]
    [InlineData("s9,Ann,ANN@shop.example,,,,,,,", "email")]
    [InlineData(",Ann,,+44 20 7946 0000,,,,,,", "phone")]
    public async Task Whoever_was_erased_does_not_come_back_with_a_file_and_their_row_is_told(string row, string column)
    {
        await ImportAsync(Header + "s1,Ann,ann@shop.example,+44 20 7946 0000,,,,,,\n");
        Customer ann = await FoundAsync("ann@shop.example");
        await Customers.EraseAsync(new Erasure(ann.Id, [], Keys.Of(ann)), null, default);
        string file = Header + ",Bo,bo@shop.example,,,,,,,\n" + row + "\n";
        CustomerReport report = await ImportAsync(file);
        Assert.Equal((2, 1, 1), (report.Read, report.Saved, report.Added));
        Assert.Equal((3, column), (Assert.Single(report.Problems).Line, report.Problems[0].Column));
        Assert.Equal("Bo", Assert.Single(await Customers.SearchAsync(null, null, 10, default)).Name);

        // When they have come back, whoever imports says so; from then on they are customers like all.
        Assert.Equal((2, 1), (await ImportAsync(file, returned: true) is var second ? (second.Saved, second.Added) : default));
        Assert.Empty((await ImportAsync(file)).Problems);
    }

    [Fact]
    public async Task Whoever_came_back_by_themselves_is_a_customer_like_all()
    {
        await ImportAsync(Header + ",Ann,ann@shop.example,,,,,,,\n");
        Customer ann = await FoundAsync("ann@shop.example");
        await Customers.EraseAsync(new Erasure(ann.Id, [], Keys.Of(ann)), null, default);
        await Customers.AdmitAsync(new Newcomer(null, "en", [new Contact(ContactKind.Email, "ann@shop.example", false)], null), null, default);
        Assert.Empty((await ImportAsync(Header + ",Anna,ann@shop.example,,,,,,,\n")).Problems);
        Assert.Equal("Anna", (await FoundAsync("ann@shop.example")).Name);
    }

    void IDisposable.Dispose()
    {
        Directory.Delete(directory, recursive: true);
        Close();
        GC.SuppressFinalize(this);
    }

    protected abstract void Close();

    private async Task<Customer> FoundAsync(string email) => Assert.Single(await Customers.SearchAsync(email, null, 10, default));

    private static ErasedKeys Keys { get; } = new(new OneSecret());

    private async Task<CustomerReport> ImportAsync(string content, bool returned = false)
    {
        string path = Path.Combine(directory, "customers.csv");
        await File.WriteAllTextAsync(path, content);
        return await new CustomerImport(new SqlCustomerImports(Database, Time), Keys, Time).RunAsync(new FileInfo(path), returned, default);
    }

    private sealed class OneSecret : ISecretStore
    {
        public byte[] GetOrCreate(string name, int length) => new byte[length];
    }
}
