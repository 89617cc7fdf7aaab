using System.Globalization;
using System.Text.Json;

namespace SupportBot.Faults;

/// <summary>Compares what clients were promised with what is stored and with what they saw.</summary>
internal static class Oracle
{
    /// <summary>Every broken promise, in words; none when all held.</summary>
    public static IReadOnlyList<string> Check(Shopper shopper, IReadOnlyList<JsonElement> stored)
    {
        List<string> broken = [];
        string who = $"shopper {shopper.Number}";
        Dictionary<string, string[]> byClientId = stored
            .Where(activity => ClientId(activity) is not null)
            .GroupBy(activity => ClientId(activity) ?? "", Id)
            .ToDictionary(group => group.Key, group => group.ToArray());
        foreach ((string clientId, string id) in shopper.Acknowledged)
        {
            if (!byClientId.TryGetValue(clientId, out string[]? rows))
            {
                broken.Add($"{who}: {clientId} was acknowledged and is lost");
            }
            else if (rows is not [{ } only] || only != id)
            {
                broken.Add($"{who}: {clientId} was acknowledged as {id} and is stored as {string.Join(", ", rows)}");
            }
        }

        long[] sequences = [.. stored.Select(activity => long.Parse(Id(activity).Split('|')[1], CultureInfo.InvariantCulture))];
        if (!sequences.SequenceEqual(Enumerable.Range(2, sequences.Length).Select(number => (long)number)))
        {
            broken.Add($"{who}: the sequence has gaps or repeats");
        }

        string[] answered = [.. stored.Where(activity => activity.TryGetProperty("replyToId", out _)).Select(activity => activity.GetProperty("replyToId").GetString() ?? "")];
        string[] asked = [.. stored.Where(activity => ClientId(activity) is not null).Select(Id)];
        broken.AddRange(asked.Except(answered).Select(id => $"{who}: {id} has no answer"));
        broken.AddRange(answered.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => $"{who}: {group.Key} was answered {group.Count()} times"));
        if (!shopper.Seen.SequenceEqual(stored.Select(Id)))
        {
            broken.Add($"{who}: the socket brought {shopper.Seen.Count} activities, the store has {stored.Count}, or in another order");
        }

        return broken;
    }

    private static string Id(JsonElement activity) => activity.GetProperty("id").GetString() ?? "";

    private static string? ClientId(JsonElement activity) =>
        activity.GetProperty("channelData").TryGetProperty("clientActivityID", out JsonElement id) ? id.GetString() : null;
}
