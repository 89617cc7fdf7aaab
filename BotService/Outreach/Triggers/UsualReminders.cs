using System.Text.Json;
using SupportBot.Dialogs;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Templates;

namespace SupportBot.Outreach.Triggers;

/// <summary>The reminders that a store begins with, all switched off, with words to begin from.</summary>
internal static class UsualReminders
{
    private static readonly string[] Languages = [Language.English, Language.Chinese];

    private static readonly Dictionary<string, Dictionary<string, string>> Words = Languages.ToDictionary(language => language, Load);

    /// <summary>Each by the name of its words.</summary>
    public static IReadOnlyDictionary<string, CampaignPlan> Plans { get; } = new Dictionary<string, CampaignPlan>
    {
        ["orderUnpaid-30m"] = After(OutreachEvents.OrderUnpaid, TimeSpan.FromMinutes(30)),
        ["orderUnpaid-1d"] = After(OutreachEvents.OrderUnpaid, TimeSpan.FromHours(24)),

        // Nothing has been bought: that is advertising, for those who have agreed to it.
        ["cartLeft"] = After(OutreachEvents.CartLeft, TimeSpan.FromHours(2)) with { Purpose = Purpose.Offers },
        ["orderShipped"] = After(OutreachEvents.OrderShipped, TimeSpan.Zero),
        ["orderDelivered-3d"] = After(OutreachEvents.OrderDelivered, TimeSpan.FromDays(3)),
        ["serviceFinished-1d"] = After(OutreachEvents.ServiceFinished, TimeSpan.FromDays(1)),
        ["maintenanceDue-14d"] = After(OutreachEvents.MaintenanceDue, TimeSpan.FromDays(-14)),
        ["maintenanceDue-1d"] = After(OutreachEvents.MaintenanceDue, TimeSpan.FromDays(-1)),
        ["visit"] = new() { Purpose = Purpose.Greetings, Occasion = Occasion.Visit, Everyone = true, Channels = [Reach.Chat, Reach.Email] },
    }.ToDictionary(plan => plan.Key, plan => plan.Value with { Variants = [new CampaignVariant(IdOf(plan.Key), 1)] });

    /// <summary>The same on every node and at every start, so that each is begun once.</summary>
    public static string IdOf(string name) => $"usual-{name}";

    public static string NameOf(string name, string language) => Words[language][$"{name}.name"];

    public static TemplateBody BodyOf(string name) => new()
    {
        Words = Languages.ToDictionary(language => language, language => new TemplateWords(Words[language][$"{name}.subject"], Words[language][$"{name}.text"])),
    };

    private static CampaignPlan After(string happened, TimeSpan delay) =>
        new() { Purpose = Purpose.Reminders, Occasion = Occasion.Event, Event = happened, Delay = delay, Channels = [Reach.Chat, Reach.Email] };

    private static Dictionary<string, string> Load(string language)
    {
        using Stream stream = typeof(UsualReminders).Assembly.GetManifestResourceStream($"SupportBot.Outreach.Words.reminders-{language}.json")
            ?? throw new InvalidDataException($"The words of the usual reminders in {language} are missing.");
        return JsonSerializer.Deserialize(stream, Operation.RefusalWordsJson.Default.DictionaryStringString) ?? [];
    }
}
