using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Articles;
using SupportBot.Dialogs;

namespace SupportBot.Desk.Replies;

/// <summary>What is said by itself in an agent's name when they accept.</summary>
internal sealed class Greetings(ICannedStore canned, LiveArticles articles, IOptions<DeskOptions> options)
{
    /// <summary>The agent's own greeting before the shared one, in the shopper's language; null when there is none or none is wanted.</summary>
    public async ValueTask<string?> ForAsync(StaffMember agent, string? locale, CancellationToken cancellation)
    {
        if (!options.Value.GreetOnAccept)
        {
            return null;
        }

        string language = locale ?? Language.English;
        IReadOnlyList<CannedReply> known = await canned.ListAsync(agent.Id, language, cancellation);
        CannedReply? greeting = known.Where(reply => reply.Stage == CannedReply.Greeting).OrderBy(reply => reply.IsShared).FirstOrDefault();
        return greeting?.Text
            .Replace("{{agent.name}}", agent.Name, StringComparison.Ordinal)
            .Replace("{{store}}", articles.Current.Library.Facts.Find("store", language) ?? "", StringComparison.Ordinal);
    }
}
