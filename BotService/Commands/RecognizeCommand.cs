using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SupportBot.Recognizers;

namespace SupportBot.Commands;

/// <summary><c>recognize</c>: prints what is found in a text as JSON; below it <c>recognize eval</c>.</summary>
internal static class RecognizeCommand
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        Argument<string> text = new("text") { Description = "The text to read", Arity = ArgumentArity.ExactlyOne };
        Option<string> culture = new("--culture") { Description = "en-us or zh-cn", DefaultValueFactory = _ => "en-us" };
        culture.AcceptOnlyFromAmong("en-us", "zh-cn");
        Option<DateTime?> reference = new("--reference") { Description = "The moment that counts as now, yyyy-MM-ddTHH:mm:ss" };
        Option<string[]> patterns = new("--order-number") { Description = "An order number pattern (regular expression); can be repeated" };
        Command command = new("recognize", "Find numbers, dates, money, phones and the like in a text") { text, culture, reference, patterns, RecognizeEvalCommand.Create() };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(text),
            parsed.GetValue(culture) == "zh-cn" ? Culture.Chinese : Culture.English,
            parsed.GetValue(reference) ?? TimeProvider.System.GetLocalNow().DateTime,
            parsed.GetValue(patterns) ?? []));
        return command;
    }

    private static int Run(string text, Culture culture, DateTime reference, string[] patterns)
    {
        OrderNumberPatterns orderNumbers;
        try
        {
            orderNumbers = new OrderNumberPatterns(patterns);
        }
        catch (ArgumentException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }

        using Stream output = Console.OpenStandardOutput();
        using Utf8JsonWriter writer = new(output, Indented);
        writer.WriteStartArray();
        foreach (Recognition found in Recognizer.Recognize(text, culture, Kinds.All, reference, orderNumbers))
            Write(writer, found);
        writer.WriteEndArray();
        return 0;
    }

    private static void Write(Utf8JsonWriter writer, Recognition found)
    {
        writer.WriteStartObject();
        writer.WriteString("text", found.Text);
        writer.WriteNumber("start", found.Start);
        writer.WriteNumber("end", found.End);
        writer.WriteString("typeName", found.TypeName);
        writer.WritePropertyName("resolution");
        if (found.Resolution.Values.Count > 0)
            WriteCandidates(writer, found.Resolution.Values);
        else
            WriteAttributes(writer, found.Resolution);
        writer.WriteEndObject();
    }

    private static void WriteCandidates(Utf8JsonWriter writer, IReadOnlyList<Resolution> values)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("values");
        foreach (Resolution value in values)
            WriteAttributes(writer, value);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter writer, Resolution resolution)
    {
        writer.WriteStartObject();
        foreach ((string name, string? value) in resolution.Attributes)
        {
            if (name == "score" && double.TryParse(value, CultureInfo.InvariantCulture, out double score))
                writer.WriteNumber(name, score);
            else if (value is "true" or "false")
                writer.WriteBoolean(name, value == "true");
            else
                writer.WriteString(name, value);
        }

        writer.WriteEndObject();
    }
}
