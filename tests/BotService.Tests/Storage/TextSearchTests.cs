using Dapper;
using Npgsql;
using SupportBot.Desk.Search;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What is found by what, asked of the server itself.</summary>
public sealed class TextSearchTests : IAsyncLifetime
{
    private PostgresBench bench = null!;

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync();

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();

    [Theory]
    [InlineData("我的包裹到哪里了", "包裹", true)]
    [InlineData("我的包裹到哪里了", "包裹到哪", true)]
    [InlineData("我的包裹到哪里了", "裹", true)]
    [InlineData("我的包裹到哪里了", "裹里", false)]
    [InlineData("我的包裹到哪里了", "到", true)]
    [InlineData("包裹退了，货还在", "退货", false)]
    [InlineData("退货了，政策在此", "退货政策", false)]
    [InlineData("Where is my PARCEL?", "parcel", true)]
    [InlineData("Where is my PARCEL?", "parc", true)]
    [InlineData("Where is my PARCEL?", "arcel", false)]
    [InlineData("a café in Köln", "cafe koln", true)]
    [InlineData("order #A-1234 is late", "#1234", true)]
    [InlineData("它是A12号订单", "a12", true)]
    [InlineData("it's O'Neill's \\ coat", "o'neill", true)]
    public async Task Two_Chinese_characters_and_the_beginning_of_a_word_are_found(string text, string query, bool found)
    {
        await using NpgsqlConnection connection = await bench.Database.Source.OpenConnectionAsync();
        var values = new { words = TextSearch.Vector(SearchWords.Index(text)), query = TextSearch.Query(SearchWords.Query(query)!) };
        Assert.Equal(found, await connection.QuerySingleAsync<bool>("select @words::tsvector @@ @query::tsquery", values));
    }
}
