using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Knowledge.Learning;

/// <summary>Names what an index is learned from: entries, options, word lists and the code that learns, and the width its rows are packed for.</summary>
internal static class LessonKey
{
    public static byte[] Of(IReadOnlyList<Entry> entries, IndexOptions options)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(LessonKey).Module.ModuleVersionId.ToByteArray());
        Add(hash, $"{Vector<sbyte>.Count} {options.Learning}");
        foreach (Background background in options.Background)
        {
            Add(hash, background.Locale);
            Add(hash, background.Text);
        }
        AddAll(hash, options.Names);
        foreach (Entry entry in entries)
        {
            AddAll(hash, [entry.Id, entry.Locale, entry.Title]);
            AddAll(hash, entry.Keywords.Select(keyword => $"{keyword.Weight:r} {keyword.Text}"));
            AddAll(hash, entry.Questions);
        }
        return hash.GetHashAndReset();
    }

    private static void AddAll(IncrementalHash hash, IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            Add(hash, text);
        }
        // Closes the list, so that a text that moves to the next one gives another key.
        hash.AppendData([1]);
    }

    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
