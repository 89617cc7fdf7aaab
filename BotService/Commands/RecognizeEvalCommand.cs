using System.CommandLine;
using System.Text.Json;

namespace SupportBot.Commands;

/// <summary><c>recognize eval --specs DIR</c>: scores the recognisers against Recognizers-Text specification files.</summary>
internal static class RecognizeEvalCommand
{
    public static Command Create()
    {
        Option<DirectoryInfo> specs = new("--specs") { Description = "Directory with specification files: kind/language/model.json", Required = true };
        specs.AcceptExistingOnly();
        Command command = new("eval", "Score against Recognizers-Text specification files and print the result as JSON") { specs };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(specs)));
        return command;
    }

    private static int Run(DirectoryInfo specs)
    {
        SortedDictionary<string, RecognizeSpecScore> scores = RecognizeSpecFiles.Score(specs.FullName);
        using Stream output = Console.OpenStandardOutput();
        using Utf8JsonWriter writer = new(output, new JsonWriterOptions { Indented = true });
        RecognizeSpecScore totals = new(0, 0, 0, 0);
        writer.WriteStartObject();
        writer.WriteStartObject("files");
        foreach ((string name, RecognizeSpecScore score) in scores)
        {
            writer.WritePropertyName(name);
            Write(writer, score);
            totals += score;
        }

        writer.WriteEndObject();
        writer.WritePropertyName("totals");
        Write(writer, totals);
        writer.WriteEndObject();
        return 0;
    }

    private static void Write(Utf8JsonWriter writer, RecognizeSpecScore score)
    {
        writer.WriteStartObject();
        writer.WriteNumber("cases", score.Cases);
        writer.WriteNumber("passed", score.Passed);
        writer.WriteNumber("spans_and_types_passed", score.SpansAndTypesPassed);
        writer.WriteNumber("unsupported", score.Unsupported);
        writer.WriteEndObject();
    }
}
