using System.Text;

namespace SupportBot.Outreach.Templates;

/// <summary>Why a text is no template.</summary>
internal enum TemplateFault
{
    None,

    /// <summary>A <c>{{</c> without its <c>}}</c>.</summary>
    Unclosed,

    /// <summary>A loop, a condition or another template: only values are put in, so that a text always ends.</summary>
    NotAValue,

    /// <summary>A name that nothing stands behind.</summary>
    Unknown,
}

/// <summary>A text with values to put in. It is put together in one pass: what a value holds is never read as a template again.</summary>
internal sealed class TemplateText
{
    private const string Open = "{{";
    private const string Close = "}}";

    private readonly List<Part> parts = [];

    private TemplateText(TemplateFault fault, string? at = null) => (Fault, At) = (fault, at);

    public TemplateFault Fault { get; }

    /// <summary>The words at fault.</summary>
    public string? At { get; }

    /// <summary>The values that must be known, because no words stand in for them.</summary>
    public IEnumerable<string> Needed => parts.Where(part => part is { IsValue: true, Fallback: null }).Select(part => part.Text).Distinct();

    /// <param name="text">The text.</param>
    /// <param name="known">Whether something can stand behind a name.</param>
    public static TemplateText Read(string text, Func<string, bool> known)
    {
        TemplateText read = new(TemplateFault.None);
        for (int at = 0; at < text.Length;)
        {
            int open = text.IndexOf(Open, at, StringComparison.Ordinal);
            read.parts.Add(new Part(text[at..(open < 0 ? text.Length : open)], false, null));
            if (open < 0)
            {
                break;
            }

            int close = text.IndexOf(Close, open, StringComparison.Ordinal);
            if (close < 0)
            {
                return new TemplateText(TemplateFault.Unclosed, Head(text[open..]));
            }

            string[] inside = text[(open + Open.Length)..close].Split('|', 2, StringSplitOptions.TrimEntries);
            if (Judge(inside[0], known) is not TemplateFault.None and var fault)
            {
                return new TemplateText(fault, inside[0]);
            }

            read.parts.Add(new Part(inside[0], true, inside.Length > 1 ? inside[1] : null));
            at = close + Close.Length;
        }

        return read;
    }

    /// <param name="value">Gives the value of a name, or null.</param>
    /// <returns>The text; null when a value that it needs is missing.</returns>
    public string? Write(Func<string, string?> value)
    {
        StringBuilder written = new();
        foreach (Part part in parts)
        {
            if (!part.IsValue)
            {
                written.Append(part.Text);
            }
            else if ((value(part.Text) ?? part.Fallback) is { } filled)
            {
                written.Append(filled);
            }
            else
            {
                return null;
            }
        }

        return written.ToString();
    }

    private static TemplateFault Judge(string name, Func<string, bool> known) =>
        name.Length == 0 || name.Any(c => c is '#' or '/' or '>' or '^' or '&' or '{' or '!' or '%') ? TemplateFault.NotAValue
        : known(name) ? TemplateFault.None
        : TemplateFault.Unknown;

    private static string Head(string text) => text.Length <= 20 ? text : text[..20];

    private readonly record struct Part(string Text, bool IsValue, string? Fallback);
}
