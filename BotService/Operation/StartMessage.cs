using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Articles;
using SupportBot.Storage;

namespace SupportBot.Operation;

/// <summary>Tells whoever started the service where it is and where its data lies.</summary>
internal static class StartMessage
{
    public static void PrintWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        ICollection<string> addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        string address = (addresses.FirstOrDefault() ?? "http://localhost:5000").Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal);
        Console.WriteLine($"""

            SupportBot is running.
              Demo store with chat   {address}/
              Desk for staff         {address}/desk
              Direct Line            {address}/v3/directline   (secret: command `secret`)
              Bot Framework          {address}/api/messages
              Health                 {address}/health/ready
              Data                   {app.Services.GetRequiredService<IOptions<DataOptions>>().Value.FullPath}
              Articles to edit       {app.Services.GetRequiredService<LiveArticles>().Directory}
            Stop with Ctrl+C.

            """);
        if (app.Services.GetRequiredService<FirstAdministrator>().Take() is var (email, password))
        {
            Console.WriteLine($"""
                  First sign-in at       {address}/desk
                    e-mail               {email}
                    one-time password    {password}   (shown only now; command `reset-admin` makes another)

                """);
        }

        // What starting needed is given back to the machine.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    });
}
