using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Finds English dates, times, ranges, durations and recurring times: at each word the longest reading wins.</summary>
internal static class DateScanner
{
    private const int LongestPhrase = 64;
    private const int LongestChain = 8;
    private const int LongestNumber = 10;

    public static void Scan(in Utterance u, Findings findings)
    {
        for (int i = 0; i < u.Count;)
        {
            if (IsUrl(u, i))
            {
                i = SkipGlued(u, i);
                continue;
            }

            if (!MayBegin(u, i) || !TryModified(u.Until(Math.Min(u.Count, i + LongestPhrase)), i, out Reading reading))
            {
                i++;
                continue;
            }

            findings.Add(u, i, reading.End, ReadingWriter.TypeName(reading), ReadingWriter.Write(reading));
            i = reading.End;
        }
    }

    /// <summary>What looks like a date within an address with a scheme is a part of its name.</summary>
    private static bool IsUrl(in Utterance u, int at) =>
        u.TextOf(at) is "http" or "https" && u.IsSymbol(at + 1, ':') && u.IsSymbol(at + 2, '/') && u.IsSymbol(at + 3, '/');

    private static int SkipGlued(in Utterance u, int at)
    {
        do
            at++;
        while (u.IsGlued(at));
        return at;
    }

    private static bool MayBegin(in Utterance u, int at)
    {
        Token token = u[at];
        bool torn = u.IsGlued(at) && u.IsSymbol(at - 1, '-') && u.IsGlued(at - 1) && u.Word(at - 2).Cardinal >= 20 && (token.Word.Cardinal > 0 || token.Word.Ordinal > 0);
        if (torn)
            return false;
        if (token.Kind == TokenKind.Symbol)
            return u.Text[token.Start] is '<' or '>' && IsCompared(u, at + 1) || token.Word.Term == Term.None && VulgarFraction.ValueOf(u.Text[token.Start]) > 0;
        if (token.IsDigits)
            return !(u.IsGlued(at) && (u.SymbolAt(at - 1) is '$' or '#' || u[at - 1].Kind == TokenKind.Word)) && DigitsMayBegin(u, at);
        Term term = token.Word.Term;
        if (term is Term.A or Term.The)
            return !u.IsGlued(at + 1) && (u.Word(at + 1).IsTemporal || u.IsDigits(at + 1)) && u.Word(at + 1).Term is not (Term.A or Term.The);
        if (term == Term.To)
            return u.Word(at + 1).Term == Term.Date;
        return token.Word.IsTemporal && !IsNeverFirst(term) && (!IsOnlyNumber(token.Word) || CountsTime(u, at + 1) || u.Word(at - 1).Term == Term.At)
            || HolidayGrammar.MayBegin(u, at) || u.TextOf(at) is "q" or "h" && u.IsGlued(at + 1) && u.IsDigits(at + 1);
    }

    /// <summary>What "&lt;" or "&gt;=" can be said of: a word of time, or digits that may begin one.</summary>
    private static bool IsCompared(in Utterance u, int at)
    {
        at = u.IsSymbol(at, '=') ? at + 1 : at;
        return u.IsDigits(at) ? DigitsMayBegin(u, at) : u[at].Kind == TokenKind.Word;
    }

    private static bool IsNeverFirst(Term term) => term is Term.And or Term.Of or Term.Or or Term.Than or Term.OClock or Term.Percent or Term.Pm or Term.Am
        or Term.Dozen or Term.Point or Term.Minus or Term.Other or Term.Ago or Term.Bc or Term.Ad;

    private static bool IsOnlyNumber(Word word) => word.Term == Term.None && (word.Cardinal >= 0 || word.Scale > 0) && word.Unit == TimeUnit.None && word.Ordinal < 0;

    /// <summary>Whether what a number word counts, or the words that go on with it, can make a time or date of it.</summary>
    private static bool CountsTime(in Utterance u, int at)
    {
        int end = at + LongestNumber;
        int last = u.Word(at - 1).Cardinal;
        for (; at < end; at++)
        {
            Word word = u.Word(at);
            if (word.Scale == 0 && word.Cardinal < 0 && word.Term is not (Term.And or Term.A or Term.Point or Term.Half or Term.Quarter) && u.SymbolAt(at) != '-')
                return u[at].Length > 0 && (word.IsTemporal || u[at].Kind != TokenKind.Word || u[at].Length <= 2);
            if (last >= 0 && word.Cardinal >= 10 || word.Scale > 0)
                return true;
            last = u.SymbolAt(at) == '-' ? last : word.Cardinal;
        }

        return false;
    }

    /// <summary>Digits begin a date if they have a date's length or the look of one follows; most numbers do not.</summary>
    private static bool DigitsMayBegin(in Utterance u, int at)
    {
        if (IsLongChain(u, at))
            return false;
        if (u[at].Length is 4 or 8 || u.Word(at - 1).Term is Term.At or Term.On or Term.By)
            return true;
        Token next = u[at + 1];
        if (next.Kind == TokenKind.Word)
            return next.Word.IsTemporal || next.Length <= 4;
        if (next.Kind == TokenKind.Digits)
            return u[at + 2].Kind == TokenKind.Symbol || u.Word(at + 2).IsTemporal;
        char mark = u.SymbolAt(at + 1);
        return mark is ':' or '/' or '-' or '.' or '~' or '–' or '—' or '\'' or ',' && (u.IsDigits(at + 2) || u.Word(at + 2).IsTemporal)
            || VulgarFraction.ValueOf(mark) > 0;
    }

    /// <summary>More digit groups glued together than two dates have.</summary>
    private static bool IsLongChain(in Utterance u, int at)
    {
        int groups = 1;
        while (groups <= LongestChain && u.IsGlued(at + 1) && u.IsGlued(at + 2) && u[at + 1].Kind == TokenKind.Symbol && u.IsDigits(at + 2))
        {
            at += 2;
            groups++;
        }

        return groups > LongestChain;
    }

    private static bool TryModified(in Utterance u, int start, out Reading reading)
    {
        if (TryToDate(u, start, out reading))
            return true;
        bool amount = ModifierGrammar.TryAmount(u, start, out string mod, out int at);
        if (amount && (mod == Mods.Less ? TryWithin(u, at, out reading) : TryBeyond(u, at, out reading)))
            return true;
        if (amount && DurationGrammar.TryRead(u, at, out Duration duration, out int end)
            && u.Word(end).Term is not (Term.Ago or Term.Later))
        {
            reading = Mods.Apply(mod, duration.ToReading(end), end);
            return true;
        }

        if (ModifierGrammar.TryPrefix(u, start, out mod, out at) && TryLimit(u, mod, at, out reading))
        {
            reading = Mods.Apply(mod, reading, reading.End);
            return true;
        }

        return TryPlain(u, start, out reading) && TrySuffix(u, ref reading);
    }

    /// <summary>What the modifier is said of; a limit may itself be vague: "before around 2pm".</summary>
    private static bool TryLimit(in Utterance u, string mod, int at, out Reading reading)
    {
        bool vague = mod != Mods.Approx && u.TextOf(at) is "around" or "circa";
        if (!TryModifiable(u, vague ? Mods.Approx : mod, vague ? at + 1 : at, out reading))
            return false;
        if (vague)
            reading.Mod = Mods.Approx;
        return true;
    }

    private static bool TryModifiable(in Utterance u, string mod, int at, out Reading reading)
    {
        bool about = mod == Mods.Approx;
        bool read = TryPlain(u, at, out reading);
        if (u.Word(at).Term == Term.The && TryPlain(u, at + 1, out Reading behind) && behind.End > reading.End)
            (read, reading) = (true, behind);
        if (!read && !(ClockGrammar.TryRead(u, at, about, out Clock clock, out int end) && IsTime(clock, end, out reading)))
            return false;
        return reading.Kind is not (ReadingKind.Set or ReadingKind.Duration) && (about || reading.Mod is null || !Mods.IsOpen(reading.Mod));
    }

    /// <summary>"less than 3 days after tomorrow": from that day to the day counted.</summary>
    private static bool TryWithin(in Utterance u, int at, out Reading reading)
    {
        reading = default;
        bool counted = DurationGrammar.TryRead(u, at, out Duration duration, out _);
        if (!counted || !ShiftGrammar.TryRead(u, at, out Reading shifted) || shifted.Kind != ReadingKind.Date)
            return false;
        int direction = IsBackward(u, shifted.End) ? -1 : 1;
        reading = RelativePeriods.Between(duration.From(shifted.FutureStart, -direction), shifted.FutureStart, duration, shifted.End);
        return true;
    }

    /// <summary>"more than 2 days before yesterday", "more than a week ago": all that lies beyond that day.</summary>
    private static bool TryBeyond(in Utterance u, int at, out Reading reading)
    {
        if (!ShiftGrammar.TryRead(u, at, out reading) || reading.Kind is not (ReadingKind.Date or ReadingKind.DateTime))
            return false;
        reading = Mods.Apply(IsBackward(u, reading.End) ? Mods.Before : Mods.After, reading, reading.End);
        reading.Source = ReadingKind.None;
        return true;
    }

    private static bool IsBackward(in Utterance u, int end) =>
        u.Word(end - 1).Term is Term.Ago or Term.Earlier or Term.Yesterday && u.Word(end - 2).Term is not (Term.From or Term.After) || u.Word(end - 2).Term == Term.Before;

    private static bool IsTime(Clock clock, int end, out Reading reading)
    {
        reading = Reading.OfClock(clock, end);
        return true;
    }

    private static bool TrySuffix(in Utterance u, ref Reading reading)
    {
        if (reading.Kind is ReadingKind.Set or ReadingKind.Duration || !ModifierGrammar.TrySuffix(u, reading.End, out string mod, out int end))
            return true;
        if (reading.Kind == ReadingKind.Time && u.Word(end).Term == Term.On && DayGrammar.TryRead(u, end + 1, out Day day, out int after))
            (reading, end) = (Reading.OfMoment(day, reading.StartClock, after), after);
        reading = Mods.Apply(mod, reading, end);
        return true;
    }

    /// <summary>"till date", "to date": all up to now.</summary>
    private static bool TryToDate(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (u.Word(start).Term is not (Term.Until or Term.To) || u.Word(start + 1).Term != Term.Date || u.IsWord(start - 1, "up"))
            return false;
        reading = Reading.OfPeriod(Period.Exact(Timex.Now, u.Reference.Date, u.Reference.Date, Mods.Before), start + 2);
        return true;
    }

    /// <summary>The longest of the readings that begin here; of two as long the one tried first.</summary>
    private static bool TryPlain(in Utterance u, int start, out Reading best)
    {
        best = default;
        if (SetGrammar.TryRead(u, start, out Reading reading))
            best = reading;
        if (RangeGrammar.TryRead(u, start, out reading) && reading.End > best.End)
            best = reading;
        if (MomentGrammar.TryRead(u, start, out reading) && reading.End > best.End)
            best = reading;
        if (PeriodGrammar.TryRead(u, start, out reading) && reading.End > best.End)
            best = reading;
        if (DurationGrammar.TryRead(u, start, out Duration duration, out int end) && end > best.End)
            best = duration.ToReading(end);
        return best.Kind != ReadingKind.None;
    }
}
