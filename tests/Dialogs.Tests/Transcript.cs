namespace SupportBot.Dialogs.Tests;

/// <summary>
/// A conversation as a shop owner can read it. <c>&gt; words</c> the shopper says; <c>&gt; (joins)</c>, <c>&gt; (file)</c>;
/// <c>&lt; words</c> the bot's answer holds these words; <c>&lt; (nothing)</c>; <c>[a] [b]</c> exactly these buttons;
/// <c>! HandOff asked</c> an effect. Lines with # are remarks.
/// </summary>
internal static class Transcript
{
    public static void Play(string path, Bot bot, IAnswers answers)
    {
        DialogState state = new();
        Standing standing = Standing.Bot;
        Turn turn = new(state, [], []);
        int number = 0;
        foreach (string line in File.ReadAllLines(path))
        {
            number++;
            string rest = line.Length > 2 ? line[2..] : "";
            switch (line.FirstOrDefault())
            {
                case '>':
                    turn = bot.Take(state, Hear(rest), standing, answers);
                    state = turn.State;
                    standing = (turn.Effects is [.., { } last] ? last.Kind : (EffectKind?)null) switch
                    {
                        EffectKind.HandOff => Standing.Queue,
                        EffectKind.ReturnToBot => Standing.Bot,
                        EffectKind.ChangeOrder or EffectKind.OpenTicket or EffectKind.Remind or null => standing,
                    };
                    break;
                case '<':
                    Check(rest == "(nothing)" ? turn.Replies.Count == 0 : turn.Replies.Any(reply => reply.Text.Contains(rest, StringComparison.Ordinal)), path, number, turn);
                    break;
                case '[':
                    Check(line == string.Join(' ', turn.Replies.SelectMany(reply => reply.Suggestions).Select(suggestion => $"[{suggestion}]")), path, number, turn);
                    break;
                case '!':
                    Check(turn.Effects.Any(effect => $"{effect.Kind} {effect.Reason}" == rest), path, number, turn);
                    break;
            }
        }
    }

    private static Utterance Hear(string words) => words switch
    {
        "(joins)" => new Utterance(UtteranceKind.Joined, ""),
        "(joins in Chinese)" => new Utterance(UtteranceKind.Joined, "", "zh-CN"),
        "(file)" => new Utterance(UtteranceKind.Message, "", null, 1),
        "(blank)" => new Utterance(UtteranceKind.Message, "  "),
        "(event)" => new Utterance(UtteranceKind.Other, ""),
        _ => new Utterance(UtteranceKind.Message, words),
    };

    private static void Check(bool holds, string path, int line, Turn turn) => Assert.True(
        holds,
        $"{Path.GetFileName(path)}({line}): the bot said\n{string.Join('\n', turn.Replies.Select(reply => $"{reply.Text}\n{string.Join(' ', reply.Suggestions.Select(suggestion => $"[{suggestion}]"))}"))}\n{string.Join(", ", turn.Effects)}");
}
