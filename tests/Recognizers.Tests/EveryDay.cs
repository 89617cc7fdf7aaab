using System.Globalization;

namespace SupportBot.Recognizers.Tests;

/// <summary>Every day of 1901 to 2100, written in the common formats, comes back.</summary>
public sealed class EveryDay
{
    [Theory]
    [InlineData(Culture.English, "yyyy-MM-dd")]
    [InlineData(Culture.English, "M/d/yyyy")]
    [InlineData(Culture.English, "MMMM d, yyyy")]
    [InlineData(Culture.English, "d MMM yyyy")]
    [InlineData(Culture.Chinese, "yyyy-MM-dd")]
    [InlineData(Culture.Chinese, "yyyy/M/d")]
    [InlineData(Culture.Chinese, "yyyy年M月d日")]
    public void A_written_date_is_read_back(Culture culture, string format)
    {
        for (DateTime day = new(1901, 1, 1); day.Year <= 2100; day = day.AddDays(1))
        {
            string written = day.ToString(format, CultureInfo.InvariantCulture);
            IReadOnlyList<Recognition> found = Recognizer.Recognize(written, culture, Kinds.DateTime, Reading.Now);
            Assert.True(found is [{ Resolution.Values: [var value] }] && value["value"] == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), written);
        }
    }
}
