using System.Globalization;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>A conversation's log as the desk reads it, and who had it at each message.</summary>
internal sealed class HandOffLog
{
    private readonly List<(long Sequence, string Sender, string Text, string Owner, string? Author)> lines = [];

    public HandOffLog(IReadOnlyList<JsonElement> items)
    {
        string owner = "bot";
        foreach (JsonElement item in items)
        {
            string sender = item.GetProperty("sender").GetString() ?? "";
            string kind = item.GetProperty("activity") is { ValueKind: JsonValueKind.Object } activity ? activity.GetProperty("kind").GetString() ?? "" : "";

            // A message after the end calls the agent back, or waits for one.
            owner = sender == "shopper" && owner == "ended" ? "reopened" : kind switch
            {
                "queued" => "queue",
                "accepted" or "claimed" => "people",
                "released" => "queue",
                "returned" or "left" => "bot",
                "resolved" => "ended",
                _ => owner,
            };
            string? author = item.GetProperty("author") is { ValueKind: JsonValueKind.Object } person ? person.GetProperty("id").GetString() : null;
            lines.Add((item.GetProperty("sequence").GetInt64(), sender, item.GetProperty("text").GetString() ?? "", owner, author));
        }
    }

    /// <summary>The whole conversation: on a slow machine more may lie unanswered than one page holds.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ReadAsync(DeskClient desk, string conversation)
    {
        List<JsonElement> items = [];
        JsonElement[] page;
        do
        {
            JsonElement read = await desk.CallAsync(HttpMethod.Get, $"/api/desk/conversations/{conversation}/messages?limit=100&after={items.Count}");
            page = [.. read.GetProperty("items").EnumerateArray()];
            items.AddRange(page);
        }
        while (page.Length == 100);
        return items;
    }

    public long LastSequence => lines.Count == 0 ? 0 : lines[^1].Sequence;

    /// <summary>The agent's answers in the present hand-off.</summary>
    public int Replies => lines.Skip(Start()).Count(line => line.Sender == "agent");

    /// <summary>The shopper's messages that are for people and that none has answered: those behind the last one that the bot took. One that the bot skipped before it is not theirs to mend.</summary>
    public IReadOnlyList<long> Unanswered(ILookup<long, long> answeredByBot)
    {
        Dictionary<long, string> owners = Owners();
        long bots = answeredByBot.Where(asked => asked.Any(reply => owners.GetValueOrDefault(reply) == "bot")).Select(asked => asked.Key).DefaultIfEmpty().Max();
        HashSet<string> answered = [.. lines.Where(line => line.Sender == "agent").Select(line => line.Text)];
        return [.. lines.Where(line => line.Sequence > bots && line.Sender == "shopper" && line.Text != "human" && !answered.Contains(AnswerTo(line.Sequence))).Select(line => line.Sequence)];
    }

    /// <summary>Every broken promise, in words.</summary>
    /// <param name="who">The conversation's name in them.</param>
    /// <param name="answeredByBot">The shopper's messages that a reply of the bot refers to, in the order of the replies.</param>
    public IEnumerable<string> Check(string who, ILookup<long, long> answeredByBot)
    {
        if (!lines.Select(line => line.Sequence).SequenceEqual(Enumerable.Range(1, lines.Count).Select(number => (long)number)))
        {
            yield return $"{who}: the sequence has gaps or repeats";
        }

        Dictionary<long, string> owners = Owners();
        ILookup<string, long> byPeople = lines.Where(line => line.Sender == "agent").ToLookup(line => line.Text, line => line.Sequence);
        foreach ((long sequence, string sender, string text, string owner, _) in lines)
        {
            if (sender == "agent" && owner is not ("people" or "reopened"))
            {
                yield return $"{who}: an agent spoke at {sequence} while {owner} had it";
            }

            if (sender == "shopper" && text != "human")
            {
                // What the bot says to somebody in the queue is no answer: a person's still comes.
                int bot = answeredByBot[sequence].Count(reply => owners[reply] == "bot");
                int people = byPeople[AnswerTo(sequence)].Count();
                if (bot + people != 1)
                {
                    yield return $"{who}: message {sequence} was answered {bot} times by the bot and {people} times by people\n{Around(sequence)}";
                }

                if (answeredByBot[sequence].Any(reply => owners[reply] == "people"))
                {
                    yield return $"{who}: the bot answered message {sequence} while people had it";
                }
            }
        }
    }

    private Dictionary<long, string> Owners() => lines.ToDictionary(line => line.Sequence, line => line.Owner);

    private string Around(long sequence) => string.Join('\n', lines
        .Where(line => line.Sequence >= sequence - 8 && line.Sequence <= sequence + 12)
        .Select(line => $"    {line.Sequence} {line.Sender} ({line.Owner}) {line.Text[..Math.Min(line.Text.Length, 40)].ReplaceLineEndings(" ")}"));

    private static string AnswerTo(long sequence) => string.Create(CultureInfo.InvariantCulture, $"re {sequence}");

    // From behind the message that asked for a person.
    private int Start()
    {
        int queued = lines.FindLastIndex(line => line is { Sender: "activity", Owner: "queue" });
        int lastBot = lines.FindLastIndex(line => line.Owner == "bot");
        int first = lines.FindIndex(lastBot + 1, line => line.Owner != "bot");
        int last = lines.FindLastIndex(Math.Max(0, first < 0 ? queued : first), line => line is { Sender: "shopper", Text: "human" });
        if (last < 0)
        {
            return Math.Max(0, first);
        }

        // Asked twice before the bot's turn came, as after a kill, it is the first that counts.
        int burst = lines.FindLastIndex(last, line => line.Sender != "shopper") + 1;
        return lines.FindIndex(burst, line => line is { Sender: "shopper", Text: "human" }) + 1;
    }
}
