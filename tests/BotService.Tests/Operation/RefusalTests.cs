using System.Reflection;
using SupportBot.Operation;

namespace SupportBot.BotService.Tests.Operation;

public sealed class RefusalTests
{
    [Fact]
    public void Every_refusal_has_a_sentence_in_both_languages()
    {
        string[] codes =
        [
            .. typeof(Refusal).Assembly.GetTypes()
                .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(property => property.PropertyType == typeof(Refusal))
                .Select(property => ((Refusal)property.GetValue(null)!).Code),
        ];
        Assert.NotEmpty(codes);
        Assert.Empty(codes.Except(RefusalWords.Of("en").Codes));
        Assert.Equal(RefusalWords.Of("en").Codes.Order(), RefusalWords.Of("zh").Codes.Order());
    }
}
