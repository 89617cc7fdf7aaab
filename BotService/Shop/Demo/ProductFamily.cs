using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SupportBot.Shop.Demo;

/// <summary>A kind of thing the demo store sells, and what its products differ in.</summary>
internal sealed class ProductFamily
{
    public string Category { get; set; } = "";

    public int Count { get; set; }

    /// <summary>Whether its name stands as it is, for the products of the demo page.</summary>
    public bool Named { get; set; }

    public string En { get; set; } = "";

    public string Zh { get; set; } = "";

    /// <summary>Cheapest and dearest, in whole pounds.</summary>
    public List<int> Price { get; set; } = [];

    public string Sizes { get; set; } = "none";

    public List<string> Colours { get; set; } = [];

    public List<List<string>> Materials { get; set; } = [];

    public List<List<string>> Extras { get; set; } = [];

    public bool Returnable { get; set; } = true;

    /// <summary>Whether the store's own team brings it.</summary>
    public bool Large { get; set; }

    public IReadOnlyList<string?> SizeLabels => Sizes switch
    {
        "clothes" => ["XS", "S", "M", "L", "XL", "XXL"],
        "s-xl" => ["S", "M", "L", "XL"],
        "shoes" => ["4", "5", "5.5", "6", "6.5", "7", "7.5", "8", "8.5", "9", "9.5", "10", "10.5", "11", "12"],
        "boots" => ["3", "4", "5", "6", "7", "8", "9", "10", "11", "12"],
        "waist" => ["28", "30", "32", "34", "36", "38"],
        "dress" => ["8", "10", "12", "14", "16", "18"],
        "beds" => ["Single", "Double", "King"],
        _ => [null],
    };

    public static IReadOnlyList<ProductFamily> LoadAll()
    {
        using Stream stream = typeof(ProductFamily).Assembly.GetManifestResourceStream("SupportBot.Shop.Demo.families.yaml")
            ?? throw new InvalidDataException("Shop/Demo/families.yaml is not in the assembly.");
        using StreamReader reader = new(stream);
        return new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<List<ProductFamily>>(reader);
    }
}
