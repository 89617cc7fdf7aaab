using Microsoft.Playwright;
using SupportBot.Access;
using SupportBot.Tickets;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

/// <summary>Customers' files, tickets and colleagues' skills, as people keep them.</summary>
[Collection(nameof(ShopTests))]
public sealed class DeskFileTests(Shop shop)
{
    [Theory]
    [InlineData(Device.Desktop, "en", "Category", "Title", "What happened", "Attach files", "Open ticket", "on record")]
    [InlineData(Device.Phone, "zh", "类别", "标题", "情况说明", "添加文件", "创建工单", "已登记")]
    public Task A_ticket_is_opened_from_the_chat_with_a_picture_and_the_shopper_hears_of_it(Device device, string locale, string category, string title, string what, string attach, string open, string heard) => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, Shopper shopper) = await DeskTalkTests.TalkAsync(team, locale);
        string conversation = (await agent.ConversationIdAsync())!;
        DeskAgent chief = await team.AgentAsync(new(device, locale), "Ines", Role.Supervisor);
        await chief.ComeAsync($"/desk/tickets?new={conversation}");
        await chief.Dialog.GetByRole(AriaRole.Textbox, new() { Name = title, Exact = true }).FillAsync("Scratched table");
        await chief.Dialog.GetByRole(AriaRole.Textbox, new() { Name = category, Exact = true }).FillAsync("quality");
        await chief.Dialog.GetByRole(AriaRole.Textbox, new() { Name = what, Exact = true }).FillAsync("There is a scratch across the top.");
        IFileChooser chooser = await chief.Page.RunAndWaitForFileChooserAsync(() => chief.Dialog.GetByRole(AriaRole.Button, new() { Name = attach }).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "scratch.png", MimeType = "image/png", Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==") });
        await Expect(chief.Dialog).ToContainTextAsync("scratch.png");
        await chief.PictureAsync("new-ticket");
        await chief.Dialog.GetByRole(AriaRole.Button, new() { Name = open }).ClickAsync();
        await Expect(chief.Page.Locator("img[src*='/api/desk/files/']")).ToBeVisibleAsync();
        await chief.PictureAsync("ticket");

        await agent.Button(agent.Words.Resolve).ClickAsync();
        await Expect(agent.Button(agent.Words.Reopen)).ToBeVisibleAsync();
        await team.Service.Get<TicketTeller>().TellDueAsync(default);
        await Expect(shopper.Log).ToContainTextAsync(heard);
    });

    [Fact]
    public Task A_guest_gets_a_file_which_is_found_and_merged() => DeskTeam.MeetAsync(shop, async team =>
    {
        (DeskAgent agent, _) = await DeskTalkTests.TalkAsync(team, "en");
        string name = $"Hugo {Guid.NewGuid().ToString()[..6]}";
        await agent.Button("Begin a customer file").ClickAsync();
        await agent.Dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(name);
        await agent.Dialog.GetByRole(AriaRole.Textbox, new() { Name = "E-mail" }).FillAsync($"{name.Replace(' ', '.')}@mail.example");
        await agent.PictureAsync("guest-file");
        await agent.Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(agent.Dialog).ToBeHiddenAsync();
        await Expect(agent.Page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();

        DeskAgent chief = await team.AgentAsync(new(Device.Desktop, "en"), "Ines", Role.Supervisor);
        System.Text.Json.JsonElement other = await chief.Client.SendAsync(HttpMethod.Post, "/api/customers", new { name = $"{name} Other", phone = "0207 946 0000" });
        await chief.ComeAsync($"/desk/customers/{other.GetProperty("id").GetString()}");
        await chief.Button("Merge with another file").ClickAsync();
        ILocator into = chief.Dialog.Last.GetByRole(AriaRole.Combobox);
        await into.FillAsync(name);
        await chief.Page.GetByRole(AriaRole.Option, new() { Name = "@mail.example" }).ClickAsync();
        await chief.PictureAsync("merge");
        await chief.Dialog.Last.GetByRole(AriaRole.Button, new() { Name = "Merge with another file" }).ClickAsync();
        await Expect(chief.Dialog).ToHaveCountAsync(1);
        await Expect(chief.Dialog.GetByText("02079460000")).ToBeVisibleAsync();
        await Expect(chief.Dialog).ToContainTextAsync(name.ToLowerInvariant().Replace(' ', '.'));
    });

    [Fact]
    public Task A_skill_ends_with_its_certificate_and_tickets_are_counted() => DeskTeam.MeetAsync(shop, async team =>
    {
        DeskAgent chief = await team.AgentAsync(new(Device.Desktop, "zh"), "Chief", Role.Administrator);
        DeskAgent colleague = await team.AgentAsync(new(Device.Desktop, "zh"), $"小陈{Guid.NewGuid().ToString()[..4]}");
        await chief.ComeAsync("/desk/users");
        ILocator row = chief.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = colleague.Name });
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await chief.Page.GetByRole(AriaRole.Menuitem, new() { Name = "编辑" }).ClickAsync();
        await chief.Dialog.GetByRole(AriaRole.Button, new() { Name = "添加技能" }).ClickAsync();
        await chief.Dialog.GetByRole(AriaRole.Textbox, new() { Name = "技能", Exact = true }).FillAsync("退货");
        await chief.Dialog.GetByLabel("认证有效期至：退货").FillAsync("2020-01-31");
        await chief.PictureAsync("skills");
        await chief.Dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(chief.Dialog).ToBeHiddenAsync();
        await Expect(row).ToContainTextAsync("退货");

        await chief.Client.SendAsync(HttpMethod.Post, "/api/tickets", new { kind = "complaint", category = "配送很慢", description = "x" });
        await chief.ComeAsync("/desk/tickets");
        await chief.Button("统计").ClickAsync();
        await Expect(chief.Dialog.GetByRole(AriaRole.Row).Filter(new() { HasText = "配送很慢" })).ToBeVisibleAsync();
        await chief.PictureAsync("ticket-statistics");
    });
}
