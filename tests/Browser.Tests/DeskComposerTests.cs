using Microsoft.Playwright;
using SupportBot.Access;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class DeskComposerTests(Shop shop)
{
    [Fact]
    public Task Drafts_outlive_a_reload_keys_send_and_an_input_method_never_does() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, _) = await DeskTalkTests.TalkAsync(team, "zh");
        await agent.Field.FillAsync("写了一半");
        await agent.Page.ReloadAsync();
        await Expect(agent.Field).ToHaveValueAsync("写了一半");

        await agent.Field.ClearAsync();
        await agent.Field.FocusAsync();
        ICDPSession session = await agent.Page.Context.NewCDPSessionAsync(agent.Page);
        await session.SendAsync("Input.imeSetComposition", new() { ["text"] = "tui huo", ["selectionStart"] = 7, ["selectionEnd"] = 7 });
        await Expect(agent.Field).ToHaveValueAsync("tui huo");
        await agent.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(agent.Message("tui huo")).ToHaveCountAsync(0);

        await agent.Field.FillAsync("可以退货");
        await agent.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(agent.Message("可以退货")).ToHaveCountAsync(1);
        await Expect(agent.Field).ToHaveValueAsync("");
    });

    [Fact]
    public Task A_slash_finds_a_prepared_reply_and_fills_in_the_names() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, Shopper shopper) = await DeskTalkTests.TalkAsync(team, "en");
        await agent.Client.SendAsync(HttpMethod.Post, "/api/desk/canned", new { shortcut = "fare", title = "Farewell", text = "**{{agent.name}}** of {{store}} says goodbye", locale = "en", scope = "personal" });
        await agent.Field.PressSequentiallyAsync("/fa");
        await Expect(agent.Row("Farewell")).ToBeVisibleAsync();
        await agent.PictureAsync("canned");
        await agent.Page.Keyboard.PressAsync("Enter");
        await Expect(agent.Field).ToHaveValueAsync($"**{agent.Name}** of Test Shop says goodbye");
        await agent.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(shopper.Message("of Test Shop says goodbye").Locator("strong")).ToHaveTextAsync(agent.Name);
    });

    [Fact]
    public Task A_reply_to_what_one_no_longer_owns_is_refused_and_kept() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, _) = await DeskTalkTests.TalkAsync(team, "en");
        DeskAgent supervisor = await team.AgentAsync(agent.Look, "Ines", Role.Supervisor);
        agent.Watch.RefusalMayCome = 409;

        // The news of the takeover is held up on its way, as on a bad network.
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await agent.Page.RouteAsync("**/messages", async route =>
        {
            if (route.Request.Method == "POST")
            {
                await supervisor.Client.SendAsync(HttpMethod.Post, $"/api/desk/conversations/{await agent.ConversationIdAsync()}/takeover", new { });
            }

            await route.ContinueAsync();
            arrived.TrySetResult();
        });
        await agent.Field.FillAsync("too late");
        await agent.Button(agent.Words.Send).ClickAsync();
        await arrived.Task;
        await Expect(agent.Main).ToContainTextAsync(agent.Words.NotYours);
        await Expect(agent.Field).ToHaveValueAsync("too late");
        await Expect(agent.Message("too late")).ToHaveCountAsync(0);
        await agent.PictureAsync("refused");
    });

    [Fact]
    public Task Notes_and_files_reach_whom_they_are_meant_for() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, Shopper shopper) = await DeskTalkTests.TalkAsync(team, "en");
        IFileChooser chooser = await agent.Page.RunAndWaitForFileChooserAsync(() => agent.Button("Attach files").ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "label.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 label"u8.ToArray() });
        await Expect(agent.Row("label.pdf")).ToBeVisibleAsync();
        await agent.Button(agent.Words.Send).ClickAsync();
        await Expect(shopper.Log).ToContainTextAsync("label.pdf");

        await agent.NoteAsync("secret of the house");
        await agent.Button("Reply").ClickAsync();
        await agent.SayAsync("after the note");
        await Expect(shopper.Message("after the note")).ToBeVisibleAsync();
        await Expect(shopper.Log).Not.ToContainTextAsync("secret");
        await agent.PictureAsync("note");
    });

    [Fact]
    public Task Keys_move_through_the_list_and_open_what_they_name() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, _) = await DeskTalkTests.TalkAsync(team, "en");
        await agent.ComeAsync();
        await Expect(agent.Page.Locator("a[href^='/desk/inbox/']")).ToHaveCountAsync(1);
        await agent.Page.Keyboard.PressAsync("j");
        await Expect(agent.Field).ToBeVisibleAsync();
        await agent.Page.Keyboard.PressAsync("r");
        await Expect(agent.Field).ToBeFocusedAsync();
        await agent.Page.Keyboard.PressAsync("Escape");
        await agent.Page.Keyboard.PressAsync("?");
        await Expect(agent.Dialog).ToContainTextAsync(agent.Words.Help);
        await agent.Page.Keyboard.PressAsync("Escape");
        await Expect(agent.Dialog).ToBeHiddenAsync();
        await agent.Page.Keyboard.PressAsync("Control+k");
        await agent.Dialog.GetByRole(AriaRole.Textbox, new() { Name = agent.Words.Commands }).FillAsync("resolve");
        await agent.PictureAsync("commands");
        await agent.Page.Keyboard.PressAsync("Enter");
        await Expect(agent.Main).ToContainTextAsync(agent.Words.Reopen);
    });
}
