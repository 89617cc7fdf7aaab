using System.Globalization;
using SupportBot.Dialogs.Tickets;

namespace SupportBot.Dialogs.Tests;

/// <summary>
/// A conversation as a shop owner can read and write it. <c>&gt; words</c> the shopper says; <c>&lt; words</c> the bot's answer holds these
/// words; <c>[a] [b]</c> exactly these buttons; <c>! HandOff asked</c> an effect. What else there is stands in <c>Transcripts/README.md</c>.
/// </summary>
internal sealed class Transcript(string path, Bot bot, IAnswers answers, StoreSettings settings)
{
    private readonly FakeShop shop = new();
    private readonly string name = Path.GetFileName(path);
    private DateTime now = new(2026, 3, 10, 14, 0, 0);
    private DialogState state = new();
    private Standing standing = Standing.Bot;
    private Turn turn = new(new DialogState(), [], []);

    /// <summary>Writes down what the bot says to a draft that holds only the shopper's lines, to be read over and shortened by hand.</summary>
    public async Task<IReadOnlyList<string>> FillAsync()
    {
        List<string> filled = [];
        int number = 0;
        foreach (string line in File.ReadAllLines(path))
        {
            number++;
            filled.Add(line);
            if (line.StartsWith('*'))
            {
                Arrange(line[2..], number);
            }
            else if (line.StartsWith('>'))
            {
                await HearAsync(line[2..]);
                filled.AddRange(turn.Replies.Count == 0 ? ["< (nothing)"] : Said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(said => $"< {said}"));
                filled.AddRange(Buttons.Length == 0 ? [] : [Buttons]);
                filled.AddRange(turn.Effects.Select(effect => $"! {effect.Kind} {effect.Reason}"));
                filled.AddRange(Details.Select(detail => $"= {detail.ReplaceLineEndings(" ")}"));
            }
        }

        return filled;
    }

    public async Task PlayAsync()
    {
        int number = 0;
        foreach (string line in File.ReadAllLines(path))
        {
            number++;
            string rest = line.Length > 2 ? line[2..] : "";
            switch (line.FirstOrDefault())
            {
                case '>': await HearAsync(rest); break;
                case '<': Check(rest == "(nothing)" ? turn.Replies.Count == 0 : Said.Contains(rest, StringComparison.Ordinal), number); break;
                case '-': Check(!Said.Contains(rest, StringComparison.Ordinal), number); break;
                case '[': Check(line == Buttons, number); break;
                case '+': Check(turn.Replies.SelectMany(reply => reply.Suggestions).Contains(rest), number); break;
                case '=': Check(Details.Contains(rest), number); break;
                case '!': Check(turn.Effects.Any(effect => $"{effect.Kind} {effect.Reason}" == rest), number); break;
                case '*': Arrange(rest, number); break;
            }
        }
    }

    private string Said => string.Join('\n', turn.Replies.Select(reply => reply.Text).Concat(turn.Replies.SelectMany(reply => reply.Cards).Select(card => $"{card.Title} · {card.Subtitle} · {card.Text}")));

    private string Buttons => string.Join(' ', turn.Replies.SelectMany(reply => reply.Suggestions).Select(suggestion => $"[{suggestion}]"));

    /// <summary>The details of the effects as <c>name: value</c>.</summary>
    private IReadOnlyList<string> Details => [.. turn.Effects.SelectMany(EffectDetails.Of)];

    private async Task HearAsync(string words)
    {
        turn = await bot.TakeAsync(
            new TurnInput
            {
                State = state,
                Utterance = Hear(words),
                Standing = standing,
                Answers = answers,
                Catalogue = shop,
                Orders = shop,
                Reminders = shop,
                Tickets = shop,
                Now = now,
                Settings = settings,
                Conversation = name,
            },
            CancellationToken.None);
        state = turn.State;
        foreach (Effect effect in turn.Effects)
        {
            standing = effect.Kind switch
            {
                EffectKind.HandOff => Standing.Queue,
                EffectKind.ReturnToBot => Standing.Bot,
                EffectKind.ChangeOrder or EffectKind.OpenTicket or EffectKind.Remind => standing,
            };
            EffectDetails.Remember(effect, shop, now);
        }
    }

    private static Utterance Hear(string words) => words switch
    {
        "(joins)" => new Utterance(UtteranceKind.Joined, ""),
        "(joins in Chinese)" => new Utterance(UtteranceKind.Joined, "", "zh-CN"),
        "(file)" => new Utterance(UtteranceKind.Message, "", null, 1) { Files = ["file-1"] },
        "(blank)" => new Utterance(UtteranceKind.Message, "  "),
        "(event)" => new Utterance(UtteranceKind.Other, ""),
        _ => new Utterance(UtteranceKind.Message, words.Replace("\\n", "\n", StringComparison.Ordinal)),
    };

    private void Arrange(string what, int line)
    {
        string[] parts = what.Split(": ", 2);
        switch (parts[0])
        {
            case "signed in": shop.Customer = parts[1]; break;
            case "signed out": shop.Customer = null; break;
            case "vip": shop.IsVip = true; break;
            case "shop down": shop.Down = true; break;
            case "shop up": shop.Down = false; break;
            case "ticket": shop.Tickets[0] = shop.Tickets[0] with { Stage = Enum.Parse<TicketStage>(parts[1]), ClosedAt = parts[1] == nameof(TicketStage.Closed) ? now : null }; break;
            case "now": now = DateTime.ParseExact(parts[1], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture); break;
            case "later": now += TimeSpan.Parse(parts[1], CultureInfo.InvariantCulture); break;
            default: Assert.Fail($"{name}({line}): '{parts[0]}' cannot be arranged; see README.md."); break;
        }
    }

    private void Check(bool holds, int line) => Assert.True(holds, $"{name}({line}): the bot said\n{Said}\n{Buttons}\n{string.Join(", ", turn.Effects)}\n{string.Join('\n', Details)}");
}
