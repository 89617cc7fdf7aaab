namespace SupportBot.Knowledge.Text;

/// <summary>
/// The words the entries use, to take an unknown word for the known one that is a single typing error away: a letter dropped, added,
/// replaced, or two swapped. One error leaves the first two or the last three letters as they are, so only words that share those are compared.
/// </summary>
internal sealed class Spelling
{
    private const int Shortest = 4;
    private const int Longest = 24;
    private const int Head = 2;
    private const int Tail = 3;
    private const int Buckets = 4096;

    private readonly string letters;
    private readonly int[] starts;
    private readonly ushort[] counts;
    private readonly int[] firstByHead = NewBuckets();
    private readonly int[] firstByTail = NewBuckets();
    private readonly int[] nextByHead;
    private readonly int[] nextByTail;
    private readonly HashSet<uint> known;

    /// <param name="words">Lower-case words with how often the entries use them.</param>
    public Spelling(IReadOnlyCollection<KeyValuePair<string, int>> words)
    {
        letters = string.Concat(words.Select(w => w.Key));
        starts = new int[words.Count + 1];
        counts = new ushort[words.Count];
        nextByHead = new int[words.Count];
        nextByTail = new int[words.Count];
        known = [.. words.Select(w => Hashing.Of(w.Key))];
        int i = 0;
        foreach ((string word, int count) in words)
        {
            starts[i + 1] = starts[i] + word.Length;
            counts[i] = (ushort)Math.Min(count, ushort.MaxValue);
            nextByHead[i] = nextByTail[i] = -1;
            if (word.Length >= Shortest)
            {
                Link(firstByHead, nextByHead, i, Bucket(word.AsSpan(0, Head)));
                Link(firstByTail, nextByTail, i, Bucket(word.AsSpan(word.Length - Tail)));
            }
            i++;
        }
    }

    public static Spelling Read(BinaryReader from) =>
        new([.. Enumerable.Range(0, from.ReadInt32()).Select(_ => KeyValuePair.Create(from.ReadString(), (int)from.ReadUInt16()))]);

    public void Write(BinaryWriter to)
    {
        to.Write(counts.Length);
        for (int i = 0; i < counts.Length; i++)
        {
            to.Write(Word(i).ToString());
            to.Write(counts[i]);
        }
    }

    /// <summary>Memory, in bytes.</summary>
    public long Bytes => letters.Length * 2L + starts.Length * 4L + counts.Length * 2L + (nextByHead.Length + Buckets) * 8L + known.Count * 12L;

    /// <summary>The most used word one error away; empty where the word is known or nothing is near.</summary>
    public ReadOnlySpan<char> Correct(ReadOnlySpan<char> word, uint hash)
    {
        if (word.Length < Shortest || word.Length > Longest || known.Contains(hash))
        {
            return [];
        }
        int best = -1;
        for (int i = firstByHead[Bucket(word[..Head])]; i >= 0; i = nextByHead[i])
        {
            Consider(word, i, ref best);
        }
        for (int i = firstByTail[Bucket(word[^Tail..])]; i >= 0; i = nextByTail[i])
        {
            Consider(word, i, ref best);
        }
        return best < 0 ? [] : Word(best);
    }

    private void Consider(ReadOnlySpan<char> word, int i, ref int best)
    {
        int length = starts[i + 1] - starts[i];
        if (Math.Abs(length - word.Length) > 1 || best >= 0 && counts[i] <= counts[best])
        {
            return;
        }
        ReadOnlySpan<char> other = Word(i);
        int same = word.CommonPrefixLength(other);
        if (IsNear(word, other, same))
        {
            best = i;
        }
    }

    /// <summary>Whether two words become equal by one error at the first letter in which they differ.</summary>
    private static bool IsNear(ReadOnlySpan<char> word, ReadOnlySpan<char> other, int same)
    {
        ReadOnlySpan<char> a = word[same..];
        ReadOnlySpan<char> b = other[same..];
        bool swapped = a.Length == b.Length && a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
        if (swapped || Math.Min(word.Length, other.Length) <= Shortest)
        {
            // Too many true words of four letters are one letter apart.
            return swapped;
        }
        if (a.Length != b.Length)
        {
            return a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
        }
        return a[1..].SequenceEqual(b[1..]);
    }

    private ReadOnlySpan<char> Word(int i) => letters.AsSpan(starts[i]..starts[i + 1]);

    private static void Link(int[] first, int[] next, int i, int bucket)
    {
        next[i] = first[bucket];
        first[bucket] = i;
    }

    private static int Bucket(ReadOnlySpan<char> letters) => (int)(Hashing.Of(letters) % Buckets);

    private static int[] NewBuckets()
    {
        int[] buckets = new int[Buckets];
        Array.Fill(buckets, -1);
        return buckets;
    }
}
