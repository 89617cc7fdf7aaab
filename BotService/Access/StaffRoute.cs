using Microsoft.AspNetCore.Authorization;

namespace SupportBot.Access;

/// <summary>Marks a route of the staff's pages: it takes no call from another site, and its answers are nobody else's to keep.</summary>
internal sealed record StaffRoute
{
    public static StaffRoute Mark { get; } = new();
}

internal static class StaffRouteRules
{
    /// <summary>For members with the permission. A group's and a route's own add up.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, Permission permission)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(StaffRoute.Mark, permission).RequireAuthorization(Session().RequireClaim(StaffSessionHandler.PermissionClaim, permission.Name()).Build());

    /// <summary>For every member who has signed in, also one who must first change the password.</summary>
    public static TBuilder RequireStaff<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(StaffRoute.Mark).RequireAuthorization(Session().Build());

    /// <summary>For anybody, but only from our own pages: signing in.</summary>
    public static TBuilder AllowSignedOut<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(StaffRoute.Mark);

    private static AuthorizationPolicyBuilder Session() => new AuthorizationPolicyBuilder(StaffSessionHandler.Name).RequireAuthenticatedUser();
}
