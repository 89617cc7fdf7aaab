using System.Security.Cryptography;
using System.Text;
using SupportBot.Access;
using SupportBot.Customers;

namespace SupportBot.Channels.Sms;

/// <summary>One conversation a number. Its id is a keyed hash, so that the number is gone when its customer is erased; after that another begins.</summary>
internal sealed class SmsConversations(ISecretStore secrets, ICustomerStore customers)
{
    private const int Length = 16;

    private readonly byte[] key = secrets.GetOrCreate("sms-conversations", SHA256.HashSizeInBytes);

    /// <summary>The conversation of a number now, and whose it is.</summary>
    public async Task<(string Id, Customer? Customer)> OfAsync(string number, CancellationToken cancellation)
    {
        for (int life = 0; ; life++)
        {
            string id = ConversationKey.Sms(Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{number.TrimStart('+')} {life}")).AsSpan(0, Length)));
            Customer? customer = await customers.OfConversationAsync(id, cancellation);
            if (customer is not { ErasedAt: not null })
            {
                return (id, customer);
            }
        }
    }
}
