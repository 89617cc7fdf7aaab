using Microsoft.Playwright;

namespace SupportBot.Browser.Tests;

public enum Device
{
    Desktop,
    Phone,
}

/// <summary>How a shopper comes to the page.</summary>
internal sealed record Look(Device Device, string Locale, ColorScheme Theme = ColorScheme.Light)
{
    public Words Words => Words.Of(Locale);

    public string Address => Locale == "en" ? "/" : $"/?lang={Locale}";

    public BrowserNewContextOptions Options(Uri service) => new()
    {
        BaseURL = service.ToString(),
        ViewportSize = Device == Device.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
        IsMobile = Device == Device.Phone,
        HasTouch = Device == Device.Phone,
        Locale = Locale == "en" ? "en-GB" : "zh-CN",
        TimezoneId = Locale == "en" ? "Europe/London" : "Asia/Shanghai",
        ColorScheme = Theme,
        ReducedMotion = ReducedMotion.Reduce,
    };

    public override string ToString() => $"{Device}-{Locale}-{Theme}".ToLowerInvariant();
}
