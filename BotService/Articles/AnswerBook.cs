using SupportBot.Dialogs;
using SupportBot.Knowledge;

namespace SupportBot.Articles;

/// <summary>One state of the store's articles with the index learned from it. Immutable; <see cref="LiveArticles"/> swaps it whole.</summary>
internal sealed class AnswerBook : IAnswers
{
    private readonly KnowledgeIndex index;
    private readonly Lazy<KnowledgeIndex> indexOfStaff;
    private readonly Dictionary<(string Id, string Locale), Answer> answers = [];

    public AnswerBook(ArticleLibrary library, DateOnly today, IndexOptions options, Func<IReadOnlyList<Entry>, IndexOptions, KnowledgeIndex>? learn = null)
    {
        Library = library;
        Bot = new Bot(ArticleLibrary.Locales.ToDictionary(locale => locale, locale => Phrases.Load(locale, text => library.Facts.PutInto(text, locale, _ => { }))), library.Menu);
        Article[] valid = [.. library.Articles.Where(article => article.IsValidOn(today))];
        Article[] shown = [.. valid.Where(article => !article.IsForStaff)];
        foreach (Article article in shown.Where(article => article.Header.Kind != ArticleKind.Refuse))
        {
            answers[(article.Id, article.Locale)] = new Answer(article.Id, article.Topic, KindOf(article), article.Header.Title, article.Body, article.Header.Related)
            {
                Card = article.Header.Card?.ToCard(),
            };
        }

        index = (learn ?? KnowledgeIndex.Build)(Entries(shown), options);

        // Most stores have no article for staff alone; where there is one, the second index is learned when an agent first asks.
        KnowledgeIndex shared = index;
        indexOfStaff = new Lazy<KnowledgeIndex>(() => shown.Length == valid.Length ? shared : KnowledgeIndex.Build(Entries(valid), options));
    }

    public ArticleLibrary Library { get; }

    /// <summary>The bot that speaks with this store's words.</summary>
    public Bot Bot { get; }

    public IReadOnlyList<IndexWarning> Warnings => index.Warnings;

    public int Count => answers.Count;

    /// <summary>What the index learns from articles, known by their ids or by the topics they serve.</summary>
    public static IReadOnlyList<Entry> Entries(IEnumerable<Article> articles, bool byTopic = false) => [.. articles.Select(article => new Entry(
        article.Header.Kind == ArticleKind.Refuse ? Entry.NotOurs : byTopic ? article.Topic : article.Id,
        article.Locale,
        article.Header.Title,
        article.Header.Keywords,
        article.Header.Questions))];

    public Finding Find(string question, string locale, string? previous) => index.Find(question, locale, previous);

    /// <summary>The same for an agent, who also finds what is for staff alone.</summary>
    public Finding FindForStaff(string question, string locale) => indexOfStaff.Value.Find(question, locale);

    public Answer? Get(string id, string locale)
    {
        if (answers.TryGetValue((id, locale), out Answer? answer))
        {
            return answer;
        }

        string other = locale == Language.Chinese ? Language.English : Language.Chinese;
        return answers.GetValueOrDefault((id, other));
    }

    private static AnswerKind KindOf(Article article) => article.Header.Kind switch
    {
        ArticleKind.Task => AnswerKind.Task,
        ArticleKind.Talk => AnswerKind.Talk,
        _ => AnswerKind.Article,
    };
}
