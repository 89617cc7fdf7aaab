using SupportBot.Dialogs.Products;
using SupportBot.Dialogs.Shopping;

namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>A product of the catalogue, by its name or by what the talk was about.</summary>
internal sealed class ProductSlot(string name) : Slot(name)
{
    private const int MostOffered = 5;

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        if (asked && heard.Number is { } number)
        {
            return number >= 1 && number <= form.Before.Options.Count ? new Reading(form.Before.Options[number - 1]) : Reading.Nothing;
        }

        if (form.Input.Catalogue.Read(heard.Text, form.Locale, null) is not { } query)
        {
            return Reading.Nothing;
        }

        form.Memory = form.Memory with { Products = query };
        ProductHits hits = form.Input.Catalogue.Search(query, form.Locale, MostOffered);
        return query.ProductId is { } id ? new Reading(id)
            : hits is { Relaxed: null, Hits: [{ } only] } ? new Reading(only.Product.Id)
            : asked && hits.Hits.FirstOrDefault(hit => Spoken.Normalize(ProductText.Name(hit.Product, form.Locale)) == heard.Normalized) is { } named ? new Reading(named.Product.Id)
            : Reading.Nothing;
    }

    public override ValueTask<Hurdle?> SettleAsync(FormScene form, CancellationToken cancellation)
    {
        if (!form.Has(Name) && form.Memory.Products?.ProductId is { } talkedAbout)
        {
            form.Set(Name, talkedAbout);
        }

        return ValueTask.FromResult<Hurdle?>(null);
    }

    public override IReadOnlyList<Option> Options(FormScene form) => form.Memory.Products is { } query
        ? [.. form.Input.Catalogue.Search(query, form.Locale, MostOffered).Hits.Select(hit => new Option(hit.Product.Id, ProductText.Name(hit.Product, form.Locale)))]
        : [];

    public override string Show(FormScene form, string value) => form.Input.Catalogue.Get(value) is { } product ? ProductText.Name(product, form.Locale) : value;
}
