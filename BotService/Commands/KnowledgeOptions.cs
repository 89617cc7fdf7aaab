using System.CommandLine;
using SupportBot.Knowledge;
using SupportBot.Knowledge.Evaluation;

namespace SupportBot.Commands;

/// <summary>Options and files the knowledge commands share.</summary>
internal static class KnowledgeOptions
{
    public static Option<string> Locale()
    {
        Option<string> option = new("--locale") { Description = "en or zh", DefaultValueFactory = _ => Locales.English };
        return option.AcceptOnlyFromAmong(Locales.English, Locales.Chinese);
    }

    public static Option<FileInfo[]> Files(string name, string description, bool required = false)
    {
        Option<FileInfo[]> option = new(name) { Description = description, Required = required, AllowMultipleArgumentsPerToken = true };
        return option.AcceptExistingOnly();
    }

    /// <summary>Reads lines of <c>label&lt;TAB&gt;text</c>; a line without a tab is left out and named on standard error.</summary>
    public static List<LabelledText> Read(FileInfo[]? files)
    {
        List<LabelledText> examples = [];
        foreach (FileInfo file in files ?? [])
        {
            int number = 0;
            foreach (string line in File.ReadLines(file.FullName))
            {
                number++;
                if (LabelledText.Parse(line) is { } example)
                {
                    examples.Add(example);
                }
                else if (line.Length > 0)
                {
                    Console.Error.WriteLine($"{file.Name}, line {number}: there is no tab between label and text; the line is left out.");
                }
            }
        }
        return examples;
    }
}
