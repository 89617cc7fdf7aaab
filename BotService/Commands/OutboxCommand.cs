using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SupportBot.Access.Audit;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Commands;

/// <summary><c>outbox list</c>, <c>outbox send</c> and <c>outbox drop</c>: a person's decision on what no sender takes up again by itself.</summary>
internal static class OutboxCommand
{
    private const int Listed = 10_000;

    public static Command Create(string[] settings)
    {
        Option<OutboxStatus?> status = new("--status") { Description = $"Only one of {Names}", CustomParser = Status };
        return new Command("outbox", "Messages and work for others that were given up, may have arrived, or were held back in a restored copy")
        {
            new Command("list", "List them: id, status, kind, conversation, sequence of the message, attempts, why; separated by tabs") { status }
                .WithSettings(settings, (parsed, services) => ListAsync(services.GetRequiredService<IOutboxStore>(), parsed.GetValue(status))),
            Decision(settings, "send", "Send them now; what had arrived already arrives twice", send: true),
            Decision(settings, "drop", "Never send them", send: false),
        };
    }

    private static Command Decision(string[] settings, string name, string description, bool send)
    {
        Argument<StuckRows> rows = new("ID") { Description = $"A row, as listed, or every one that is {Names}", CustomParser = Rows };
        return new Command(name, description) { rows }
            .WithSettings(settings, (parsed, services) => DecideAsync(services.GetRequiredService<IOutboxStore>(), parsed.GetValue(rows), $"outbox.{name}", send));
    }

    private static async Task<int> ListAsync(IOutboxStore outbox, OutboxStatus? only)
    {
        foreach (OutboxStatus status in StuckRows.Statuses.Where(status => only is null || status == only))
        {
            foreach (OutboxEntry row in await outbox.ListAsync(status, Listed, CancellationToken.None))
            {
                await Console.Out.WriteLineAsync($"{row.Id}\t{status}\t{row.Kind}\t{row.ConversationId}\t{row.Sequence}\t{row.Attempts}\t{row.Error}");
            }
        }

        return 0;
    }

    private static async Task<int> DecideAsync(IOutboxStore outbox, StuckRows rows, string action, bool send)
    {
        string target = rows.Id is { } id ? $"{id}" : $"{rows.Status}";
        int decided = await outbox.DecideAsync(rows, send, AuditEntry.ByConsole(action, target), CancellationToken.None);
        if (decided == 0 && rows.Id is not null)
        {
            await Console.Error.WriteLineAsync($"Row {target} is none of {Names}: there is nothing to decide.");
            return 1;
        }

        await Console.Out.WriteLineAsync($"{decided} {(decided == 1 ? "row" : "rows")} {(send ? "will be sent by the running service" : "dropped")}.");
        return 0;
    }

    private static StuckRows Rows(ArgumentResult result)
    {
        string given = result.Tokens is [{ Value: var token }] ? token : "";
        if (long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            return new StuckRows(id, null);
        }

        return new StuckRows(null, Status(result));
    }

    private static OutboxStatus? Status(ArgumentResult result)
    {
        string given = result.Tokens is [{ Value: var token }] ? token : "";
        foreach (OutboxStatus status in StuckRows.Statuses.Where(status => status.ToString().Equals(given, StringComparison.OrdinalIgnoreCase)))
        {
            return status;
        }

        result.AddError($"'{given}' is none of {Names}. outbox list shows the rows and their ids.");
        return null;
    }

    private static string Names => string.Join(", ", StuckRows.Statuses).ToLowerInvariant();
}
