using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SupportBot.Channels;
using SupportBot.Dialogs;
using SupportBot.Outreach.Carriers;
using SupportBot.Outreach.Consents;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Templates;

namespace SupportBot.Outreach.Sending;

/// <summary>Puts together what one recipient is told.</summary>
internal sealed partial class Composer(PreferenceLinks links, BotAccount store, IOptions<OutreachOptions> options)
{
    /// <summary>Null when the template has no text in the language, or needs a value that is not known.</summary>
    public Said? Write(CampaignTexts texts, Recipient recipient, IReadOnlyList<OwnerDay> own)
    {
        if (texts.Of(recipient.Variant, recipient.Locale) is not var (subject, text))
        {
            return null;
        }

        string? preferences = PreferencesOf(recipient);
        string? ValueOf(string name) => name switch
        {
            TemplateValues.Name => recipient.Name,
            TemplateValues.Store => store.NameIn(recipient.Locale),
            TemplateValues.Festival => CampaignTexts.OccasionName(texts.Campaign.Plan, own, recipient.Locale),
            TemplateValues.Day => DayOf(recipient),
            TemplateValues.Unsubscribe => preferences ?? (recipient.Locale == Language.Chinese ? "退订请回复 TD" : "STOP"),
            _ when texts.Campaign.Plan.Values.TryGetValue(name.StartsWith(TemplateValues.Own, StringComparison.Ordinal) ? name[TemplateValues.Own.Length..] : name, out string? value) => value,
            _ => recipient.Facts.GetValueOrDefault(name),
        };
        string? Shown(string name) => ValueOf(name) is { } value ? recipient.Channel == Reach.Chat && name is not (TemplateValues.Unsubscribe or "link") ? Plain.Line(value) : value : null;
        string? written = text.Write(Shown);
        string? headed = subject.Write(ValueOf);
        return written is null || recipient.Channel == Reach.Email && headed is null ? null
            : Finish(headed ?? "", written, recipient);
    }

    /// <summary>With what stands at the foot.</summary>
    public Said Finish(string subject, string text, Recipient recipient)
    {
        string? preferences = PreferencesOf(recipient);
        return new Said(subject, Finish(text, recipient, preferences), preferences is null ? null : new Uri(preferences));
    }

    private string? PreferencesOf(Recipient recipient) =>
        options.Value.PublicAddress is null ? null : Address($"preferences/{links.Write(new PreferenceLink(recipient.CustomerId, recipient.Channel, recipient.Id))}");

    // Whatever the text says, an e-mail tells how to end it.
    private string Finish(string text, Recipient recipient, string? preferences)
    {
        string counted = options.Value.PublicAddress is null || recipient.Id == 0 ? text : Link().Replace(text, match => preferences == match.Value ? match.Value : Address($"r/{links.WriteClick(recipient.Id, match.Value)}"));
        return recipient.Channel != Reach.Email || preferences is null || counted.Contains(preferences, StringComparison.Ordinal) ? counted
            : $"{counted}\n\n-- \n{(recipient.Locale == Language.Chinese ? "管理或退订" : "What you get, and unsubscribing")}: {preferences}";
    }

    private string Address(string path) => new Uri(new Uri($"{options.Value.PublicUrl.TrimEnd('/')}/"), path).AbsoluteUri;

    private static string? DayOf(Recipient recipient) =>
        DateOnly.TryParseExact(recipient.Occurrence, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day.ToString(recipient.Locale == Language.Chinese ? "yyyy年M月d日" : "d MMMM yyyy", CultureInfo.InvariantCulture)
            : null;

    // A full stop or bracket at the end belongs to the sentence.
    [GeneratedRegex(@"https?://[^\s<>()\[\]""'，。！？）】]*[^\s<>()\[\]""'，。！？）】.,!?;:]", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
