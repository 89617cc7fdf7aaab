using System.Text.Json;
using SupportBot.Dialogs;

namespace SupportBot.Desk.Replies;

/// <summary>The replies a new store begins with, in both languages.</summary>
internal sealed class CannedDefaults(ICannedStore canned) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        canned.SeedAsync([.. Load(Language.English), .. Load(Language.Chinese)], cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IReadOnlyList<CannedReply> Load(string locale)
    {
        string name = $"SupportBot.Desk.Words.canned-{locale}.json";
        using System.IO.Stream stream = typeof(CannedDefaults).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} cannot be read.");
        return JsonSerializer.Deserialize(stream, DeskJson.Default.IReadOnlyListCannedReply) ?? [];
    }
}
