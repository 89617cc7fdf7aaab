using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SupportBot.Access;

namespace SupportBot.Outreach.Consents;

/// <summary>Whose preferences a link opens, and for what it was sent.</summary>
/// <param name="CustomerId">Whose.</param>
/// <param name="Channel">What <c>List-Unsubscribe</c> ends: the channel it was sent by.</param>
/// <param name="Recipient">The sending it stood in; 0 for none.</param>
internal sealed record PreferenceLink(string CustomerId, Reach Channel, long Recipient);

/// <summary>
/// Signs the links at the foot of what is sent. They stay good, as laws on unsubscribing ask; they open nothing but the preferences of one
/// customer, and show no personal data.
/// </summary>
internal sealed class PreferenceLinks(ISecretStore secrets)
{
    private const int SignatureLength = 16;
    private const int Longest = 300;

    private readonly byte[] key = secrets.GetOrCreate("outreach-links", SHA256.HashSizeInBytes);

    public string Write(PreferenceLink link) => Sign($"p {link.CustomerId} {(int)link.Channel} {link.Recipient}");

    public PreferenceLink? Read(string token) => Open(token)?.Split(' ') is ["p", var customer, var channel, var recipient]
        && int.TryParse(channel, out int reach) && Enum.IsDefined((Reach)reach) && long.TryParse(recipient, out long row)
        ? new PreferenceLink(customer, (Reach)reach, row)
        : null;

    /// <summary>A link of a sending, which leads on to a page of the store and is counted.</summary>
    public string WriteClick(long recipient, string address) => Sign($"c {recipient} {address}");

    public (long Recipient, Uri Address)? ReadClick(string token) => Open(token)?.Split(' ', 3) is ["c", var recipient, var address]
        && long.TryParse(recipient, out long row) && Uri.TryCreate(address, UriKind.Absolute, out Uri? target)
        ? (row, target)
        : null;

    private string Sign(FormattableString content)
    {
        byte[] said = Encoding.UTF8.GetBytes(FormattableString.Invariant(content));
        return Base64Url.EncodeToString([.. SignatureOf(said), .. said]);
    }

    private string? Open(string token)
    {
        if (token.Length > Longest * 8 || !Base64Url.IsValid(token))
        {
            return null;
        }

        byte[] bytes = Base64Url.DecodeFromChars(token);
        return bytes.Length > SignatureLength && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SignatureLength), SignatureOf(bytes[SignatureLength..]))
            ? Encoding.UTF8.GetString(bytes.AsSpan(SignatureLength))
            : null;
    }

    private byte[] SignatureOf(byte[] content) => HMACSHA256.HashData(key, content)[..SignatureLength];
}
