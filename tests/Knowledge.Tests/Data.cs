using SupportBot.Knowledge.Evaluation;
using Xunit.Abstractions;

namespace SupportBot.Knowledge.Tests;

/// <summary>The public question sets, which stand beside the repository and are never copied into it.</summary>
internal static class Data
{
    /// <summary>Reads files of <c>../shared/data</c>; null, with the reason in the output, where they are not there.</summary>
    public static List<LabelledText>? Read(ITestOutputHelper output, params string[] files)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string data = Path.Combine(folder.FullName, "..", "shared", "data");
            if (Directory.Exists(data))
            {
                return [.. files.SelectMany(file => File.ReadLines(Path.Combine(data, file))).Select(LabelledText.Parse).OfType<LabelledText>()];
            }
        }
        output.WriteLine("Skipped: ../shared/data does not stand beside the repository.");
        return null;
    }

    /// <summary>Every n-th example of each label, or all the others.</summary>
    public static List<LabelledText> Part(List<LabelledText> all, Func<int, bool> pick) =>
        [.. all.GroupBy(e => e.Label).SelectMany(g => g.Where((_, i) => pick(i)))];
}
