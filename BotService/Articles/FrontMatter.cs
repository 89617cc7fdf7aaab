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
            return (header, bodyAt < 0 ? "" : text[(bodyAt + 1)..].Trim(), null);
        }
        catch (YamlException error)
        {
            string reason = error.InnerException?.Message ?? error.Message;
            return (null, "", new ArticleProblem(path, (int)error.Start.Line + 1, $"The header cannot be read: {reason} Check the spelling of the field, the indentation, and quote text that contains ': ' or begins with a special character."));
        }
    }

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

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
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

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException();
    }
}
