namespace SupportBot.Access;

/// <summary>
/// Keeps other sites' pages from acting with a member's cookie. Browsers tell where a call comes from, and a page of another
/// origin cannot add a header of its own without being asked first. Sockets are checked too: no such question guards them.
/// </summary>
internal static class CrossSiteGuard
{
    private const string Header = "X-SupportBot";

    public static void UseStaffAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(GuardAsync);
        app.UseAuthorization();
    }

    private static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaffRoute>() is null)
        {
            return next(context);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        HttpRequest request = context.Request;
        bool safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        bool allowed = safe && !context.WebSockets.IsWebSocketRequest
            || IsOwnPage(request) && (safe || request.Headers[Header] == "1");
        return allowed ? next(context) : AccessRefusals.CrossSite.ExecuteAsync(context);
    }

    // Programs that are no browser send neither header, and no cookie that they were not given.
    private static bool IsOwnPage(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        string origin = request.Headers.Origin.ToString();

        // The scheme is left out: behind a proxy that ends TLS we may not know it.
        return site is "" or "same-origin"
            && (origin.Length == 0 || Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && string.Equals(page.Authority, HostOf(request, page), StringComparison.OrdinalIgnoreCase));
    }

    private static string HostOf(HttpRequest request, Uri page) =>
        request.Host.Port is { } port && new UriBuilder(page.Scheme, request.Host.Host, port).Uri.IsDefaultPort ? request.Host.Host : request.Host.Value ?? "";
}
