using SupportBot.Access;
using SupportBot.Operation;

namespace SupportBot.Tickets;

/// <summary>What the fields of a ticket may hold; each gives its fault, or nothing.</summary>
internal static class TicketFields
{
    public const int MostFiles = 10;

    private const int LongestText = 4_000;
    private const int LongestTitle = 120;
    private const int LongestWord = 64;
    private const int MostDepartments = 50;

    public static IEnumerable<FieldFault> Text(string field, string? text) => Fault(text?.Trim().Length is > 0 and <= LongestText, field, "TicketTextWrong");

    public static IEnumerable<FieldFault> OptionalText(string field, string? text) => Fault(text is null or { Length: <= LongestText }, field, "TicketTextWrong");

    public static IEnumerable<FieldFault> Title(string? title) => Fault(title?.Trim() is { Length: > 0 and <= LongestTitle } text && !text.Any(char.IsControl), "title", "TicketTitleWrong");

    public static IEnumerable<FieldFault> Category(string? category) => Fault(IsWord(category), "category", "WordWrong");

    public static IEnumerable<FieldFault> Departments(IReadOnlyList<string>? names) =>
        Fault(names is { Count: <= MostDepartments } && names.All(IsWord) && names.Select(name => name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count, "departments", "DepartmentsWrong");

    public static async ValueTask<IEnumerable<FieldFault>> DepartmentAsync(string? department, ITicketStore store, CancellationToken cancellation) =>
        Fault(department is not null && (await store.DepartmentsAsync(cancellation)).Contains(department), "department", "DepartmentWrong");

    public static async ValueTask<IEnumerable<FieldFault>> OwnerAsync(string? ownerId, IStaffStore staff, CancellationToken cancellation) => Fault(
        ownerId is not null && await staff.FindAsync(ownerId, cancellation) is { Active: true } user && RolePermissions.Of(user.Roles).Contains(Permission.TicketsWrite), "ownerId", "OwnerWrong");

    private static bool IsWord(string? word) => word?.Trim() is { Length: > 0 and <= LongestWord } text && !text.Any(char.IsControl);

    private static IEnumerable<FieldFault> Fault(bool good, string field, string code) => good ? [] : [new FieldFault(field, code)];
}
