using SupportBot.Customers;

namespace SupportBot.BotService.Tests.Customers;

public sealed class PhoneNumbersTests
{
    [Theory]
    [InlineData("44", "+44 7700 900104", "07700 900104")]
    [InlineData("44", "447700900104", "07700-900104")]
    [InlineData("44", "0044 7700 900104", "+447700900104")]
    [InlineData("44", "07700900104", "7700900104")]
    [InlineData("86", "+86 138 1234 5674", "13812345674")]
    [InlineData("86", "8613812345674", "13812345674")]
    [InlineData("1", "+1 (415) 555-0100", "415 555 0100")]
    [InlineData("1", "1-415-555-0100", "415-555-0100")]
    [InlineData("", "+447700900104", "447700900104")]
    [InlineData("", "00447700900104", "+447700900104")]
    public void The_same_number_is_found_however_it_is_written(string country, string one, string other)
    {
        Assert.True(AreSame(country, one, other));
        Assert.True(AreSame(country, other, one));
    }

    [Theory]
    [InlineData("", "+447700900104", "07700900104")]
    [InlineData("86", "+447700900104", "07700900104")]
    [InlineData("44", "+8613812345674", "13812345674")]
    [InlineData("44", "+447700900104", "07700900105")]
    [InlineData("44", "+337700900104", "+447700900104")]
    public void Numbers_of_another_country_or_person_are_not_taken_for_it(string country, string one, string other)
    {
        Assert.False(AreSame(country, one, other));
        Assert.False(AreSame(country, other, one));
    }

    [Fact]
    public void What_is_no_number_has_no_forms() => Assert.Empty(Phones.British.FormsOf("none"));

    // As a customer's file holds the one, and the other comes in.
    private static bool AreSame(string country, string kept, string heard) =>
        Phones.Of(country).FormsOf(heard).Contains(ContactPoints.Normal(ContactKind.Phone, kept));
}
