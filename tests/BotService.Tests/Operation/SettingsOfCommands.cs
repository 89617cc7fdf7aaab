using SupportBot.Commands;

namespace SupportBot.BotService.Tests.Operation;

public sealed class SettingsOfCommands
{
    [Fact]
    public void Settings_are_told_from_the_words_of_a_command()
    {
        string[] line = ["knowledge", "eval", "--train", "a.tsv", "b.tsv", "--Data:Directory", "shop", "--test", "c.tsv", "--Articles:Directory=texts"];

        (string[] words, string[] settings) = Settings.Part(line);

        Assert.Equal(["knowledge", "eval", "--train", "a.tsv", "b.tsv", "--test", "c.tsv"], words);
        Assert.Equal(["--Data:Directory", "shop", "--Articles:Directory=texts"], settings);
    }
}
