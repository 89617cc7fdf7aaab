using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using SupportBot.Channels;
using SupportBot.Dialogs;
using SupportBot.Outreach.Jobs;

namespace SupportBot.Outreach.Reminders;

/// <summary>
/// Says due reminders, each once: a row is leased, said under a key that the conversation's log knows, and settled. Whoever dies in between
/// leaves the row to the next claim, which finds it said.
/// </summary>
internal sealed partial class ReminderTeller(
    IReminderStore reminders,
    ProactiveMessages messages,
    BotAccount bot,
    NodeClock clock,
    IOptions<ReminderOptions> options,
    TimeProvider time,
    ILogger<ReminderTeller> logger) : BackgroundService
{
    private const int Batch = 500;

    // Those that are said at once share their commits: many are due on the hour.
    private const int AtOnce = 32;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.Value.Interval, time);
        do
        {
            try
            {
                while (await clock.IsRightAsync(stoppingToken) && await TellDueAsync(stoppingToken) == Batch)
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                TellingFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>How many were claimed.</returns>
    internal async Task<int> TellDueAsync(CancellationToken cancellation)
    {
        IReadOnlyList<ReminderRow> due = await reminders.ClaimDueAsync(Batch, options.Value.Lease, cancellation);
        ConcurrentBag<(ReminderRow, ReminderStatus)> settled = [];
        try
        {
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (row, stop) =>
            {
                if (await TellAsync(row, stop) is { } status)
                {
                    settled.Add((row, status));
                }
            });
        }
        finally
        {
            await reminders.SettleAsync([.. settled], CancellationToken.None);
        }

        return due.Count;
    }

    /// <summary>What became of it; null when an agent speaks, so that it must wait for the lease to end.</summary>
    private async Task<ReminderStatus?> TellAsync(ReminderRow row, CancellationToken cancellation)
    {
        string locale = Language.OfClient(row.Locale);
        string words = Phrases.Load(locale, all => all)[Phrase.ReminderDue];
        Activity said = new()
        {
            Type = ActivityTypes.Message,
            Text = words.Replace("{text}", Plain.Line(row.Text), StringComparison.Ordinal),
            TextFormat = "markdown",
            Locale = locale,
            InputHint = "acceptingInput",
            From = bot.Account with { Name = bot.NameIn(locale) },
        };
        string key = string.Create(CultureInfo.InvariantCulture, $"reminder {row.Reference} {row.DueAt.ToUnixTimeMilliseconds()}");
        return await messages.SayAsync(row.ConversationId, said, key, cancellation, AwayCarrier.Work(words.Replace("{text}", row.Text, StringComparison.Ordinal), locale)) switch
        {
            ProactiveOutcome.Stored or ProactiveOutcome.Repeated or ProactiveOutcome.Changed => ReminderStatus.Said,
            ProactiveOutcome.Missing or ProactiveOutcome.Unreachable => ReminderStatus.Unreachable,
            ProactiveOutcome.AgentSpeaks => null,
        };
    }

    [LoggerMessage(LogLevel.Error, "Due reminders could not be said; they are tried again")]
    private static partial void TellingFailed(ILogger logger, Exception error);
}
