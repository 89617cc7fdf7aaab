using Microsoft.Net.Http.Headers;
using SupportBot.Dialogs;

namespace SupportBot.Operation;

/// <summary>The language a request asks for.</summary>
internal static class RequestLanguage
{
    /// <summary><c>en</c> or <c>zh</c>: the one that <c>Accept-Language</c> likes best, else English.</summary>
    public static string Of(HttpRequest request)
    {
        IList<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptLanguage;
        string? tag = accepted.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value).FirstOrDefault(IsOurs);
        return Language.OfClient(tag);
    }

    private static bool IsOurs(string? tag) =>
        tag is not null && (tag.StartsWith(Language.English, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(Language.Chinese, StringComparison.OrdinalIgnoreCase));
}
