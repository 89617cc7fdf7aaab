using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Numbers.English;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Lengths of time: "3 days", "an hour and a half", "2 years 1 month 21 days", "half an hour", "all day", "a few minutes".</summary>
internal static class DurationGrammar
{
    private const int Few = 3;
    private const int MaxParts = 7;
    private const int LongestDigits = 8;

    public static bool TryRead(in Utterance u, int start, out Duration duration, out int end)
    {
        duration = default;
        end = start;
        if (!MayBegin(u, start) || !TryPart(u, start, out double count, out TimeUnit unit, out end))
            return false;
        duration = Duration.Of(count, unit);
        for (int parts = 1; parts < MaxParts; parts++)
        {
            int next = u.Word(end).Term == Term.And || u.IsSymbol(end, ',') ? end + 1 : end;
            if (!u.IsSymbol(end, ',') && next > end && TryTrailingFraction(u, next, out double part, out int after))
            {
                duration = duration.Plus(part, unit);
                end = after;
            }

            if (!TryPart(u, next, out count, out TimeUnit smaller, out after) || smaller >= unit)
                break;
            unit = smaller;
            duration = duration.Plus(count, unit);
            end = after;
        }

        return true;
    }

    /// <summary>A cheap look whether a unit can follow at all; digits are by far the most frequent false start.</summary>
    private static bool MayBegin(in Utterance u, int start)
    {
        if (!u.IsDigits(start))
        {
            Word word = u.Word(start);
            return word.Cardinal >= 0 || word.Scale > 0 || word.Term is Term.A or Term.The or Term.All or Term.Half or Term.Quarter or Term.Few or Term.Couple
                || u[start].Kind == TokenKind.Symbol && VulgarFraction.ValueOf(u.SymbolAt(start)) > 0 || u.IsWord(start, "another");
        }

        int at = start + 1;
        while (at < start + LongestDigits && (u.IsDigits(at) || u.SymbolAt(at) is '.' or ',' or '/' or '-'))
            at++;
        Word unit = u.Word(at);
        return unit.Unit != TimeUnit.None || unit.DayPart == DayPart.Night || unit.Scale > 0 || unit.Term is Term.Business or Term.And or Term.A or Term.Half or Term.Dozen || unit.Cardinal >= 0
            || VulgarFraction.ValueOf(u.SymbolAt(at)) > 0 || u[at].Length == 1 && u.IsGlued(at);
    }

    /// <summary>A unit with its optional "business": the unit's index may be followed by more than one token.</summary>
    public static bool TryUnit(in Utterance u, int at, out TimeUnit unit, out int end)
    {
        end = at + 1;
        unit = u.Word(at).Unit;
        if (u.Word(at).DayPart == DayPart.Night && (u.IsDigits(at - 1) && u[at - 1].Value == 1 || u.Word(at - 1).Cardinal == 1 || u.Word(at - 1).Term == Term.A) && !IsCompound(u, at + 1))
            unit = TimeUnit.Day;
        if (u.Word(at).Term == Term.Business && u.Word(at + 1).Unit is TimeUnit.Day)
        {
            unit = TimeUnit.BusinessDay;
            end = at + 2;
        }

        bool letter = unit != TimeUnit.None && u[at].Length == 1;
        return unit != TimeUnit.None && (!letter || u.IsGlued(at) && u.IsDigits(at - 1));
    }

    /// <summary>"night shift", "night-club".</summary>
    private static bool IsCompound(in Utterance u, int at)
    {
        at = u.IsSymbol(at, '-') ? at + 1 : at;
        return u.TextOf(at) is "club" or "clubs" or "light" or "lights" or "market" or "markets" or "shift" or "shifts" or "work" or "worker" or "workers";
    }

    /// <summary>How many: digits, words, "a few", "a couple of"; not "a" alone.</summary>
    public static bool TryCount(in Utterance u, int start, out double count, out int end)
    {
        count = Few;
        int at = u.Word(start).Term == Term.A ? start + 1 : start;
        end = at + 1;
        if (u.Word(at).Term == Term.Couple)
        {
            count = 2;
            end = u.Word(end).Term == Term.Of ? end + 1 : end;
            return true;
        }

        if (u.Word(at).Term == Term.Few)
            return true;
        bool inWord = u.IsDigits(start) && u.IsGlued(start) && u[start - 1].Kind == TokenKind.Word;
        if (inWord || !NumberGrammar.TryRead(u, start, true, out NumberReading number) || number.Value < 0)
            return false;
        if (number.Shape == NumberShape.Fraction && u.Word(number.End - 1) is { Unit: TimeUnit.Quarter, IsPlural: true } && !CardinalGrammar.TryRead(u, start, out number))
            return false;
        count = number.Value;
        end = number.End;
        return number.Shape != NumberShape.Fraction || u.Word(end - 1).Ordinal < 0 && u.Word(end - 1).OrdinalScale == 0;
    }

    private static bool TryPart(in Utterance u, int start, out double count, out TimeUnit unit, out int end)
    {
        if (TryHalf(u, start, out count, out unit, out end) || TryOne(u, start, out count, out unit, out end))
            return true;
        if (!TryCount(u, start, out count, out int at))
        {
            unit = TimeUnit.None;
            return false;
        }

        if (u.IsSymbol(at, '-') && u.Word(at + 1).Unit != TimeUnit.None)
            at++;
        return TryUnit(u, at, out unit, out end) && (unit != TimeUnit.Quarter || u.Word(at).IsPlural) && count > 0;
    }

    /// <summary>"half an hour", "half hour", "half a day".</summary>
    private static bool TryHalf(in Utterance u, int start, out double count, out TimeUnit unit, out int end)
    {
        count = 0.5;
        unit = TimeUnit.None;
        end = start;
        int at = u.Word(start).Term == Term.A ? start + 1 : start;
        if (TryQuarters(u, start, at, out count, out unit, out end))
            return true;
        count = 0.5;
        if (u.Word(at).Term != Term.Half)
            return false;
        at = u.Word(at + 1).Term == Term.Of ? at + 2 : at + 1;
        at = u.Word(at).Term == Term.A ? at + 1 : at;
        if (u.Word(at).Term == Term.Dozen)
        {
            count = 6;
            at++;
        }

        return TryUnit(u, at, out unit, out end) && unit is not TimeUnit.Second;
    }

    /// <summary>"quarter of an hour", "three quarters of an hour", "a quarter hour".</summary>
    private static bool TryQuarters(in Utterance u, int start, int at, out double count, out TimeUnit unit, out int end)
    {
        bool three = u.Word(start).Cardinal == 3;
        at = three ? start + 1 : at;
        count = three ? 0.75 : 0.25;
        unit = TimeUnit.None;
        end = start;
        if (u.Word(at).Term != Term.Quarter)
            return false;
        int of = u.Word(at + 1).Term == Term.Of ? at + 2 : at + 1;
        of = u.Word(of).Term == Term.A ? of + 1 : of;
        return TryUnit(u, of, out unit, out end) && unit == TimeUnit.Hour;
    }

    /// <summary>"an hour", "another day", "all month", "whole week", "the hour".</summary>
    private static bool TryOne(in Utterance u, int start, out double count, out TimeUnit unit, out int end)
    {
        count = 1;
        unit = TimeUnit.None;
        end = start;
        Term term = u.Word(start).Term;
        int at = start + 1;
        if (term == Term.The || u.IsWord(start, "my"))
            return u.Word(at).Unit == TimeUnit.Hour && !u.Word(at).IsPlural && TryUnit(u, at, out unit, out end);
        if (term is not (Term.A or Term.All) && !u.IsWord(start, "another"))
            return false;
        if (u.Word(start).Term == Term.All && u.Word(at).Term == Term.The)
            at++;
        return TryUnit(u, at, out unit, out end) && !u.Word(at).IsPlural && (unit != TimeUnit.Second || u.Word(at).Ordinal < 0)
            && unit is not (TimeUnit.Quarter or TimeUnit.Weekend) && (unit != TimeUnit.BusinessDay || term == Term.A);
    }

    /// <summary>"one hour and a half", "one year and a quarter".</summary>
    private static bool TryTrailingFraction(in Utterance u, int at, out double part, out int end)
    {
        part = 0;
        end = at;
        if (!FractionGrammar.TryRead(u, at, out NumberReading fraction) || fraction.Value >= 1 || u.Word(fraction.End).Unit != TimeUnit.None)
            return false;
        part = fraction.Value;
        end = fraction.End;
        return u.Word(end).Term != Term.A || u.Word(end + 1).Unit == TimeUnit.None;
    }
}
