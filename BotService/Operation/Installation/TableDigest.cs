using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SupportBot.Operation.Installation;

/// <summary>Counts rows and adds up their SHA-256, modulo 2²⁵⁶: two tables with the same rows have the same digest in whatever order they were read.</summary>
internal sealed class TableDigest
{
    private const int Words = 4;

    private readonly ulong[] sum = new ulong[Words];

    public long Rows { get; private set; }

    public void Add(ReadOnlySpan<byte> line)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(line, hash);
        UInt128 carry = 0;
        for (int word = 0; word < Words; word++)
        {
            carry += (UInt128)sum[word] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(8 * word)..]);
            sum[word] = (ulong)carry;
            carry >>= 64;
        }

        Rows++;
    }

    public string Sum()
    {
        byte[] bytes = new byte[8 * Words];
        for (int word = 0; word < Words; word++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8 * word), sum[word]);
        }

        return Convert.ToHexStringLower(bytes);
    }
}
