using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using SupportBot.Customers;
using SupportBot.Operation;

namespace SupportBot.Outreach.Consents;

/// <summary>The page behind an unsubscribe link: plain HTML and a form, no script, and nothing about the person but their choices.</summary>
internal sealed record PreferencePage(int Status, string Html) : IResult
{
    private const string Style = "body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}fieldset{border:1px solid #bbb;border-radius:8px;margin:0 0 1rem}label{display:block;padding:.4rem 0}button{font:inherit;padding:.6rem 1.2rem;border:0;border-radius:8px;background:#1f4d3f;color:#fff}[role=status]{padding:.6rem;background:#e6f2ec;border-radius:8px}";

    private static readonly SpokenWords Words = new("Outreach.Words.preferences");
    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static (Reach Channel, Purpose Purpose)[] Choices { get; } = [.. Enum.GetValues<Reach>().SelectMany(channel => Purposes.All.Select(purpose => (channel, purpose)))];

    public static string FieldOf(Reach channel, Purpose purpose) => $"{channel.Name()}.{purpose.Name()}";

    public static bool IsOn(Customer customer, Reach channel, Purpose purpose) =>
        purpose.Allows(customer.Consents.FirstOrDefault(consent => consent.Channel == channel.Name() && consent.Purpose == purpose.Name())?.Given);

    public static PreferencePage Of(Customer customer, PreferenceLink link, string language, string store, bool saved)
    {
        StringBuilder html = new();
        html.Append(Head(language)).Append("<h1>").Append(Text(Words.Say(language, "title"))).Append("</h1><p>").Append(Text(Words.Say(language, "lead", ("store", store)))).Append("</p>");
        html.Append(saved ? $"<p role=\"status\">{Text(Words.Say(language, "saved"))}</p>" : "").Append("<form method=\"post\">");
        foreach (IGrouping<Reach, Purpose> channel in Choices.GroupBy(choice => choice.Channel, choice => choice.Purpose).OrderByDescending(group => group.Key == link.Channel))
        {
            html.Append("<fieldset><legend>").Append(Text(Words.Say(language, channel.Key.Name()))).Append("</legend>");
            foreach (Purpose purpose in channel)
            {
                html.Append("<label><input type=\"checkbox\" name=\"").Append(FieldOf(channel.Key, purpose)).Append(IsOn(customer, channel.Key, purpose) ? "\" checked> " : "\"> ").Append(Text(Words.Say(language, purpose.Name()))).Append("</label>");
            }

            html.Append("</fieldset>");
        }

        html.Append("<button>").Append(Text(Words.Say(language, "save"))).Append("</button></form></main></body></html>");
        return new PreferencePage(StatusCodes.Status200OK, html.ToString());
    }

    public static PreferencePage Unknown(string language) =>
        new(StatusCodes.Status404NotFound, $"{Head(language)}<h1>{Text(Words.Say(language, "title"))}</h1><p>{Text(Words.Say(language, "unknown"))}</p></main></body></html>");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        await response.WriteAsync(Html, httpContext.RequestAborted);
    }

    private static string Head(string language) =>
        $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\"><title>{Text(Words.Say(language, "title"))}</title><style>{Style}</style></head><body><main>";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
