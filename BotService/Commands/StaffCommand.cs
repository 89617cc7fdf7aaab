using System.CommandLine;
using SupportBot.Access;

namespace SupportBot.Commands;

/// <summary><c>staff add</c>, <c>staff list</c> and <c>reset-admin</c>: the staff, from the machine itself.</summary>
internal static class StaffCommand
{
    public static Command Create(string[] settings) => new("staff", "Members of staff")
    {
        Add(settings),
        new Command("list", "List the members of staff").WithSettings(settings, (_, services) => ListAsync(services.GetRequiredService<IStaffStore>())),
    };

    public static Command CreateReset(string[] settings)
    {
        Option<string?> email = new("--email") { Description = "The administrator; by default the one who was there first" };
        return new Command("reset-admin", "Give an administrator a one-time password; ends their sessions and removes their second factor") { email }
            .WithSettings(settings, (parsed, services) => ResetAsync(services, parsed.GetValue(email)));
    }

    private static Command Add(string[] settings)
    {
        Option<string> email = new("--email") { Description = "Where they sign in with", Required = true };
        Option<string> name = new("--name") { Description = "As colleagues and shoppers see them", Required = true };
        Option<Role[]> roles = new("--role") { Description = "agent, supervisor, marketer or administrator; may be given more than once", Required = true };
        return new Command("add", "Add a member of staff and print their one-time password") { email, name, roles }
            .WithSettings(settings, (parsed, services) => AddAsync(services, new NewMember(parsed.GetValue(email) ?? "", parsed.GetValue(name) ?? "", parsed.GetValue(roles) ?? [])));
    }

    private static async Task<int> AddAsync(IServiceProvider services, NewMember member)
    {
        if (StaffFields.Email(member.Email).Concat(StaffFields.Name(member.Name)).Concat(StaffFields.Roles(member.Roles)).FirstOrDefault() is { } fault)
        {
            return await FailAsync(Operation.RefusalWords.Of("en").Sentence(fault.Code, new Dictionary<string, System.Text.Json.Nodes.JsonNode?>()));
        }

        (StaffSaved saved, StaffUser user, string password) = await services.GetRequiredService<StaffAccounts>().AddAsync(member, null, onlyFirst: false, CancellationToken.None);
        if (saved != StaffSaved.Saved)
        {
            return await FailAsync($"{user.Email} belongs to somebody of the staff already.");
        }

        await Console.Out.WriteLineAsync($"{user.Email}  one-time password: {password}");
        return 0;
    }

    private static async Task<int> ListAsync(IStaffStore staff)
    {
        foreach (StaffUser user in await staff.ListAsync(CancellationToken.None))
        {
            string state = (user.Active, user.MustChangePassword, user.SecondFactor) switch
            {
                (false, _, _) => "not active",
                (_, true, _) => "one-time password",
                (_, _, null) => "password",
                _ => "password and second factor",
            };
            await Console.Out.WriteLineAsync($"{user.Email}\t{user.Name}\t{string.Join(',', user.Roles)}\t{state}");
        }

        return 0;
    }

    private static async Task<int> ResetAsync(IServiceProvider services, string? email)
    {
        IReadOnlyList<StaffUser> staff = await services.GetRequiredService<IStaffStore>().ListAsync(CancellationToken.None);
        StaffUser? administrator = staff
            .Where(user => user is { Active: true } && user.Roles.Contains(Role.Administrator) && (email is null || user.Email == StaffUser.Normalize(email)))
            .MinBy(user => user.CreatedAt);
        if (administrator is null)
        {
            return await FailAsync(email is null ? "There is no administrator yet: start the service once." : $"{email} is not an active administrator.");
        }

        string? password = await services.GetRequiredService<StaffAccounts>().ResetPasswordAsync(administrator.Id, removeSecondFactor: true, null, CancellationToken.None);
        await Console.Out.WriteLineAsync($"{administrator.Email}  one-time password: {password}");
        return 0;
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 1;
    }
}
