using System.CommandLine;
using SupportBot.Channels.DirectLine;

namespace SupportBot.Commands;

/// <summary><c>secret</c>: prints the Direct Line secret made at first start.</summary>
internal static class SecretCommand
{
    public static Command Create(string[] settings) => new Command("secret", "Print the Direct Line secret of this installation; keep it on the store's own server")
        .WithSettings(settings, async (_, services) =>
        {
            await Console.Out.WriteLineAsync(ActivatorUtilities.CreateInstance<DirectLineTokens>(services).OwnSecret);
            return 0;
        });
}
