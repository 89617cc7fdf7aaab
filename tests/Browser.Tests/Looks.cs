using Microsoft.Playwright;

namespace SupportBot.Browser.Tests;

/// <summary>The looks that theories run over.</summary>
public static class Looks
{
    public static TheoryData<Device, string> All => new()
    {
        { Device.Desktop, "en" },
        { Device.Desktop, "zh" },
        { Device.Phone, "en" },
        { Device.Phone, "zh" },
    };

    public static TheoryData<Device, string, ColorScheme> AllByDayAndNight
    {
        get
        {
            TheoryData<Device, string, ColorScheme> looks = [];
            foreach (Device device in Enum.GetValues<Device>())
            {
                foreach (string locale in new[] { "en", "zh" })
                {
                    looks.Add(device, locale, ColorScheme.Light);
                    looks.Add(device, locale, ColorScheme.Dark);
                }
            }

            return looks;
        }
    }
}
