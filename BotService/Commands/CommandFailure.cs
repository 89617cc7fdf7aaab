using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace SupportBot.Commands;

/// <summary>
/// What went wrong for a reason the operator can mend, such as a setting, a file or an address, is told in a line on standard error and ends
/// with 1. Anything else is the program's fault and ends it with its stack.
/// </summary>
internal static partial class CommandFailure
{
    public static async Task<int> TellAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception error) when (Words(error) is { } words)
        {
            await Console.Error.WriteLineAsync(words);
            return 1;
        }
    }

    private static string? Words(Exception error) => error switch
    {
        AggregateException several when several.InnerExceptions.All(inner => Words(inner) is not null) => string.Join(Environment.NewLine, several.InnerExceptions.Select(Words)),
        OptionsValidationException settings => string.Join(Environment.NewLine, settings.Failures.Select(OfSetting)),

        // A value of a setting that is none of its kind, and an address in --urls that is none.
        InvalidOperationException { InnerException: FormatException or OverflowException or ArgumentException } or FormatException => error.Message,
        IOException { InnerException: AddressInUseException } => $"{error.Message} End the program that listens there, or name another address with --urls.",
        SocketException => $"An address could not be opened: {error.Message}. Name another one with --urls.",
        IOException or UnauthorizedAccessException or InvalidDataException => error.Message,
        _ => null,
    };

    // "DataAnnotation validation failed for 'DeskOptions' members: 'Chats' with the error: 'Desk:Chats must lie between 1 and 20.'."
    private static string OfSetting(string failure) => Annotation().Match(failure) is { Success: true } match ? match.Groups["reason"].Value : failure;

    [GeneratedRegex(@"with the error: '(?<reason>.*)'\.$", RegexOptions.Singleline)]
    private static partial Regex Annotation();
}
