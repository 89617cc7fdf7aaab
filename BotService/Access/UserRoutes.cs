using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Access;

/// <summary>The staff, for those who manage it.</summary>
internal static class UserRoutes
{
    public static void MapUsers(this IEndpointRouteBuilder staff)
    {
        RouteGroupBuilder users = staff.MapGroup("/users").RequirePermission(Permission.UsersManage);
        users.MapGet("", List).WithSummary("All members of staff");
        users.MapPost("", Add).WithSummary("Add a member; gives the one-time password, once");
        users.MapPatch("/{id}", Change).WithSummary("Change a member's name, roles, state or work");
        users.MapPost("/{id}/reset-password", Reset).WithSummary("Give a member a one-time password; ends their sessions");
    }

    private static async Task<IResult> List(IStaffStore store, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<UserDocument>>([.. (await store.ListAsync(cancellation)).Select(UserDocument.Of)]);

    private static async Task<IResult> Add(NewUserRequest request, StaffMember member, StaffAccounts accounts, CancellationToken cancellation)
    {
        StaffWork work = new()
        {
            Skills = request.Skills ?? [],
            Teams = request.Teams ?? [],
            Languages = request.Languages ?? new StaffWork().Languages,
            Capacity = request.Capacity,
        };
        FieldFault[] faults =
        [
            .. StaffFields.Email(request.Email), .. StaffFields.Name(request.Name), .. StaffFields.Roles(request.Roles), .. StaffFields.Work(work),
            .. request.Locale is null ? [] : StaffFields.Locale(request.Locale),
        ];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        NewMember wanted = new(request.Email ?? "", request.Name ?? "", request.Roles ?? []) { Work = work, Locale = request.Locale };
        (StaffSaved saved, StaffUser user, string password) = await accounts.AddAsync(wanted, member, onlyFirst: false, cancellation);
        return saved == StaffSaved.Saved
            ? TypedResults.Created($"/api/staff/users/{user.Id}", new NewUserDocument(UserDocument.Of(user), password))
            : AccessRefusals.EmailTaken;
    }

    private static async Task<IResult> Change(string id, UserChange change, StaffMember member, StaffAccounts accounts, IStaffStore store, StaffSessions sessions, CancellationToken cancellation)
    {
        FieldFault[] faults =
        [
            .. change.Name is null ? [] : StaffFields.Name(change.Name),
            .. change.Roles is null ? [] : StaffFields.Roles(change.Roles),
            .. StaffFields.Work(change.On(new StaffWork())),
        ];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        StaffSaved? saved = await accounts.ChangeAsync(id, user => ChangeOf(user, change, member), cancellation);
        sessions.Recheck();
        return saved switch
        {
            StaffSaved.Saved when await store.FindAsync(id, cancellation) is { } user => TypedResults.Ok(UserDocument.Of(user)),
            StaffSaved.LastAdministrator => AccessRefusals.LastAdministrator,
            StaffSaved.Changed => Refusal.Changed,
            _ => Refusal.NotFound,
        };
    }

    private static StaffChange ChangeOf(StaffUser user, UserChange change, StaffMember member)
    {
        StaffUser wanted = user with
        {
            Name = change.Name?.Trim() ?? user.Name,
            Roles = change.Roles is null ? user.Roles : [.. change.Roles.Distinct()],
            Active = change.Active ?? user.Active,
            Work = change.On(user.Work),
        };
        string detail = AuditDetail.Of(
            ("name", null, user.Name == wanted.Name ? null : "changed"),
            ("roles", StaffAccounts.Names(user.Roles), StaffAccounts.Names(wanted.Roles)),
            ("active", user.Active, wanted.Active),
            ("capacity", user.Work.Capacity, wanted.Work.Capacity),
            ("skills", string.Join(',', user.Work.Skills.Select(skill => skill.Name)), string.Join(',', wanted.Work.Skills.Select(skill => skill.Name))),
            ("teams", string.Join(',', user.Work.Teams), string.Join(',', wanted.Work.Teams)));

        // Rights that were taken away end with the sessions that had them; rights are looked up at every request besides.
        return new StaffChange(wanted, AuditEntry.By(member, "user.change", user.Id, detail)) { EndSessions = !wanted.Active };
    }

    private static async Task<IResult> Reset(string id, ResetRequest? request, StaffMember member, StaffAccounts accounts, StaffSessions sessions, CancellationToken cancellation)
    {
        string? password = await accounts.ResetPasswordAsync(id, request?.RemoveSecondFactor ?? false, member, cancellation);
        sessions.Recheck();
        return password is null ? Refusal.NotFound : TypedResults.Ok(new OneTimePasswordDocument(password));
    }
}

internal sealed record UserDocument(
    string Id,
    string Email,
    string Name,
    IReadOnlyList<Role> Roles,
    bool Active,
    bool MustChangePassword,
    bool SecondFactor,
    IReadOnlyList<StaffSkill> Skills,
    IReadOnlyList<string> Teams,
    IReadOnlyList<string> Languages,
    int? Capacity,
    DateTimeOffset? LastSeenAt,
    DateTimeOffset CreatedAt)
{
    public static UserDocument Of(StaffUser user) => new(
        user.Id,
        user.Email,
        user.Name,
        user.Roles,
        user.Active,
        user.MustChangePassword,
        user.SecondFactor is not null,
        user.Work.Skills,
        user.Work.Teams,
        user.Work.Languages,
        user.Work.Capacity,
        user.LastSeenAt,
        user.CreatedAt);
}

internal sealed record NewUserRequest(
    string? Email,
    string? Name,
    IReadOnlyList<Role>? Roles,
    string? Locale,
    IReadOnlyList<StaffSkill>? Skills,
    IReadOnlyList<string>? Teams,
    IReadOnlyList<string>? Languages,
    int? Capacity);

internal sealed record NewUserDocument(UserDocument User, string OneTimePassword);

/// <summary>What is left out stays as it is.</summary>
internal sealed record UserChange(
    string? Name,
    IReadOnlyList<Role>? Roles,
    bool? Active,
    IReadOnlyList<StaffSkill>? Skills,
    IReadOnlyList<string>? Teams,
    IReadOnlyList<string>? Languages,
    int? Capacity)
{
    public StaffWork On(StaffWork work) => work with
    {
        Skills = Skills ?? work.Skills,
        Teams = Teams ?? work.Teams,
        Languages = Languages ?? work.Languages,
        Capacity = Capacity ?? work.Capacity,
    };
}

internal sealed record ResetRequest(bool RemoveSecondFactor);

internal sealed record OneTimePasswordDocument(string OneTimePassword);
