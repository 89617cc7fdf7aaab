using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Tests.Text;

public sealed class TokenReaderTests
{
    [Theory]
    [InlineData("Don't PANIC!", "dont|panic")]
    [InlineData("size 42cm", "size|42|cm")]
    [InlineData("退货 ok吗", "退|货|ok|吗")]
    [InlineData("ＡＢＣ　１２", "abc|12")]
    [InlineData("café", "café")]
    [InlineData("退貨運費誰付", "退|货|运|费|谁|付")]
    public void A_text_is_folded_and_cut(string text, string tokens)
    {
        Scratch scratch = new();

        TokenReader.Read(text, scratch);

        Assert.Equal(tokens, string.Join('|', scratch.Tokens[..scratch.TokenCount].Select(t => new string(scratch.Text, t.Start, t.Length))));
    }

    [Theory]
    [InlineData("return", "returns", "returned", "returning")]
    [InlineData("delivery", "deliveries", "delivery", "deliverys")]
    [InlineData("charge", "charged", "charging", "charges")]
    [InlineData("stop", "stopped", "stopping", "stops")]
    public void Forms_of_a_word_share_a_stem(string word, string second, string third, string fourth) =>
        Assert.Equal([Stem.Hash(word)], ((string[])[second, third, fourth]).Select(w => Stem.Hash(w)).Distinct());

    [Fact]
    public void Numbers_of_one_size_are_one_token()
    {
        Scratch scratch = new();

        TokenReader.Read("41 42 41234567", scratch);

        Assert.Equal(scratch.Tokens[0].Hash, scratch.Tokens[1].Hash);
        Assert.NotEqual(scratch.Tokens[0].Hash, scratch.Tokens[2].Hash);
    }
}
