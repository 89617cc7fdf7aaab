using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace SupportBot.Operation;

/// <summary>The staff's desk: one page for every address below <c>/desk</c>; the page itself knows which view is meant.</summary>
internal static class DeskPage
{
    public const string Path = "/desk";

    private const string NoncePlace = "{nonce}";
    private const int NonceBytes = 16;

    public static void MapDeskPage(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path + "/{**view:nonfile}", Show).ExcludeFromDescription();
    }

    /// <summary>Vite names a built file by its content, so it never changes; anything else is asked for again.</summary>
    public static string CacheFor(PathString path) =>
        path.StartsWithSegments(Path + "/assets") ? "public, max-age=31536000, immutable" : "no-cache";

    private static async Task<IResult> Show(HttpContext context, IWebHostEnvironment environment)
    {
        IFileInfo page = environment.WebRootFileProvider.GetFileInfo(Path + "/index.html");
        if (!page.Exists)
        {
            return TypedResults.NotFound();
        }

        // Mantine writes its variables into a style element: the nonce lets that one in and keeps every other style and script out.
        string nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(NonceBytes));
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob: https:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";

        await using Stream content = page.CreateReadStream();
        using StreamReader reader = new(content);
        string html = await reader.ReadToEndAsync(context.RequestAborted);
        return TypedResults.Content(html.Replace(NoncePlace, nonce, StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
