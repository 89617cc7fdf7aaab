using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Ranges of hours: "from 3 to 5pm", "between 0730-0930", "5 to seven in the morning", "from 2pm for 2 hours", "in the evening".</summary>
internal static class TimeSpanGrammar
{
    /// <param name="onDay">Whether a day stands beside, so that bare hours are enough: "monday 3-8".</param>
    public static bool TryRead(in Utterance u, int start, bool onDay, out Reading reading)
    {
        if (TryForHours(u, start, out reading))
            return true;
        bool between = u.Word(start).Term == Term.Between;
        bool from = between || u.Word(start).Term == Term.From;
        int at = from ? start + 1 : start;
        if (!ClockGrammar.TryRead(u, at, true, out Clock first, out int end))
            return false;
        int connector = end;
        if (!IsConnector(u, connector, between) || !ClockGrammar.TryRead(u, connector + 1, true, out Clock second, out end))
            return false;
        bool bare = IsBare(u, at, connector, first) && IsBare(u, connector + 1, end, second);
        if (bare && !onDay && !(from && IsSaid(u, at, connector) && IsSaid(u, connector + 1, end)))
            return false;
        bool exact = first.Minute >= 0 || second.Minute >= 0;
        if (exact && second.IsAmbiguous && second.TimeOfDay < first.TimeOfDay && u.Word(at).Term != Term.Noon)
            first = first.Certain;
        reading = Combination.TimeRange(first, second, end);
        return true;
    }

    public static bool IsConnector(in Utterance u, int at, bool between) =>
        u.Word(at).Term is Term.To or Term.Until or Term.Through || u.SymbolAt(at) is '-' or '–' or '~' or '—' || between && u.Word(at).Term == Term.And;

    /// <summary>A part of the day by name, with "early" or "late" around it: "in the morning", "early in the morning", "later in the evening".</summary>
    public static bool TryDayPart(in Utterance u, int start, out DayPart part, out string? mod, out int end)
    {
        int at = start;
        mod = ModOf(u, ref at);
        if (u.Word(at).Term is Term.In or Term.During && u.Word(at + 1).Term == Term.The)
            at += 2;
        else if (u.Word(at).Term is Term.In or Term.During && u.Word(at + 1).DayPart is not null)
            at++;
        else if (u.Word(at).Term == Term.At && u.Word(at + 1).DayPart is { IsMeal: true })
            at++;
        mod ??= ModOf(u, ref at);
        at = mod is not null && u.IsSymbol(at, '-') ? at + 1 : at;
        part = u.Word(at).DayPart ?? DayPart.Morning;
        end = at + 1;
        if (u.IsWord(at, "business") && u.Word(at + 1).Unit == TimeUnit.Hour && u[at + 1].Length > 2)
        {
            part = DayPart.BusinessHours;
            end = at + 2;
            return true;
        }

        if (part == DayPart.Night && u.IsSymbol(end, '-') && u.IsWord(end + 1, "time"))
        {
            part = DayPart.NightTime;
            end += 2;
        }

        bool meal = part.IsMeal && at == start && !u.TextOf(at).EndsWith("time") && u.Word(at - 1).Term is not (Term.Before or Term.After or Term.About);
        return u.Word(at).DayPart is not null && u.Word(at).Unit == TimeUnit.None && !meal && !(at == start && u.IsWord(at - 1, "good"));
    }

    private static string? ModOf(in Utterance u, ref int at)
    {
        string? mod = u.Word(at).Term switch
        {
            Term.Early or Term.Earlier => Mods.Start,
            Term.Late or Term.Later => Mods.End,
            _ => null,
        };
        at += mod is null ? 0 : 1;
        return mod;
    }

    /// <summary>"from 2pm for 2 hours", "for 2 hours from 2pm".</summary>
    private static bool TryForHours(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        Clock clock;
        Duration duration;
        int end;
        if (u.Word(start).Term == Term.For)
        {
            if (!DurationGrammar.TryRead(u, start + 1, out duration, out end) || u.Word(end).Term is not (Term.From or Term.Starting)
                || !ClockGrammar.TryRead(u, u.Word(end + 1).Term == Term.At ? end + 2 : end + 1, false, out clock, out end))
                return false;
        }
        else
        {
            int at = u.Word(start).Term == Term.From ? start + 1 : start;
            if (!ClockGrammar.TryRead(u, at, at > start, out clock, out end) || u.Word(end).Term != Term.For
                || !DurationGrammar.TryRead(u, end + 1, out duration, out end))
                return false;
        }

        if (!duration.IsOfDay)
            return false;
        DateTime from = DateTime.MinValue.Add(clock.TimeOfDay);
        DateTime to = duration.From(from, 1);
        clock = clock.Certain;
        reading = Reading.OfClock(clock, end) with { Kind = ReadingKind.TimeRange, EndClock = Clock.Exact(to.TimeOfDay), Length = Timex.Elapsed(to - from) };
        reading.PastEnd = to;
        reading.FutureEnd = to;
        return true;
    }

    /// <summary>A number and nothing more that makes it an hour.</summary>
    private static bool IsBare(in Utterance u, int start, int end, Clock clock) =>
        clock is { IsAmbiguous: true, Minute: < 0 } || end == start + 1 && (u.IsDigits(start, 2) || u.Word(start).Cardinal >= 0);

    /// <summary>"am", "o'clock" or a part of the day was said, not only a number.</summary>
    private static bool IsSaid(in Utterance u, int start, int end) => end - start > 1 && u.Word(end - 1).Term is Term.OClock or Term.Am or Term.Pm;
}
