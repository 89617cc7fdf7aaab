using System.CommandLine;
using SupportBot.Knowledge;

namespace SupportBot.Commands;

/// <summary>The <c>knowledge</c> commands: ask, explain, evaluate and test, each with JSON on standard output.</summary>
internal static class KnowledgeCommand
{
    /// <param name="store">Loads the store's entries, known by their ids or by the topics they serve.</param>
    public static Command Create(Func<bool, Task<IReadOnlyList<Entry>>> store) => new("knowledge", "Ask, explain, evaluate and test what the bot knows. Prints JSON.")
    {
        KnowledgeAsk.Create("ask", "What the bot finds for a question", store, explain: false),
        KnowledgeAsk.Create("explain", "What the bot finds for a question and the words that decided", store, explain: true),
        KnowledgeEval.Create(store),
        KnowledgeTest.Create(store),
    };
}
