using SupportBot.Dialogs.Products;
using SupportBot.Dialogs.Shopping;

namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>One colour and size of a product, as its SKU.</summary>
/// <param name="name">The slot's name.</param>
/// <param name="candidates">What can be chosen, given what is known so far.</param>
internal sealed class VariantSlot(string name, Func<FormScene, (Product Product, IReadOnlyList<Variant> Variants)?> candidates) : Slot(name)
{
    private const int MostOffered = 9;

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        if (candidates(form) is not { } choice)
        {
            return Reading.Nothing;
        }

        if (asked && heard.Number is { } number)
        {
            return number >= 1 && number <= form.Before.Options.Count ? new Reading(form.Before.Options[number - 1]) : Reading.Nothing;
        }

        if (asked && choice.Variants.FirstOrDefault(variant => Spoken.Normalize(Title(form, variant)) == heard.Normalized) is { } titled)
        {
            return new Reading(titled.Sku);
        }

        ProductQuery? query = form.Input.Catalogue.Read(heard.Text, form.Locale, new ProductQuery { ProductId = choice.Product.Id });
        Variant[] meant = query is null || query.Colour is null && query.Size is null ? []
            : [.. choice.Variants.Where(variant => (query.Colour is null || query.Colour == variant.Colour) && (query.Size is null || query.Size == variant.Size))];
        return meant.Length == 1 ? new Reading(meant[0].Sku) : Reading.Nothing;
    }

    public override ValueTask<Hurdle?> SettleAsync(FormScene form, CancellationToken cancellation)
    {
        if (!form.Has(Name) && candidates(form) is { Variants: [{ } only] })
        {
            form.Set(Name, only.Sku);
        }

        return ValueTask.FromResult<Hurdle?>(null);
    }

    public override IReadOnlyList<Option> Options(FormScene form) =>
        candidates(form) is { } choice ? [.. choice.Variants.Take(MostOffered).Select(variant => new Option(variant.Sku, Title(form, variant)))] : [];

    public override string Show(FormScene form, string value) =>
        form.Input.Catalogue.OfSku(value) is { } product && product.Variants.FirstOrDefault(variant => variant.Sku == value) is { } variant ? Title(form, variant) : value;

    private static string Title(FormScene form, Variant variant)
    {
        string[] parts = [.. new[] { variant.Colour is { } colour ? form.Input.Catalogue.ColourName(colour, form.Locale) : null, variant.Size }.OfType<string>()];
        return parts.Length > 0 ? string.Join(' ', parts) : form.Input.Catalogue.OfSku(variant.Sku) is { } product ? ProductText.Name(product, form.Locale) : variant.Sku;
    }
}
