using SupportBot.Desk.Search;

namespace SupportBot.BotService.Tests.Desk;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("退货", "\"退货\"")]
    [InlineData("退货政策", "\"退货 货政 政策\"")]
    [InlineData("货", "\"货\"*")]
    [InlineData("iPhone手机 壳", "\"iPhone\"* \"手机\" \"壳\"*")]
    [InlineData("can't \"OR\" NEAR(", "\"can\"* \"t\"* \"OR\"* \"NEAR\"*")]
    [InlineData("ＡＢＣ１２", "\"ABC12\"*")]
    public void A_query_is_words_and_pairs_and_never_syntax(string text, string query) => Assert.Equal(query, SearchWords.Query(text));

    [Theory]
    [InlineData("")]
    [InlineData(" *?!\"' ")]
    public void Without_a_word_there_is_no_query(string text) => Assert.Null(SearchWords.Query(text));

    [Fact]
    public void Every_pair_of_characters_and_the_last_one_are_words() => Assert.Equal("我要 要退 退货 货 ok ", SearchWords.Index("我要退货 ok"));

    [Fact]
    public void Matches_are_found_where_they_stand() => Assert.Equal(new int[][] { [2, 4], [6, 8] }, SearchWords.Matches("我要退货，请退货", "退货").Select(match => match.ToArray()));
}
