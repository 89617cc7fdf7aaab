namespace SupportBot.Access;

/// <summary>The cookie that carries a session's key. It ends with the browser; the session itself ends by its row.</summary>
internal static class StaffCookie
{
    private const string Name = "sb_staff";
    private const int KeyLength = 43;

    public static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: KeyLength } key ? key : null;

    public static void Write(HttpContext context, string key) => context.Response.Cookies.Append(Name, key, Options(context.Request));

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context.Request));

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = "/",
    };
}
