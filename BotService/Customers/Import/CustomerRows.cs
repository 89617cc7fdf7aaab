using System.Text.Json.Nodes;
using SupportBot.Dialogs;
using SupportBot.Operation;
using SupportBot.Operation.Rows;

namespace SupportBot.Customers.Import;

/// <summary>Turns rows into customers, each row judged by itself: what is wrong is told by line and column, and what is good is kept.</summary>
internal sealed class CustomerRows(ErasedKeys keys, DateTimeOffset now)
{
    private const int OldestYear = 1900;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<ImportedCustomer> customers = [];
    private readonly List<RowProblem> problems = [];

    public IReadOnlyList<ImportedCustomer> Customers => customers;

    public IReadOnlyList<RowProblem> Problems => problems;

    public void Take(FileRow row)
    {
        RowReader reader = new(row);
        string? id = row[CustomerColumns.Id] is null ? null : reader.Needed(CustomerColumns.Id);
        ImportedCustomer customer = new()
        {
            Line = row.Line,
            ShopId = id,
            Name = Checked(reader, CustomerColumns.Name, row[CustomerColumns.Name], CustomerFields.Name),
            Locale = Checked(reader, CustomerColumns.Locale, LocaleOf(row[CustomerColumns.Locale]), CustomerFields.Locale),
            Zone = Checked(reader, CustomerColumns.Zone, row[CustomerColumns.Zone], CustomerFields.Zone),
            Birthday = Past(reader, CustomerColumns.Birthday),
            MemberSince = Past(reader, CustomerColumns.MemberSince),
            Contacts = [.. Contacts(reader, ContactKind.Email, CustomerColumns.Email, id is not null), .. Contacts(reader, ContactKind.Phone, CustomerColumns.Phone, id is not null)],
            Tags = Tags(reader),
            Consents = ConsentList.Read(reader, now),
        };
        if (id is null && row[CustomerColumns.Email] is null && row[CustomerColumns.Phone] is null)
        {
            reader.Wrong(CustomerColumns.Id, "Nobody can be told by this row. Fill id, email or phone.");
        }

        foreach (string key in id is null ? customer.Contacts.Select(contact => contact.Value) : [$"#{id}"])
        {
            if (!ids.TryAdd(key, row.Line))
            {
                reader.Wrong(id is null ? CustomerColumns.Email : CustomerColumns.Id, $"The same customer stands in line {ids[key]} already. Each may stand once.");
            }
        }

        problems.AddRange(reader.Problems);
        if (reader.Problems.Count == 0)
        {
            customers.Add(customer with { ErasedKeys = KeysOf(customer) });
        }
    }

    private Dictionary<string, string> KeysOf(ImportedCustomer customer)
    {
        Dictionary<string, string> known = customer.Contacts.ToDictionary(keys.Of, contact => contact.Kind == ContactKind.Email ? CustomerColumns.Email : CustomerColumns.Phone);
        if (customer.ShopId is { } id)
        {
            known[keys.OfShopId(id)] = CustomerColumns.Id;
        }

        return known;
    }

    // Shops write en-GB or zh_Hans.
    private static string? LocaleOf(string? text) => text?.Split('-', '_')[0].ToLowerInvariant();

    private static string? Checked(RowReader reader, string column, string? text, Func<string, IEnumerable<FieldFault>> faults)
    {
        Note(reader, column, text is null ? [] : faults(text));
        return text;
    }

    private static IReadOnlyList<Contact> Contacts(RowReader reader, ContactKind kind, string column, bool verified)
    {
        Note(reader, column, CustomerFields.Contact(kind, reader[column]));
        return ContactPoints.Normal(kind, reader[column]) is { } value ? [new Contact(kind, value, verified)] : [];
    }

    private static string[] Tags(RowReader reader)
    {
        string[] tags = [.. (reader[CustomerColumns.Tags] ?? "").Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
        Note(reader, CustomerColumns.Tags, CustomerFields.Tags(tags));
        return tags;
    }

    private DateOnly? Past(RowReader reader, string column)
    {
        DateOnly? day = reader.Day(column);

        // Where it is tomorrow already is no future.
        if (day?.Year < OldestYear || day > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1))
        {
            reader.Wrong(column, $"This day must be in the past, and not before {OldestYear}.");
        }

        return day;
    }

    private static void Note(RowReader reader, string column, IEnumerable<FieldFault> faults)
    {
        foreach (FieldFault fault in faults)
        {
            reader.Wrong(column, RefusalWords.Of(Language.English).Sentence(fault.Code, new Dictionary<string, JsonNode?>()));
        }
    }
}
