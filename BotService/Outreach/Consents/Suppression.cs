using System.Security.Cryptography;
using System.Text;
using SupportBot.Access.Audit;
using SupportBot.Customers;

namespace SupportBot.Outreach.Consents;

/// <summary>An address that nothing is sent to, whoever has it.</summary>
/// <param name="Channel">By which.</param>
/// <param name="Shown">The address, covered: enough to recognise it.</param>
/// <param name="Reason">Why: <c>manual</c>, <c>bounced</c>, <c>stopped</c>.</param>
internal sealed record Suppression(Reach Channel, string Shown, string Reason, DateTimeOffset At, string Key)
{
    /// <summary>Whoever has the number wrote a stop word from it.</summary>
    public const string Stopped = "stopped";

    /// <summary>What the address may stand there as.</summary>
    public static byte[][] HashesOf(Reach channel, string address, PhoneNumbers phones) => channel == Reach.Sms ? [.. phones.FormsOf(address).Select(HashOf)] : [HashOf(address)];

    public static byte[] HashOf(string address) => SHA256.HashData(Encoding.UTF8.GetBytes(address));

    public static string KeyOf(Reach channel, string address) => KeyOf(channel, HashOf(address));

    public static string KeyOf(Reach channel, byte[] hash) => $"{channel.Name()}-{Convert.ToHexStringLower(hash)}";

    public static (Reach Channel, byte[] Hash)? ReadKey(string key) =>
        key.Split('-') is [{ } name, { Length: 64 } hex] && hex.All(char.IsAsciiHexDigit) && Enum.GetValues<Reach>().Any(reach => reach.Name() == name)
            ? (Enum.GetValues<Reach>().First(reach => reach.Name() == name), Convert.FromHexString(hex))
            : null;
}

internal interface ISuppressionStore
{
    ValueTask<IReadOnlyList<Suppression>> ListAsync(int limit, CancellationToken cancellation);

    /// <summary>Whether it stands there; a phone number, however it is written.</summary>
    ValueTask<bool> HoldsAsync(Reach channel, string address, CancellationToken cancellation);

    /// <param name="address">As contact points are written.</param>
    Task AddAsync(Reach channel, string address, string reason, AuditEntry? audit, CancellationToken cancellation);

    /// <summary>Takes an address off that stands there for this reason, and no other; a phone number, however it is written.</summary>
    Task LiftAsync(Reach channel, string address, string reason, CancellationToken cancellation);

    Task<bool> RemoveAsync(Reach channel, byte[] hash, AuditEntry audit, CancellationToken cancellation);
}
