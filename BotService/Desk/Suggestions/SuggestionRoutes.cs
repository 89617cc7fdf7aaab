using SupportBot.Access;
using SupportBot.Articles;
using SupportBot.Conversations;
using SupportBot.Desk.Inbox;
using SupportBot.Dialogs;
using SupportBot.Knowledge;
using SupportBot.Operation;

namespace SupportBot.Desk.Suggestions;

/// <summary>The store's articles as help while answering.</summary>
internal static class SuggestionRoutes
{
    private const int LookBack = 30;
    private const int MostArticles = 20;

    public static void MapSuggestions(this RouteGroupBuilder desk)
    {
        desk.MapGet("/suggestions", SuggestAsync).WithSummary("The three best articles for the shopper's last question");
        desk.MapGet("/articles", Search).WithSummary("Articles by question or by words of their titles");
    }

    private static async Task<IResult> SuggestAsync(string conversation, StaffMember member, IConversationStore store, IDeskStore desk, LiveArticles articles, CancellationToken cancellation)
    {
        if (await desk.FindAsync([conversation], member.Id, cancellation) is not [var found])
        {
            return Refusal.NotFound;
        }

        IReadOnlyList<Message> latest = await store.ReadBackAsync(conversation, long.MaxValue, LookBack, cancellation);
        string question = latest.Where(message => message.Sender == Sender.Shopper).Select(message => MessageDocument.Of(message).Text).LastOrDefault(text => text.Length > 0) ?? "";
        string locale = Language.Detect(question, found.Assignment.Locale, null);
        return TypedResults.Ok(new SuggestionsDocument(question, question.Length == 0 ? [] : [.. Likely(articles.Current, question, locale)]));
    }

    private static Microsoft.AspNetCore.Http.HttpResults.Ok<IReadOnlyList<ArticleDocument>> Search(string? q, string? locale, LiveArticles articles)
    {
        AnswerBook book = articles.Current;
        string language = locale == Language.Chinese ? Language.Chinese : Language.English;
        string text = q?.Trim() ?? "";
        IEnumerable<ArticleDocument> likely = text.Length is 0 or > 500 ? [] : Likely(book, text, language);
        IEnumerable<ArticleDocument> titled = book.Library.Articles
            .Where(article => article.Locale == language && article.Header.Kind != ArticleKind.Refuse && article.Header.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderBy(article => article.Header.Title, StringComparer.Ordinal)
            .Select(article => new ArticleDocument(article.Id, article.Header.Title, article.Body, 0));
        return TypedResults.Ok<IReadOnlyList<ArticleDocument>>([.. likely.Concat(titled).DistinctBy(article => article.Id).Take(MostArticles)]);
    }

    private static IEnumerable<ArticleDocument> Likely(AnswerBook book, string question, string locale)
    {
        Finding finding = book.Find(question, locale, null);
        foreach (Choice choice in (Choice[])[finding.First, finding.Second, finding.Third])
        {
            if (choice.Id is { } id && book.Get(id, locale) is { } answer)
            {
                yield return new ArticleDocument(id, answer.Title, answer.Text, choice.Probability);
            }
        }
    }
}

internal sealed record SuggestionsDocument(string Question, IReadOnlyList<ArticleDocument> Articles);

/// <param name="Id">The article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Markdown, ready to insert.</param>
/// <param name="Probability">That it answers the question, 0–1; 0 where only its title was looked at.</param>
internal sealed record ArticleDocument(string Id, string Title, string Text, double Probability);
