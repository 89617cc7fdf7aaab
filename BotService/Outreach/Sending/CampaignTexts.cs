using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Festivals;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Templates;

namespace SupportBot.Outreach.Sending;

/// <summary>A campaign's texts, read once for all its recipients.</summary>
internal sealed class CampaignTexts
{
    private readonly Dictionary<(int Variant, string Locale), (TemplateText Subject, TemplateText Text)> texts = [];

    private CampaignTexts(Campaign campaign) => Campaign = campaign;

    public Campaign Campaign { get; }

    public static async Task<CampaignTexts> ReadAsync(Campaign campaign, ITemplateStore templates, CancellationToken cancellation)
    {
        CampaignTexts read = new(campaign);
        for (int variant = 0; variant < campaign.Plan.Variants.Count; variant++)
        {
            Template? template = await templates.FindAsync(campaign.Plan.Variants[variant].TemplateId, cancellation);
            foreach ((string locale, TemplateWords words) in template?.Body.Words ?? new Dictionary<string, TemplateWords>())
            {
                read.texts[(variant, locale)] = (TemplateText.Read(words.Subject ?? "", TemplateValues.IsKnown), TemplateText.Read(words.Text ?? "", TemplateValues.IsKnown));
            }
        }

        return read;
    }

    /// <summary>Subject and text of one variant in one language; null when there are none.</summary>
    public (TemplateText Subject, TemplateText Text)? Of(int variant, string locale) => texts.TryGetValue((variant, locale), out (TemplateText, TemplateText) found) ? found : null;

    /// <summary>The name, in a language, of what is greeted for.</summary>
    public static string? OccasionName(CampaignPlan plan, IReadOnlyList<OwnerDay> own, string locale)
    {
        bool chinese = locale == Dialogs.Language.Chinese;
        return plan.Occasion switch
        {
            Occasion.Festival => FestivalCalendar.Find(plan.Festival ?? "") is { } festival ? chinese ? festival.Chinese : festival.English : null,
            Occasion.OwnerDay => own.FirstOrDefault(day => day.Id == plan.OwnerDay) is { } day ? chinese ? day.Chinese : day.English : null,
            Occasion.Birthday => chinese ? "生日" : "birthday",
            Occasion.Once or Occasion.Membership or Occasion.Visit or Occasion.Event => null,
        };
    }
}
