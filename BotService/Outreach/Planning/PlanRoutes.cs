using Microsoft.AspNetCore.Http.HttpResults;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Festivals;

namespace SupportBot.Outreach.Planning;

/// <summary>The year as marketing sees it: festivals, the owner's days, days off, and what is planned on them.</summary>
internal static class PlanRoutes
{
    private const int NextOccurrences = 3;
    private const int YearsAhead = 4;
    private const long LargestFile = 1024 * 1024;

    public static void MapPlan(this IEndpointRouteBuilder outreach)
    {
        outreach.MapGet("/plan", Year).WithSummary("A year's greeting days, days off, and campaigns");
        outreach.MapGet("/festivals", Festivals).WithSummary("Festivals with their next three days in both calendars");
        outreach.MapGet("/days", Days).WithSummary("The owner's own days, days off and make-up workdays");
        outreach.MapPost("/days", AddDay).WithSummary("Add a day, or change it");
        outreach.MapPost("/days/import", Import).WithSummary("Take days in from CSV: date, kind, name_en, name_zh, yearly");
        outreach.MapDelete("/days/{id}", DeleteDay).WithSummary("Take a day away");
    }

    private static async Task<IResult> Year(int? year, ICampaignStore campaigns, IOwnerDayStore days, CampaignHome home, TimeProvider time, CancellationToken cancellation)
    {
        int asked = year ?? TimeZoneInfo.ConvertTime(time.GetUtcNow(), home.Store.Zone).Year;
        if (asked is < Festival.FirstYear or > Festival.LastYear)
        {
            return Refusal.Invalid("year", "YearUnknown");
        }

        (DateOnly first, DateOnly last) = (new DateOnly(asked, 1, 1), new DateOnly(asked, 12, 31));
        IReadOnlyList<OwnerDay> own = await days.AllAsync(cancellation);
        IEnumerable<PlanEntry> entries =
        [
            .. FestivalCalendar.From(first, last.DayNumber - first.DayNumber).Select(day => new PlanEntry(CalendarDay.Of(day.Date), PlanEntryKind.Festival, day.Festival.Id, day.Festival.English, day.Festival.Chinese, null)),
            .. own.SelectMany(day => day.In(asked).Select(date => new PlanEntry(CalendarDay.Of(date), KindOf(day.Kind), day.Id, day.English, day.Chinese, null))),
            .. (await campaigns.ListAsync(null, int.MaxValue, cancellation))
                .Where(campaign => campaign.Status != CampaignStatus.Cancelled && !campaign.Plan.Occasion.IsPersonal())
                .SelectMany(campaign => OccurrenceDays.Of(campaign.Plan, own, first, last).Select(date => new PlanEntry(CalendarDay.Of(date), PlanEntryKind.Campaign, campaign.Id, campaign.Name, campaign.Name, campaign.Status))),
        ];
        return TypedResults.Ok<IReadOnlyList<PlanEntry>>([.. entries.OrderBy(entry => entry.Day.Date).ThenBy(entry => entry.Kind)]);
    }

    private static Ok<IReadOnlyList<FestivalDocument>> Festivals(CampaignHome home, TimeProvider time)
    {
        DateOnly today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), home.Store.Zone).DateTime);
        return TypedResults.Ok<IReadOnlyList<FestivalDocument>>(
        [
            .. FestivalCalendar.All.Select(festival => new FestivalDocument(
                festival.Id,
                festival.English,
                festival.Chinese,
                [.. Enumerable.Range(today.Year, YearsAhead).Where(year => year <= Festival.LastYear).SelectMany(festival.In).Where(day => day >= today).Take(NextOccurrences).Select(CalendarDay.Of)])),
        ]);
    }

    private static async Task<IResult> Days(IOwnerDayStore store, CancellationToken cancellation) => TypedResults.Ok(await store.AllAsync(cancellation));

    private static async Task<IResult> AddDay(OwnerDayRequest request, StaffMember member, IOwnerDayStore store, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. request.Faults()];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        OwnerDay day = request.OwnerDay();
        await store.SaveAsync([day], AuditEntry.By(member, "outreach.day", day.Id), cancellation);
        return TypedResults.Ok(day);
    }

    private static async Task<IResult> Import(HttpRequest request, StaffMember member, IOwnerDayStore store, CancellationToken cancellation)
    {
        if (request.ContentLength > LargestFile)
        {
            return Refusal.TooLarge;
        }

        using StreamReader reader = new(request.Body);
        char[] text = new char[LargestFile + 1];
        int length = await reader.ReadBlockAsync(text, cancellation);
        if (length > LargestFile)
        {
            return Refusal.TooLarge;
        }

        OwnerDayFile file = OwnerDayFile.Read(new string(text, 0, length), RequestLanguage.Of(request));
        if (file.Problems.Count == 0)
        {
            await store.SaveAsync(file.Days, AuditEntry.By(member, "outreach.days", "import"), cancellation);
        }

        // All or nothing: half a calendar would be worse than none.
        return TypedResults.Ok(new OwnerDayReport(file.Problems.Count == 0 ? file.Days.Count : 0, file.Problems));
    }

    private static async Task<IResult> DeleteDay(string id, StaffMember member, IOwnerDayStore store, CancellationToken cancellation) =>
        await store.DeleteAsync(id, AuditEntry.By(member, "outreach.dayDelete", id), cancellation) ? TypedResults.NoContent() : Refusal.NotFound;

    private static PlanEntryKind KindOf(OwnerDayKind kind) => kind switch
    {
        OwnerDayKind.Greeting => PlanEntryKind.OwnerDay,
        OwnerDayKind.DayOff => PlanEntryKind.DayOff,
        OwnerDayKind.Workday => PlanEntryKind.Workday,
    };
}

internal enum PlanEntryKind
{
    Festival,
    OwnerDay,
    DayOff,
    Workday,
    Campaign,
}

internal sealed record PlanEntry(CalendarDay Day, PlanEntryKind Kind, string Id, string English, string Chinese, CampaignStatus? Status);

internal sealed record FestivalDocument(string Id, string English, string Chinese, IReadOnlyList<CalendarDay> Next);

internal sealed record OwnerDayReport(int Taken, IReadOnlyList<OwnerDayProblem> Problems);
