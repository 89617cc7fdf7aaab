using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>"this", "next", "last", "the previous", "this past", "the upcoming": how many steps from the present.</summary>
internal readonly record struct Direction(int Steps, bool IsNearest, int End)
{
    public static bool TryRead(in Utterance u, int start, out Direction direction)
    {
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        Term term = u.Word(at).Term == Term.Last && IsVerb(u, at) ? Term.None : u.Word(at).Term;
        Term then = u.Word(at + 1).Term;
        if (term is Term.This or Term.Next && then is Term.Coming or Term.Upcoming || term is Term.This && then == Term.Following)
        {
            direction = new Direction(1, true, at + 2);
            return true;
        }

        if (term == Term.This && then is Term.Past or Term.Last || term == Term.This && then == Term.Next)
        {
            direction = new Direction(then == Term.Next ? 1 : -1, then != Term.Next, at + 2);
            return true;
        }

        (int steps, bool nearest, bool known) = term switch
        {
            Term.This or Term.Current => (0, false, true),
            Term.Next or Term.Following => (1, false, true),
            Term.Coming or Term.Upcoming => (1, true, true),
            Term.Last => (-1, false, true),
            Term.Past => (-1, !u.IsWord(at, "previous"), true),
            _ => (0, false, false),
        };
        direction = new Direction(steps, nearest, at + 1);
        return known;
    }

    /// <summary>"will last", "shouldn't last", "to last".</summary>
    private static bool IsVerb(in Utterance u, int at)
    {
        ReadOnlySpan<char> before = u.TextOf(at - 1);
        return before is "will" or "would" or "can" or "could" or "should" or "may" or "might" or "must" or "to" or "not" or "does" or "did"
            || before.EndsWith("n't") || before.EndsWith("'ll");
    }
}
