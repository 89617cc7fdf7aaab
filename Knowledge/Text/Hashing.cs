namespace SupportBot.Knowledge.Text;

/// <summary>32-bit feature hashes: FNV-1a over characters, finished with the mixer of MurmurHash3, so that every bit counts.</summary>
internal static class Hashing
{
    public const uint Start = 2166136261;

    public static uint Add(uint hash, uint value) => (hash ^ value) * 16777619;

    public static uint Of(ReadOnlySpan<char> text, uint seed = Start)
    {
        foreach (char c in text)
        {
            seed = Add(seed, c);
        }
        return Mix(seed);
    }

    public static uint Mix(uint h)
    {
        h ^= h >> 16;
        h *= 0x85ebca6b;
        h ^= h >> 13;
        h *= 0xc2b2ae35;
        h ^= h >> 16;
        return h;
    }

    public static uint Join(uint first, uint second, uint salt) => Mix((first * 0x9e3779b1) ^ ((second + salt) * 0x85ebca77));
}
