using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>The words around a date that open or blur it: "before", "no later than", "as early as", "or later", "around".</summary>
internal static class ModifierGrammar
{
    /// <summary>A modifier before what it is said of; the text it takes begins with it.</summary>
    public static bool TryPrefix(in Utterance u, int start, out string mod, out int end)
    {
        end = start + 1;
        mod = Mods.Before;
        Term next = u.Word(start + 1).Term;
        char sign = u.SymbolAt(start);
        if (sign is '<' or '>')
        {
            bool equal = u.IsSymbol(start + 1, '=');
            mod = sign == '<' ? equal ? Mods.Until : Mods.Before : equal ? Mods.Since : Mods.After;
            end = equal ? start + 2 : start + 1;
            return true;
        }

        switch (u.Word(start).Term)
        {
            case Term.Before or Term.Until or Term.By:
                Include(u, ref mod, ref end);
                return true;
            case Term.After:
                mod = Mods.After;
                end = next == Term.On ? end + 1 : end;
                Include(u, ref mod, ref end);
                return true;
            case Term.Since or Term.Starting:
                mod = Mods.Since;
                end = next is Term.From or Term.On || u.IsWord(start + 1, "with") || next == Term.At && u.Word(start).Term == Term.Starting ? start + 2 : start + 1;
                return true;
            case Term.About when u.TextOf(start) is "around" or "circa" or "approximately" or "approx" or "about":
                mod = Mods.Approx;
                return !u.IsWord(start, "about");
            case Term.On or Term.In or Term.At when next == Term.Or:
                mod = u.Word(start + 2).Term == Term.After ? Mods.Since : Mods.Until;
                end = start + 3;
                return u.Word(start + 2).Term is Term.After or Term.Before;
            case Term.In when u.IsWord(start + 1, "advance") && u.Word(start + 2).Term == Term.Of:
                end = start + 3;
                return true;
            default:
                return TryPhrase(u, start, out mod, out end);
        }
    }

    /// <summary>"before or on friday", "after or equal to 2015": the limit itself belongs to it.</summary>
    private static void Include(in Utterance u, ref string mod, ref int end)
    {
        bool equal = u.IsWord(end + 1, "equal") && u.Word(end + 2).Term == Term.To;
        if (u.Word(end).Term != Term.Or || !equal && u.Word(end + 1).Term is not (Term.On or Term.In or Term.At))
            return;
        mod = mod == Mods.Before ? Mods.Until : Mods.Since;
        end = equal ? end + 3 : end + 2;
    }

    private static bool TryPhrase(in Utterance u, int start, out string mod, out int end)
    {
        ReadOnlySpan<char> first = u.TextOf(start);
        bool no = first is "no";
        bool year = u.Word(start).Unit == TimeUnit.Year && u.Word(start + 2).Term == Term.Than;
        int at = no || year ? start + 1 : start;
        end = at + 2;
        mod = Mods.After;
        bool than = u.Word(at + 1).Term == Term.Than;
        switch (u.TextOf(at))
        {
            case "later" or "greater" or "more" or "bigger" when than:
                mod = no ? Mods.Before : Mods.After;
                Include(u, ref mod, ref end);
                return u.Word(at).Term != Term.More || u.TextOf(at) is not "more" && !no;
            case "earlier" or "sooner" or "less" or "smaller" when than:
                mod = no ? Mods.Since : Mods.Before;
                return u.TextOf(at) is not "less";
            case "prior" or "previous" when u.Word(at + 1).Term == Term.To:
                mod = Mods.Before;
                return true;
            case "beginning":
                mod = Mods.Since;
                end = u.Word(at + 1).Term is Term.On or Term.From ? at + 2 : at + 1;
                return u.Word(at + 1).Term != Term.Of;
            case "ending" when u.Word(at + 1).Term == Term.On || u.IsWord(at + 1, "with"):
                mod = Mods.Before;
                return true;
            case "any" or "anytime":
                mod = Mods.Since;
                end = u.IsWord(at + 1, "time") ? at + 3 : at + 2;
                return u.Word(end - 1).Term == Term.From;
            case "as" when u.IsWord(at + 2, "as"):
                mod = u.Word(at + 1).Term == Term.Late ? Mods.Until : Mods.Since;
                end = at + 3;
                return u.Word(at + 1).Term is Term.Late or Term.Early;
            default:
                return false;
        }
    }

    /// <summary>A modifier of a length of time: "more than 3 days", "at least 2 hours".</summary>
    public static bool TryAmount(in Utterance u, int start, out string mod, out int end)
    {
        end = start + 2;
        mod = Mods.More;
        switch (u.Word(start).Term)
        {
            case Term.More when u.Word(start + 1).Term == Term.Than:
                return true;
            case Term.Less when u.Word(start + 1).Term == Term.Than:
                mod = Mods.Less;
                return true;
            default:
                return false;
        }
    }

    /// <summary>A modifier behind: "or later", "and before", "onwards".</summary>
    public static bool TrySuffix(in Utterance u, int at, out string mod, out int end)
    {
        mod = Mods.Since;
        end = at + 1;
        if (u.TextOf(at) is "onward" or "onwards")
            return true;
        end = at + 2;
        if (u.Word(at).Term is not (Term.Or or Term.And))
            return false;
        Term term = u.Word(at + 1).Term;
        if (u.Word(end).Term == Term.Than)
            return false;
        mod = u.TextOf(at + 1) is "greater" ? Mods.Since : term is Term.Later or Term.After ? Mods.Since : Mods.Until;
        bool ends = !ClockGrammar.TryRead(u, end, true, out _, out _) && !DayGrammar.TryRead(u, end, out _, out _) && !PeriodGrammar.TryRead(u, end, out _);
        return term is Term.Later or Term.Earlier or Term.After or Term.Before && ends || u.TextOf(at + 1) is "greater";
    }
}
