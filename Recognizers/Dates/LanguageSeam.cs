using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates;

/// <summary>Joins a day said in one language with the time said beside it in the other: "next Tuesday 下午三点", "每周一 at 9am".</summary>
internal static class LanguageSeam
{
    private const string TypePrefix = "datetimeV2.";

    public static bool TryJoin(Findings findings, Recognition first, Recognition second, out Recognition joined)
    {
        joined = first;
        if (first.End + 1 > second.Start || !IsJoint(findings.Raw.AsSpan(first.End + 1, second.Start - first.End - 1)))
            return false;
        string one = first.TypeName, two = second.TypeName;
        bool dayFirst = one is TypePrefix + "date" or TypePrefix + "set";
        (Recognition day, Recognition time) = dayFirst ? (first, second) : (second, first);
        bool days = dayFirst || two is TypePrefix + "date" or TypePrefix + "set";
        if (!days || time.TypeName is not (TypePrefix + "time" or TypePrefix + "timerange"))
            return false;
        bool set = day.TypeName == TypePrefix + "set";
        if (set && time.TypeName != TypePrefix + "time")
            return false;
        string type = set ? "set" : time.TypeName == TypePrefix + "time" ? "datetime" : "datetimerange";
        string words = findings.Shown(first.Start, second.End + 1);
        joined = new Recognition(words, first.Start, second.End, TypePrefix + type, Resolution.OfCandidates(Combine(day.Resolution, time.Resolution, type)));
        return true;
    }

    private static bool IsJoint(ReadOnlySpan<char> between) => between.Trim() is "" or "," or "的" or "at" or "on" or "@" or "在" or "，";

    private static Resolution[] Combine(Resolution days, Resolution times, string type)
    {
        if (type == "set")
            return [OfSet(days.Values[0], times.Values[0])];
        Resolution[] values = new Resolution[days.Values.Count * times.Values.Count];
        int index = 0;
        foreach (Resolution time in times.Values)
        {
            foreach (Resolution day in days.Values)
                values[index++] = On(day, time, type);
        }

        return values;
    }

    private static Resolution OfSet(Resolution set, Resolution time)
    {
        string? timex = set["timex"] is "P1D" ? time["timex"] : set["timex"] + time["timex"];
        return new Resolution([new("timex", timex), new("type", "set"), new("value", set["value"])]);
    }

    private static Resolution On(Resolution day, Resolution time, string type)
    {
        string? timex = day["timex"], clock = time["timex"];
        string written = clock is ['(', ..] ? clock.Replace("T", timex + "T", StringComparison.Ordinal).Replace("P" + timex, "P", StringComparison.Ordinal) : timex + clock;
        if (day["value"] is not { } date || !char.IsAsciiDigit(date[0]))
            return new Resolution([new("timex", written), new("type", type), new("value", day["value"])]);
        return type == "datetime"
            ? new Resolution([new("timex", written), new("type", type), new("value", $"{date} {time["value"]}")])
            : new Resolution([new("timex", written), new("type", type), new("start", $"{date} {time["start"]}"), new("end", $"{date} {time["end"]}")]);
    }
}
