using SupportBot.Access.Audit;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Templates;

namespace SupportBot.Outreach.Triggers;

/// <summary>Writes down the usual reminders that are not there yet. One that was ended stays ended: its campaign is the mark.</summary>
internal sealed class UsualRemindersSeed(ICampaignStore campaigns, ITemplateStore templates, CampaignHome home, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach ((string name, CampaignPlan plan) in UsualReminders.Plans)
        {
            string id = UsualReminders.IdOf(name);
            if (await campaigns.FindAsync(id, cancellationToken) is not null)
            {
                continue;
            }

            DateTimeOffset now = time.GetUtcNow();
            string title = UsualReminders.NameOf(name, home.Store.Locale);
            await templates.SaveAsync(new Template(id, title, UsualReminders.BodyOf(name), now, 0), AuditEntry.ByConsole("template.add", id), cancellationToken);
            await campaigns.SaveAsync(
                new Campaign { Id = id, Name = title, Plan = plan, CreatedBy = AuditEntry.Console, EditedBy = AuditEntry.Console, CreatedAt = now, UpdatedAt = now },
                AuditEntry.ByConsole("campaign.add", id),
                cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
