using System.Text.Json.Serialization;
using SupportBot.Access;
using SupportBot.Channels;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop.Demo;

/// <summary><c>POST /demo/identity</c>: what a real store's server would sign for its signed-in customer; only the demo store has it, and only with a secret nobody else knows.</summary>
internal static class DemoSignIn
{
    public static void MapDemoSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/demo/identity", Ask);
        routes.MapPost("/demo/identity", Sign);
    }

    /// <summary>Whether anybody can sign in here, so that the page offers it only then.</summary>
    private static IResult Ask(DemoSeed demo, ShopperIdentityTokens tokens) => Results.Json(new DemoOffer(Signs(demo, tokens)), DemoJson.Default.DemoOffer);

    private static async Task<IResult> Sign(HttpContext context, DemoSeed demo, ShopperIdentityTokens tokens, VisitorLimits limits)
    {
        if (!Signs(demo, tokens))
        {
            return WireError.Of(StatusCodes.Status404NotFound, "NotFound", "Only the demo store signs anybody in.");
        }

        if (await limits.TokenAsync(context.Connection.RemoteIpAddress) is { } wait)
        {
            return WireError.TooMany(context, wait, "Too many calls from this address. Wait a moment and try again.");
        }

        DemoPerson person = DemoPeople.SignedIn;
        string identity = tokens.Issue(new Shopper(person.Id ?? "", person.Name, person.Email, Vip: false));
        return Results.Json(new DemoIdentity(identity, person.Name), DemoJson.Default.DemoIdentity);
    }

    private static bool Signs(DemoSeed demo, ShopperIdentityTokens tokens) => demo.IsDemo && tokens.HasOwnSecret;
}

internal sealed record DemoIdentity(string Identity, string Name);

internal sealed record DemoOffer(bool SignsIn);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoIdentity))]
[JsonSerializable(typeof(DemoOffer))]
internal sealed partial class DemoJson : JsonSerializerContext;
