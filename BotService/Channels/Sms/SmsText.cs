using System.Text;
using System.Text.Json;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SupportBot.Channels.Sms;

/// <summary>A message as plain text: without marks of Markdown, with addresses written out and what would be buttons as lines.</summary>
internal static class SmsText
{
    public static string Of(Activity said)
    {
        if (said.Type != ActivityTypes.Message)
        {
            return "";
        }

        StringBuilder text = new(said.TextFormat == "markdown" ? Plain(said.Text ?? "") : said.Text ?? "");
        foreach (Attachment attachment in said.Attachments ?? [])
        {
            Line(text, attachment is { ContentType: HeroCard.ContentType, Content: { } content } ? Of(content) : $"{attachment.Name} {attachment.ContentUrl}".Trim());
        }

        foreach (CardAction action in said.SuggestedActions?.Actions ?? [])
        {
            Line(text, $"· {action.Title}");
        }

        return text.ToString().Trim();
    }

    private static string Plain(string markdown)
    {
        StringBuilder text = new();
        foreach (Block block in Markdown.Parse(markdown))
        {
            Write(text, block, "");
        }

        return text.ToString().Trim();
    }

    private static string Of(JsonElement content)
    {
        HeroCard? card = content.Deserialize(WireJson.Compact.HeroCard);
        IEnumerable<string?> links = (card?.Buttons ?? []).Where(button => button.Type == "openUrl").Select(button => button.Value?.ToString());
        return string.Join('\n', new[] { card?.Title, card?.Subtitle, card?.Text }.Concat(links).Where(line => !string.IsNullOrWhiteSpace(line)));
    }

    private static void Write(StringBuilder text, Block block, string mark)
    {
        switch (block)
        {
            case ListBlock list:
                int number = int.TryParse(list.OrderedStart, out int first) ? first : 1;
                foreach (Block item in list)
                {
                    Write(text, item, list.IsOrdered ? $"{number++}. " : "- ");
                }

                break;
            case ContainerBlock container:
                foreach (Block inner in container)
                {
                    Write(text, inner, mark);
                    mark = "";
                }

                break;
            case LeafBlock { Inline: { } inline }:
                Line(text, mark + Of(inline));
                break;
            case LeafBlock leaf:
                Line(text, mark + leaf.Lines);
                break;
        }
    }

    private static string Of(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => "\n",
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        HtmlInline html => html.Tag,
        LinkInline link when Within(link) is var words => words == link.Url || link.Url is null ? words : $"{words} {link.Url}",
        ContainerInline container => Within(container),
        _ => "",
    };

    private static string Within(ContainerInline container) => string.Concat(container.Select(Of));

    private static void Line(StringBuilder text, string line)
    {
        if (line.Length > 0)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(line);
        }
    }
}
