using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;

namespace SupportBot.Operation;

/// <summary>The demo storefront at <c>/</c>, the widget's files and the desk's, with the headers that keep a browser safe.</summary>
internal static class Pages
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: https:; font-src 'self'; connect-src 'self' ws: wss:; frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

    private static readonly string[] Compressed = ["text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml"];

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        // The default level is the fastest, a third larger: a shopper's phone waits for every kilobyte.
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.SmallestSize);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        return services.AddResponseCompression(compression =>
        {
            // Only files that are the same for everybody are compressed, so that a length gives no secret away.
            compression.EnableForHttps = true;
            compression.MimeTypes = Compressed;
        });
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseWhen(context => HttpMethods.IsGet(context.Request.Method) && IsFile(context.Request.Path), files => files.UseResponseCompression());
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Prepare });
    }

    private static bool IsFile(PathString path) => path == "/" || Path.HasExtension(path.Value);

    private static void Prepare(StaticFileResponseContext file)
    {
        IHeaderDictionary headers = file.Context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        if (file.Context.Request.Path.StartsWithSegments(DeskPage.Path))
        {
            headers.CacheControl = DeskPage.CacheFor(file.Context.Request.Path);
            return;
        }

        // The widget's files are loaded by pages of other origins; a changed file is noticed by its ETag.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.AccessControlAllowOrigin = "*";
        headers.CacheControl = "public, max-age=300";
    }
}
