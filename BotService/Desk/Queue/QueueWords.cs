using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Dialogs;

namespace SupportBot.Desk.Queue;

/// <summary>What a waiting shopper is told, in their language.</summary>
internal static class QueueWords
{
    private static readonly Dictionary<string, Dictionary<string, string>> Words = new()
    {
        [Language.English] = Load(Language.English),
        [Language.Chinese] = Load(Language.Chinese),
    };

    public static string Waiting(string locale, int place, int? minutes) =>
        Fill(locale, minutes is null ? "place" : minutes == 1 ? "placeAndMinute" : "placeAndMinutes", ("place", place.ToString(CultureInfo.InvariantCulture)), ("minutes", minutes?.ToString(CultureInfo.InvariantCulture) ?? ""));

    /// <param name="locale">The shopper's language.</param>
    /// <param name="opens">When people are back.</param>
    /// <param name="zone">The store's zone, in which the time is told.</param>
    public static string Closed(string locale, DateTimeOffset opens, TimeZoneInfo zone)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(locale == Language.Chinese ? "zh-CN" : "en-GB");
        DateTime local = TimeZoneInfo.ConvertTime(opens, zone).DateTime;
        return Fill(locale, "closed", ("day", local.ToString(locale == Language.Chinese ? "M月d日dddd" : "dddd d MMMM", culture)), ("time", local.ToString("HH:mm", culture)));
    }

    private static string Fill(string locale, string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        string text = Words[locale == Language.Chinese ? Language.Chinese : Language.English][key];
        foreach ((string name, string value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    private static Dictionary<string, string> Load(string locale)
    {
        string name = $"SupportBot.Desk.Words.queue-{locale}.json";
        using System.IO.Stream stream = typeof(QueueWords).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} cannot be read.");
        return JsonSerializer.Deserialize(stream, QueueWordsJson.Default.DictionaryStringString) ?? [];
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class QueueWordsJson : JsonSerializerContext;
