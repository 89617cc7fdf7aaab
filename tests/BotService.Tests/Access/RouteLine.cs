using Microsoft.AspNetCore.Routing;
using SupportBot.Access;

namespace SupportBot.BotService.Tests.Access;

/// <summary>A line of <c>routes.txt</c>: method, path and who may call it.</summary>
/// <param name="Method">GET, POST …; ANY for a route that takes all; SOCKET for a GET that opens one.</param>
/// <param name="Path">The route's pattern.</param>
/// <param name="Who">
/// <c>public</c>; <c>shopper</c>, who has a Direct Line token of the conversation; <c>staff</c>, any member; one or more permissions joined
/// by <c>+</c>. Nobody of these may call what is for a key of its own: <c>ticket</c>, in the URL; <c>store</c>, the Direct Line secret;
/// <c>connector</c>, a Bot Framework channel's; <c>gateway</c>, that of the store's text messages.
/// </param>
internal sealed record RouteLine(string Method, string Path, string Who)
{
    public static IReadOnlyList<RouteLine> Expected { get; } =
    [
        .. File.ReadAllLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Access", "routes.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(parts => new RouteLine(parts[0], parts[1], parts[2])),
    ];

    public bool IsForStaff => Who == "staff" || Who.Contains('.', StringComparison.Ordinal);

    public bool Allows(Role role) => Who == "staff" || Who.Split('+').All(RolePermissions.Of([role]).Select(permission => permission.Name()).Contains);

    /// <summary>What the running service says of its routes.</summary>
    public static IEnumerable<RouteLine> Mapped(EndpointDataSource routes) =>
        from endpoint in routes.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        where method != "OPTIONS"
        select new RouteLine(method, "/" + endpoint.RoutePattern.RawText?.Trim('/'), WhoOf(endpoint));

    // The service knows only of staff in one common way; what guards a channel's routes is the channel's own.
    private static string WhoOf(RouteEndpoint endpoint)
    {
        string[] permissions = [.. endpoint.Metadata.OfType<Permission>().Select(permission => permission.Name()).Distinct()];
        return permissions.Length > 0 ? string.Join('+', permissions)
            : endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.AuthorizationPolicy>() is not null ? "staff"
            : "";
    }
}
