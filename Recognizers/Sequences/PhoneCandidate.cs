using System.Runtime.CompilerServices;

namespace SupportBot.Recognizers.Sequences;

/// <summary>A run of digit groups that may be a phone number: where it ends and how its groups are made.</summary>
internal ref struct PhoneCandidate(int start)
{
    public const int MaxGroups = 10;

    private GroupLengths lengths;

    public int Start { get; } = start;

    public int End { get; private set; } = start;

    public int Groups { get; private set; }

    public int Digits { get; private set; }

    /// <summary>The dialled digits, without those of an extension.</summary>
    public bool HasPlus { get; set; }

    public bool HasBracket { get; set; }

    public bool HasExtension { get; private set; }

    public char LastSeparator { get; set; }

    public bool OnlyDots { get; set; } = true;

    public bool HasDot { get; set; }

    public readonly int Length(int group) => lengths[group];

    public void Add(int length, int end)
    {
        lengths[Groups++] = length;
        Digits += length;
        End = end;
    }

    /// <summary>Takes in a closing bracket or an extension.</summary>
    public void Extend(int end, bool extension)
    {
        End = end;
        HasExtension |= extension;
    }

    [InlineArray(MaxGroups)]
    private struct GroupLengths
    {
        private int first;
    }
}
