using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Access;

/// <summary>What stands for a visitor's network address where attempts are counted.</summary>
internal sealed class VisitorAddress(ISecretStore secrets)
{
    // A user id may hold letters, digits, - and _ besides: the mark stands once, before the address.
    private const char Mark = '.';
    private const int MarkBytes = 9;

    private readonly byte[] key = secrets.GetOrCreate("visitor-address-key", 32);

    /// <summary>The address, or of IPv6 the /64 that one household or attacker holds whole.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null or { AddressFamily: System.Net.Sockets.AddressFamily.InterNetwork } or { IsIPv4MappedToIPv6: true })
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes).ToString();
    }

    /// <summary>A visitor's id that carries the address it was made for, unreadable, so that a turn knows it without a look-up.</summary>
    public string Sign(string userId, IPAddress? address)
    {
        byte[] hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Of(address)));
        return $"{userId}{Mark}{Base64UrlEncoder.Encode(hash[..MarkBytes])}";
    }

    /// <summary>Whether a visitor's id carries an address.</summary>
    public static bool IsIn(string userId) => userId.Contains(Mark, StringComparison.Ordinal);

    /// <summary>The address in a visitor's id; an id without one stands for itself.</summary>
    public static string In(string userId) => userId[(userId.LastIndexOf(Mark) + 1)..];
}
