using SupportBot.Access;

namespace SupportBot.Outreach.Jobs;

/// <summary>How the ticks go, for whoever runs the service.</summary>
internal static class JobRoutes
{
    public static void MapJobs(this IEndpointRouteBuilder outreach) =>
        outreach.MapGet("/jobs", List).RequirePermission(Permission.SettingsWrite).WithSummary("Each job's last and next run, and how often it came late");

    private static async Task<IResult> List(JobRuns runs, CancellationToken cancellation) => TypedResults.Ok(await runs.AllAsync(cancellation));
}
