using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Parts of certain days: "tonight", "late this morning", "early tomorrow", "first monday evening of next month".</summary>
internal static class PartOfDayGrammar
{
    /// <summary>"early in the day wednesday", "mid today", "late tomorrow": a day's first or last half or its middle hours.</summary>
    public static bool TryHalf(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        (string? mod, int from, int to) = u.Word(start).Term switch
        {
            Term.Early or Term.Earlier => (Mods.Start, 0, 12),
            Term.Mid => (Mods.Mid, 10, 14),
            Term.Late or Term.Later => (Mods.End, 12, 24),
            _ => ((string?)null, 0, 0),
        };
        int at = u.Word(start + 1).Term == Term.In && u.Word(start + 2).Term == Term.The && u.Word(start + 3).Unit == TimeUnit.Day ? start + 4
            : u.Word(start + 1).Term == Term.In ? start + 2 : start + 1;
        if (mod is null || !DayGrammar.TryRead(u, at, out Day day, out int end))
            return false;
        if (mod != Mods.Mid && TimeSpanGrammar.TryDayPart(u, end, out DayPart part, out _, out int after) && !part.IsMeal)
        {
            reading = Combination.DayPart(day, part, mod, after);
            return true;
        }

        if (at < start + 4 && !day.IsCertain)
            return false;
        reading = Reading.OfDay(day, end) with { Kind = ReadingKind.DateTimeRange, Timex = day.Timex, Mod = mod };
        reading.PastStart = day.Future.AddHours(from);
        reading.FutureStart = reading.PastStart;
        reading.PastEnd = TimeUnits.Add(day.Future, to, TimeUnit.Hour);
        reading.FutureEnd = reading.PastEnd;
        return true;
    }

    /// <summary>"first monday evening of next month": the time stands between the weekday and its month.</summary>
    public static bool TryNthWeekday(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (!WeekdayGrammar.TryNth(u, start, out int nth, out int at, out _) || u.Word(at).Weekday == 0)
            return false;
        bool part = TimeSpanGrammar.TryDayPart(u, at + 1, out DayPart named, out _, out int end);
        Reading hours = part ? Combination.DayPart(named, null, end) : default;
        if (!part && !TimeSpanGrammar.TryRead(u, at + 1, true, out hours))
            return false;
        end = hours.End;
        if (u.Word(end).Term is not (Term.Of or Term.In) || !WeekdayGrammar.TryOfMonth(u, ref end, u.Word(at).Weekday, nth, out Day day))
            return false;
        reading = Combination.OnDay(day, hours, end);
        return true;
    }

    /// <summary>"tonight", "this morning", "late this morning", "last night": a part of a day counted from now.</summary>
    public static bool TryRead(in Utterance u, int start, out Day day, out DayPart part, out string? mod, out int end)
    {
        int at = start;
        mod = u.Word(at).Term switch { Term.Early or Term.Earlier => Mods.Start, Term.Late or Term.Later => Mods.End, _ => null };
        at += mod is null ? 0 : 1;
        day = Day.Exact(u.Reference);
        part = DayPart.Night;
        end = at + 1;
        if (u.Word(at).Term == Term.Tonight)
            return true;
        if (!Direction.TryRead(u, at, out Direction direction) || u.Word(direction.End).DayPart is not { } named || u.Word(direction.End).IsPlural)
            return false;
        part = named;
        day = Day.Exact(TimeUnits.AddDays(u.Reference, direction.Steps));
        end = direction.End + 1;
        return u.Word(at).Term != Term.The;
    }
}
