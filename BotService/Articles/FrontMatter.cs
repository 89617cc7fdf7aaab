using SupportBot.Knowledge;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SupportBot.Articles;

/// <summary>Reads a file that begins with YAML between two lines of <c>---</c> and goes on in Markdown.</summary>
internal static class FrontMatter
{
    private const string Fence = "---";

    private static readonly ISerializer Written = new SerializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithTypeConverter(new KeywordConverter())
        .WithTypeConverter(new DayConverter())
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitDefaults | DefaultValuesHandling.OmitEmptyCollections)
        .WithIndentedSequences()
        .WithNewLine("\n")
        .Build();

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithTypeConverter(new KeywordConverter())
        .WithTypeConverter(new DayConverter())
        .WithCaseInsensitivePropertyMatching()
        .Build();

    /// <summary>The header and body of an article, or what is wrong with it.</summary>
    public static (ArticleHeader? Header, string Body, ArticleProblem? Problem) Read(string path, string content)
    {
        string text = content.ReplaceLineEndings("\n");
        int end = text.StartsWith(Fence + "\n", StringComparison.Ordinal) ? text.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            return (null, "", new ArticleProblem(path, 1, "The file does not begin with a header. Put its title and questions between two lines of ---."));
        }

        try
        {
            ArticleHeader header = Yaml.Deserialize<ArticleHeader>(text[(Fence.Length + 1)..(end + 1)]) ?? new ArticleHeader();
            int bodyAt = text.IndexOf('\n', end + 1 + Fence.Length);
            return (Tidy(header), bodyAt < 0 ? "" : text[(bodyAt + 1)..].Trim(), null);
        }
        catch (YamlException error)
        {
            string reason = error.InnerException?.Message ?? error.Message;
            int line = (int)error.Start.Line + 1;
            return (null, "", new ArticleProblem(path, line, $"The header cannot be read: {reason} Check the spelling of the field, the indentation, and quote text that contains ': ' or begins with a special character.", FieldAt(text, line)));
        }
    }

    /// <summary>The text that reads as this header and body; the same for the same.</summary>
    public static string Write(ArticleHeader header, string body) => $"{Fence}\n{Written.Serialize(header)}{Fence}\n{body}\n";

    /// <summary>Lines without breaks or blanks around them, and none that are empty.</summary>
    private static ArticleHeader Tidy(ArticleHeader header)
    {
        header.Title = OneLine(header.Title);
        header.Keywords = [.. (header.Keywords ?? []).Select(keyword => keyword with { Text = OneLine(keyword.Text) }).Where(keyword => keyword.Text.Length > 0)];
        header.Questions = Lines(header.Questions);
        header.Tags = Lines(header.Tags);
        header.Related = Lines(header.Related);
        return header;
    }

    private static List<string> Lines(List<string>? texts) => [.. (texts ?? []).Select(OneLine).Where(text => text.Length > 0)];

    private static string OneLine(string? text) => (text ?? "").ReplaceLineEndings(" ").Trim();

    /// <summary>The header's field in or above a line.</summary>
    private static string? FieldAt(string text, int line) => text.Split('\n').Take(line).Reverse()
        .Select(at => at.Length > 0 && char.IsAsciiLetter(at[0]) && at.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? at[..colon] : null)
        .FirstOrDefault(field => field is not null);

    /// <summary>A keyword is a word, or <c>{ text: word, weight: 2 }</c>.</summary>
    private sealed class KeywordConverter : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(Keyword);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
        {
            if (parser.Current is Scalar word)
            {
                parser.MoveNext();
                return new Keyword(word.Value);
            }

            Mark start = parser.Current?.Start ?? Mark.Empty;
            Dictionary<string, string> fields = (Dictionary<string, string>?)rootDeserializer(typeof(Dictionary<string, string>)) ?? [];
            double weight = 1;
            bool read = fields.TryGetValue("text", out string? text)
                && (!fields.TryGetValue("weight", out string? number) || double.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out weight));
            return read && text is not null && weight is >= 0 and <= 10
                ? new Keyword(text, weight)
                : throw new YamlException(start, start, "A keyword is a word, or { text: word, weight: 0 to 10 }.");
        }

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer)
        {
            if (value is Keyword { Weight: not 1 } weighted)
            {
                serializer(new Dictionary<string, string> { ["text"] = weighted.Text, ["weight"] = weighted.Weight.ToString(System.Globalization.CultureInfo.InvariantCulture) }, typeof(Dictionary<string, string>));
            }
            else
            {
                serializer(((Keyword?)value)?.Text ?? "", typeof(string));
            }
        }
    }

    private sealed class DayConverter : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(DateOnly) || type == typeof(DateOnly?);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
        {
            Scalar text = parser.Consume<Scalar>();
            return DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", out DateOnly day)
                ? day
                : throw new YamlException(text.Start, text.End, $"'{text.Value}' is not a date like 2026-12-31.");
        }

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
            serializer(((DateOnly?)value)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), typeof(string));
    }
}
