using SupportBot.Conversations;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of <see cref="IViewedPages"/> promises.</summary>
public abstract class ViewedPagesContract
{
    private protected abstract IViewedPages Pages { get; }

    private protected abstract IConversationStore Conversations { get; }

    private protected ManualTime Time { get; } = new();

    [Fact]
    public async Task Of_a_conversation_the_last_page_is_kept_and_of_none_nothing()
    {
        await Conversations.AppendAsync(new Append { ConversationId = "c1", Opening = new Opening("directline", "u"), Messages = [new NewMessage(Sender.Shopper, "{}"u8.ToArray())] }, default);
        Assert.Null(await Pages.OfAsync("c1", default));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Pages.SeeAsync("c1", new ViewedPage($"https://shop.example/{number}", null), default)));
        await Pages.SeeAsync("c1", new ViewedPage("https://shop.example/chairs", "椅子 chairs"), default);
        await Pages.SeeAsync("c2", new ViewedPage("https://shop.example/", null), default);
        Assert.Equal(new ViewedPage("https://shop.example/chairs", "椅子 chairs"), await Pages.OfAsync("c1", default));
        Assert.Null(await Pages.OfAsync("c2", default));
    }
}
