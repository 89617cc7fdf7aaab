using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SupportBot.Outreach.Festivals;

namespace SupportBot.Commands;

/// <summary><c>outreach festival</c> and <c>outreach next</c>: the calendar of greetings, as tab-separated lines.</summary>
internal static class OutreachCommand
{
    public static Command Create() => new("outreach", "The calendar of greetings") { FestivalDates(), Next() };

    private static Command FestivalDates()
    {
        Argument<string> name = new("festival") { Description = $"One of {string.Join(", ", FestivalCalendar.All.Select(festival => festival.Id))}" };
        name.Validators.Add(result =>
        {
            if (FestivalCalendar.Find(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError($"There is no festival '{result.GetValueOrDefault<string>()}'. {name.Description}.");
            }
        });
        Option<(int First, int Last)> years = new("--years") { Description = "A year, or the first and last: 1901-2100", Required = true, CustomParser = Years };
        Command command = new("festival", "Print the dates of a festival: festival<TAB>date") { name, years };
        command.SetAction(parsed =>
        {
            Festival festival = FestivalCalendar.Find(parsed.GetRequiredValue(name)) ?? FestivalCalendar.All[0];
            (int first, int last) = parsed.GetValue(years);
            foreach (DateOnly date in Enumerable.Range(first, last - first + 1).SelectMany(festival.In))
            {
                Console.WriteLine($"{festival.Id}\t{Iso(date)}");
            }

            return 0;
        });
        return command;
    }

    private static Command Next()
    {
        Option<int> days = new("--days") { Description = "How many days ahead, 1 to 3660", DefaultValueFactory = _ => 400 };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 3660)
            {
                result.AddError("--days must lie between 1 and 3660.");
            }
        });
        Option<string> zone = new("--zone") { Description = "The time zone whose today it starts from, e.g. Asia/Shanghai", DefaultValueFactory = _ => "UTC" };
        zone.Validators.Add(result =>
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(result.GetValueOrDefault<string>() ?? "", out _))
            {
                result.AddError($"There is no time zone '{result.GetValueOrDefault<string>()}'. Give an IANA name such as Europe/London or Asia/Shanghai.");
            }
        });
        Command command = new("next", "Print every coming occurrence: date<TAB>festival<TAB>English name<TAB>Chinese name") { days, zone };
        command.SetAction(parsed =>
        {
            TimeZoneInfo place = TimeZoneInfo.FindSystemTimeZoneById(parsed.GetRequiredValue(zone));
            DateOnly today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), place).DateTime);
            foreach ((DateOnly date, Festival festival) in FestivalCalendar.From(today, parsed.GetValue(days)))
            {
                Console.WriteLine($"{Iso(date)}\t{festival.Id}\t{festival.English}\t{festival.Chinese}");
            }

            return 0;
        });
        return command;
    }

    private static (int, int) Years(ArgumentResult result)
    {
        string text = result.Tokens is [{ Value: string value }] ? value : "";
        string[] ends = text.Split('-');
        if (ends.Length is 1 or 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last)
            && first >= Festival.FirstYear && last <= Festival.LastYear && first <= last)
        {
            return (first, last);
        }

        result.AddError($"--years takes a year, or two like 2026-2030, from {Festival.FirstYear} to {Festival.LastYear}: as far as the Chinese calendar is known.");
        return default;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
