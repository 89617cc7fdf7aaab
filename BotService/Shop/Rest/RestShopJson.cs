using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;

namespace SupportBot.Shop.Rest;

/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record ProductPage(IReadOnlyList<Product> Products, string? Next = null);

internal sealed record OrderList(IReadOnlyList<Order> Orders);

/// <param name="Rule">Why it was refused; one of <see cref="PolicyRule"/>.</param>
internal sealed record ChangeAnswer(bool Done, string? Reference = null, PolicyRule? Rule = null);

/// <summary>The documents of <c>docs/shop-api.yaml</c>.</summary>
[JsonSerializable(typeof(ProductPage))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(OrderList))]
[JsonSerializable(typeof(OrderChange))]
[JsonSerializable(typeof(ChangeAnswer))]
internal sealed partial class RestShopJson : JsonSerializerContext
{
    /// <summary>What lacks a needed member, or has null for it, is refused: the shop is not ours to trust.</summary>
    public static RestShopJson Strict { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
        MaxDepth = 32,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    });
}
