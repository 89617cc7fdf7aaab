using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SupportBot.Knowledge.Learning;

/// <summary>A row of <see cref="LabelBlock.Size"/> numbers for each of many things. Every row fills one line of the processor's cache.</summary>
internal sealed class BlockRows
{
    private const int LineBytes = 64;
    private readonly float[] memory;
    private readonly int first;

    public BlockRows(int count)
    {
        // Pinned, so that what lies on a line's border now stays there.
        memory = GC.AllocateArray<float>(count * LabelBlock.Size + LineBytes / sizeof(float), pinned: true);
        Length = count * LabelBlock.Size;
        first = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0) & (LineBytes - 1)) / sizeof(float);
    }

    private int Length { get; }

    /// <summary>Two vectors a row.</summary>
    public Span<Vector256<float>> Vectors => MemoryMarshal.Cast<float, Vector256<float>>(memory.AsSpan(first, Length));

    public ReadOnlySpan<float> Row(int row) => memory.AsSpan(first + row * LabelBlock.Size, LabelBlock.Size);

    public void Clear() => Array.Clear(memory);
}
