using System.Security.Cryptography;
using System.Text;
using SupportBot.Knowledge.Learning;

namespace SupportBot.Knowledge;

/// <summary>
/// Finds the entry that answers a question. Immutable and safe for any number of threads: build a new one after an edit and swap it.
/// The same entries and options always give the same index.
/// </summary>
public sealed class KnowledgeIndex
{
    private readonly LanguageIndex english;
    private readonly LanguageIndex chinese;

    private KnowledgeIndex(LanguageIndex english, LanguageIndex chinese, IReadOnlyList<IndexWarning> warnings)
    {
        this.english = english;
        this.chinese = chinese;
        Warnings = warnings;
    }

    /// <summary>An index that knows nothing and refuses everything.</summary>
    public static KnowledgeIndex Empty { get; } = Build([]);

    /// <summary>What is likely wrong with the entries.</summary>
    public IReadOnlyList<IndexWarning> Warnings { get; }

    /// <summary>Memory of the learned models, in bytes.</summary>
    public long ModelBytes => english.Bytes + chinese.Bytes;

    /// <summary>Learns from entries of both languages. Takes up to seconds for ten thousand questions: call it in the background.</summary>
    public static KnowledgeIndex Build(IReadOnlyList<Entry> entries, IndexOptions? options = null)
    {
        options ??= new IndexOptions();
        LanguageIndex[] learned = new LanguageIndex[2];
        Workers.Run(options.Workers, learned.Length, () => i => learned[i] = LanguageIndex.Learn(i == 0 ? Locales.English : Locales.Chinese, entries, options));
        return new KnowledgeIndex(learned[0], learned[1], EntryCheck.Run(entries));
    }

    /// <summary>Reads an index written before; null where it was learned from other entries, with other options or by another version, or is damaged.</summary>
    public static KnowledgeIndex? Read(Stream from, IReadOnlyList<Entry> entries, IndexOptions options)
    {
        using BinaryReader reader = new(from, Encoding.UTF8, leaveOpen: true);
        if (!reader.ReadBytes(SHA256.HashSizeInBytes).AsSpan().SequenceEqual(LessonKey.Of(entries, options)))
        {
            return null;
        }
        byte[] seal = reader.ReadBytes(SHA256.HashSizeInBytes);
        using MemoryStream rest = new();
        from.CopyTo(rest);
        if (!SHA256.HashData(rest.GetBuffer().AsSpan(0, (int)rest.Length)).AsSpan().SequenceEqual(seal))
        {
            return null;
        }
        rest.Position = 0;
        using BinaryReader learned = new(rest);
        return new KnowledgeIndex(LanguageIndex.Read(Locales.English, learned, options), LanguageIndex.Read(Locales.Chinese, learned, options), EntryCheck.Run(entries));
    }

    /// <summary>Writes the index, to be read again instead of learned as long as entries, options and version stay the same.</summary>
    public void Write(Stream to, IReadOnlyList<Entry> entries, IndexOptions options)
    {
        using MemoryStream learned = new();
        using BinaryWriter writer = new(learned);
        english.Write(writer);
        chinese.Write(writer);
        writer.Flush();
        ReadOnlySpan<byte> bytes = learned.GetBuffer().AsSpan(0, (int)learned.Length);
        to.Write(LessonKey.Of(entries, options));
        to.Write(SHA256.HashData(bytes));
        to.Write(bytes);
    }

    /// <summary>Finds what a question means, without allocating. Any text is allowed; only its first 400 characters are read.</summary>
    /// <param name="question">As the shopper typed it.</param>
    /// <param name="locale">The shopper's language; a question plainly in the other one is understood in that.</param>
    /// <param name="previous">Id found for the shopper's last question: a short follow-up ("and for shoes?") may carry it on.</param>
    public Finding Find(ReadOnlySpan<char> question, string locale, string? previous = null) =>
        Language(question, locale).Find(question, previous);

    /// <summary>Finds the same as <see cref="Find"/> and tells which words decided; it allocates.</summary>
    public Explanation Explain(string question, string locale, string? previous = null) =>
        Language(question, locale).Explain(question, previous);

    private LanguageIndex Language(ReadOnlySpan<char> question, string locale)
    {
        LanguageIndex asked = Locales.IsChinese(locale) ? chinese : english;
        LanguageIndex other = Locales.IsChinese(locale) ? english : chinese;
        return Script.Of(question) is { } script && script != asked.Locale && !other.IsEmpty ? other : asked;
    }
}
