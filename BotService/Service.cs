using SupportBot.Access;
using SupportBot.Articles;
using SupportBot.Channels;
using SupportBot.Channels.BotFramework;
using SupportBot.Channels.DirectLine;
using SupportBot.Channels.Sms;
using SupportBot.Channels.Widget;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Customers;
using SupportBot.Desk;
using SupportBot.Operation;
using SupportBot.Outreach;
using SupportBot.Outreach.Reminders;
using SupportBot.Shop;
using SupportBot.Shop.Demo;
using SupportBot.Storage;
using SupportBot.Storage.Redis;
using SupportBot.Tickets;

namespace SupportBot;

/// <summary>The running service: one line a capability.</summary>
internal static class Service
{
    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        bool started = false;

        // A start that fails is told in a line by the command: the host need not tell it too.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Information);
        builder.BoundServer();
        builder.Services.AddOperation(builder.Configuration);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddAccess();
        builder.Services.AddCustomers();

        // Services start in this order: the articles and products are there before turns left pending are taken up.
        builder.Services.AddArticles();
        builder.Services.AddShop();
        builder.Services.AddTickets();
        builder.Services.AddNodeNews(builder.Configuration);
        builder.Services.AddConversations();
        builder.Services.AddChannels();
        builder.Services.AddDirectLine();
        builder.Services.AddBotFramework();
        builder.Services.AddSms();
        builder.Services.AddDesk();
        builder.Services.AddReminders();
        builder.Services.AddOutreach();

        WebApplication app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        app.UseTrustedProxies();
        app.UseDrain();
        app.UseFailureAnswers();
        app.UsePages();
        app.UseCors();
        app.UseWebSockets();
        app.UseStaffAccess();
        app.MapHealth();
        app.MapOpenApi();
        app.MapDeskPage();
        app.MapStaff();
        app.MapCustomers();
        app.MapTickets();
        app.MapDesk();
        app.MapOutbox();
        app.MapOutreach();
        app.MapDirectLine();
        app.MapWidget();
        app.MapBotFramework();
        app.MapDemoSignIn();
        app.WarnOfUnknownSettings(builder.Services);
        app.PrintWhenStarted();
        return app;
    }
}
