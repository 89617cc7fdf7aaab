using System.Numerics;

namespace SupportBot.Recognizers.Text;

/// <summary>
/// Numbers by words, looked up by spans without allocating. One plain hash table serves every vocabulary: generic collections over
/// our own types would each be compiled anew at the first call.
/// </summary>
internal sealed class WordTable
{
    private const int FirstCapacity = 64;
    private const int Initials = 256;
    private const int LongestMasked = 63;
    private readonly ulong[] lengths = new ulong[Initials];
    private string?[] words = new string?[FirstCapacity];
    private int[] values = new int[FirstCapacity];

    public int Count { get; private set; }

    /// <summary>Adds the word unless it is known already.</summary>
    public bool TryAdd(string word, int value)
    {
        if (Count * 2 >= words.Length)
            Grow();
        int slot = SlotOf(word);
        if (words[slot] is not null)
            return false;
        (words[slot], values[slot]) = (word, value);
        lengths[word[0] % Initials] |= 1UL << Math.Min(word.Length, LongestMasked);
        Count++;
        return true;
    }

    public bool TryFind(ReadOnlySpan<char> word, out int value)
    {
        value = 0;
        if (word.Length == 0 || (lengths[word[0] % Initials] & 1UL << Math.Min(word.Length, LongestMasked)) == 0)
            return false;
        int slot = SlotOf(word);
        value = values[slot];
        return words[slot] is not null;
    }

    /// <summary>The longest word at a character of a text without word boundaries.</summary>
    public bool TryLongest(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        value = 0;
        end = at;
        if ((uint)at >= (uint)text.Length)
            return false;
        int room = Math.Min(text.Length - at, LongestMasked - 1);
        for (ulong mask = lengths[text[at] % Initials] & (1UL << room + 1) - 1; mask != 0;)
        {
            int length = LongestMasked - BitOperations.LeadingZeroCount(mask);
            if (TryFind(text.Slice(at, length), out value))
            {
                end = at + length;
                return true;
            }

            mask &= ~(1UL << length);
        }

        return false;
    }

    /// <summary>At least the length of the longest word that begins so; 0 where none does.</summary>
    public int LongestFrom(char initial) => LongestMasked - BitOperations.LeadingZeroCount(lengths[initial % Initials] | 1);

    private void Grow()
    {
        (string?[] oldWords, int[] oldValues) = (words, values);
        words = new string?[oldWords.Length * 2];
        values = new int[words.Length];
        for (int i = 0; i < oldWords.Length; i++)
        {
            if (oldWords[i] is not { } word)
                continue;
            int slot = SlotOf(word);
            (words[slot], values[slot]) = (word, oldValues[i]);
        }
    }

    /// <summary>Where the word is, or the free place for it.</summary>
    private int SlotOf(ReadOnlySpan<char> word)
    {
        const uint Offset = 2166136261, Prime = 16777619;
        uint hash = Offset;
        foreach (char c in word)
            hash = (hash ^ c) * Prime;
        int slot = (int)((hash ^ hash >> 15) & (uint)(words.Length - 1));
        while (words[slot] is { } other && !word.SequenceEqual(other))
            slot = slot + 1 & words.Length - 1;
        return slot;
    }
}
