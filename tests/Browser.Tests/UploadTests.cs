using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupportBot.Browser.Tests;

[Collection(nameof(ShopTests))]
public sealed class UploadTests(Shop shop)
{
    private const string Draw = """
        () => {
            const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
            const brush = canvas.getContext('2d');
            brush.fillStyle = '#22394d';
            brush.fillRect(0, 0, 320, 240);
            brush.fillStyle = '#f2c14e';
            brush.arc(160, 120, 70, 0, 7);
            brush.fill();
            return canvas.toDataURL('image/png').split(',')[1];
        }
        """;

    [Theory, InlineData(Device.Desktop, "en"), InlineData(Device.Phone, "zh")]
    public Task A_picture_is_sent_shown_and_served(Device device, string locale) =>
        shop.VisitAsync(new(device, locale), async shopper =>
        {
            await shopper.OpenAsync();
            byte[] picture = Convert.FromBase64String(await shopper.Page.EvaluateAsync<string>(Draw));
            await ChooseAsync(shopper, picture);
            await Expect(shopper.Panel.Locator(".staged")).ToContainTextAsync("holiday.png");
            await shopper.Panel.GetByRole(AriaRole.Button, new() { Name = shopper.Words.Send, Exact = true }).ClickAsync();

            ILocator photo = shopper.Log.Locator(".own a.photo");
            await Expect(photo.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 320);
            await Expect(shopper.Log.Locator(".own")).ToContainTextAsync(shopper.Words.Sent);
            await shopper.PictureAsync("picture");
            Assert.Equal(await RightEdgeAsync(shopper.Log.Locator(".own")), await RightEdgeAsync(photo.Locator("img")), 1f);

            IAPIResponse file = await shopper.Context.APIRequest.GetAsync((await photo.GetAttributeAsync("href"))!);
            Assert.Equal("image/png", file.Headers["content-type"]);
            Assert.Equal(picture, await file.BodyAsync());
        });

    [Theory, InlineData(Device.Desktop, "zh"), InlineData(Device.Phone, "en")]
    public Task A_file_too_large_is_refused_in_words(Device device, string locale) =>
        shop.VisitAsync(new(device, locale), async shopper =>
        {
            await shopper.OpenAsync();
            await ChooseAsync(shopper, new byte[70_000]);

            await Expect(shopper.Panel.GetByRole(AriaRole.Alert)).ToHaveTextAsync(shopper.Words.TooLarge);
            await Expect(shopper.Panel.Locator(".staged")).ToBeHiddenAsync();
            await shopper.PictureAsync("too-large");
        });

    private static async Task<float> RightEdgeAsync(ILocator locator) =>
        await locator.EvaluateAsync<float>("element => element.getBoundingClientRect().right");

    private static async Task ChooseAsync(Shopper shopper, byte[] content)
    {
        IFileChooser chooser = await shopper.Page.RunAndWaitForFileChooserAsync(() =>
            shopper.Panel.GetByRole(AriaRole.Button, new() { Name = shopper.Words.Attach }).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "holiday.png", MimeType = "image/png", Buffer = content });
    }
}
