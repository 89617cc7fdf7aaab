using System.ComponentModel.DataAnnotations;

namespace SupportBot.Articles;

internal sealed class ArticleOptions
{
    public const string Section = "Articles";

    /// <summary>The folder with store.yaml, menu.yaml and articles/{en,zh}; by default <c>store</c> in the data folder, begun with the demo store.</summary>
    public string? Directory { get; set; }

    /// <summary>Answer only when at least this sure, in percent; unset, the threshold comes from the articles themselves.</summary>
    [Range(1, 99, ErrorMessage = "Articles:AnswerWhenSure is a percentage from 1 to 99. Leave it out to let the articles decide.")]
    public double? AnswerWhenSure { get; set; }
}
