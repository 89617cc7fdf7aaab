using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Persons;

namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>Lines of the order, as SKUs between commas: by numbers, by words of their names, or all of them.</summary>
internal sealed class LinesSlot : Slot
{
    public const string Key = "lines";
    private readonly bool single;

    /// <param name="single">Whether only one line can be chosen.</param>
    public LinesSlot(bool single)
        : base(Key)
    {
        this.single = single;
        OfOrder = true;
    }

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        if (form.Order is not { } order)
        {
            return Reading.Nothing;
        }

        OrderLine[] lines = [.. order.Lines];
        if (asked && !single && heard.Normalized.Length > 0 && form.Words.Choices("all").Any(all => WordLists.Holds(all.Words, heard.Text)))
        {
            return Of(lines);
        }

        OrderLine[] named = [.. lines.Where(line => Names(line, heard.Text))];
        OrderLine[] chosen = named.Length == 0 && asked ? Numbered(lines, heard) : named;
        return chosen.Length == 0 || single && chosen.Length > 1 ? Reading.Nothing : Of(chosen);
    }

    public override ValueTask<Hurdle?> SettleAsync(FormScene form, CancellationToken cancellation)
    {
        if (!form.Has(Key) && form.Order is { } order && order.Lines is [{ } only])
        {
            form.Set(Key, only.Sku);
        }

        return ValueTask.FromResult<Hurdle?>(null);
    }

    public override IReadOnlyList<Option> Options(FormScene form) =>
        form.Order is { } order ? [.. order.Lines.Take(9).Select(line => new Option(line.Sku, OrderText.Line(line, form.Locale)))] : [];

    public override string Show(FormScene form, string value) => form.Order is null ? value : string.Join(
        form.Locale == Language.Chinese ? "、" : ", ",
        Chosen(form).Select(line => OrderText.Line(line, form.Locale)));

    /// <summary>The lines chosen, in the order of the order.</summary>
    public static IReadOnlyList<OrderLine> Chosen(FormScene form) =>
        form[Key]?.Split(',') is { } skus && form.Order is { } order ? [.. order.Lines.Where(line => skus.Contains(line.Sku))] : [];

    private static Reading Of(IEnumerable<OrderLine> lines) => new(string.Join(',', lines.Select(line => line.Sku)));

    private static OrderLine[] Numbered(OrderLine[] lines, Heard heard) => heard.Number is { } number
        ? number >= 1 && number <= lines.Length ? [lines[number - 1]] : []
        : [.. heard.Found
            .Where(found => found.TypeName == "number" && int.TryParse(found.Resolution["value"], out int index) && index >= 1 && index <= lines.Length)
            .Select(found => lines[int.Parse(found.Resolution["value"] ?? "1", System.Globalization.CultureInfo.InvariantCulture) - 1])
            .Distinct()];

    /// <summary>A word of the name that is long enough to mean it: "the kettle" for "Stovetop kettle".</summary>
    public static bool Names(OrderLine line, string text) => line.Name.Any(name => name.Key == Language.Chinese
        ? ChinesePart(name.Value, text)
        : name.Value.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Any(word => word.Length >= 4 && WordLists.HoldsWord(text, word)));

    // Chinese names end in what the thing is: 珐琅水壶 is a 水壶.
    private static bool ChinesePart(string name, string text)
    {
        string core = name.Split(' ', '，', '（')[0];
        return core.Length >= 2 && (text.Contains(core, StringComparison.Ordinal) || text.Contains(core[^2..], StringComparison.Ordinal));
    }
}
