using SupportBot.Commands;
using Xunit.Abstractions;

namespace SupportBot.Recognizers.Tests;

/// <summary>The scores on the published specifications must not fall; the files are read in place, beside the repository.</summary>
public sealed class PublishedSpecifications(ITestOutputHelper output)
{
    [Fact]
    public void Scores_do_not_fall()
    {
        if (FindData() is not { } data)
        {
            output.WriteLine("Not run: no folder ../shared/data/recognizers beside this repository.");
            return;
        }

        SortedDictionary<string, RecognizeSpecScore> scores = RecognizeSpecFiles.Score(data);
        foreach ((string file, double least) in Least)
        {
            RecognizeSpecScore score = scores[file];
            output.WriteLine($"{file}: {score.Passed} of {score.Cases}");
            Assert.True(score.Passed >= least * score.Cases, $"{file}: {score.Passed} of {score.Cases} pass, fewer than {least:P1}.");
        }
    }

    private static readonly Dictionary<string, double> Least = new()
    {
        ["Number/English/NumberModel"] = 1,
        ["Number/English/OrdinalModel"] = 1,
        ["Number/English/PercentModel"] = 1,
        ["Number/English/NumberRangeModel"] = 1,
        ["Number/Chinese/NumberModel"] = 1,
        ["Number/Chinese/OrdinalModel"] = 1,
        ["Number/Chinese/PercentModel"] = 1,
        ["Number/Chinese/NumberRangeModel"] = 1,
        ["NumberWithUnit/English/CurrencyModel"] = 1,
        ["NumberWithUnit/English/DimensionModel"] = 0.97,
        ["NumberWithUnit/Chinese/CurrencyModel"] = 0.94,
        ["NumberWithUnit/Chinese/DimensionModel"] = 1,
        ["Sequence/English/PhoneNumberModel"] = 0.99,
        ["Sequence/English/EmailModel"] = 1,
        ["Sequence/English/URLModel"] = 1,
        ["Sequence/Chinese/PhoneNumberModel"] = 1,
        ["Sequence/Chinese/URLModel"] = 1,
        ["Choice/English/BooleanModel"] = 1,
        ["Choice/Chinese/BooleanModel"] = 1,
        ["DateTime/English/DateTimeModel"] = 0.99,
        ["DateTime/Chinese/DateTimeModel"] = 0.97,
    };

    private static string? FindData()
    {
        for (DirectoryInfo? directory = new(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            string data = Path.Combine(directory.FullName, "..", "shared", "data", "recognizers");
            if (Directory.Exists(data))
                return data;
        }

        return null;
    }
}
