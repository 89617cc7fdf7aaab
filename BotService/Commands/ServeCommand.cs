using System.CommandLine;

namespace SupportBot.Commands;

internal static class ServeCommand
{
    public static Command Create()
    {
        Command command = new("serve", "Start the service (the default). Options are ASP.NET configuration, e.g. --urls http://127.0.0.1:5000 --Data:Directory data")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(parsed => RunAsync([.. parsed.UnmatchedTokens]));
        return command;
    }

    public static async Task<int> RunAsync(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        WebApplication app = builder.Build();
        await app.RunAsync();
        return 0;
    }
}
