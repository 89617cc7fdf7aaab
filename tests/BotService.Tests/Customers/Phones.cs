using Microsoft.Extensions.Options;
using SupportBot.Customers;

namespace SupportBot.BotService.Tests.Customers;

internal static class Phones
{
    public static readonly PhoneNumbers British = Of("44");

    public static PhoneNumbers Of(string country) => new(Options.Create(new CustomerOptions { CallingCode = country }));
}
