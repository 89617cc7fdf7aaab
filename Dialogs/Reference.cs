using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Dialogs;

/// <summary>
/// Names for what a turn brings about, made from the conversation and the turn: a turn that is run again makes the same ones.
/// Crockford's alphabet leaves out the letters that are misread for digits.
/// </summary>
internal static class Reference
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsOfLetter = 5;

    /// <summary>Eight letters and digits a shopper can quote; unique enough within a store together with the conversation.</summary>
    public static string Short(string conversation, long turn, string purpose) => Make(conversation, turn, purpose, 8);

    /// <summary>Twenty-six, 128 bits and more: an idempotency key.</summary>
    public static string Key(string conversation, long turn, string purpose) => Make(conversation, turn, purpose, 26);

    private static string Make(string conversation, long turn, string purpose, int length)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{turn}\n{purpose}"));
        return string.Create(length, hash, static (letters, bytes) =>
        {
            for (int index = 0; index < letters.Length; index++)
            {
                int bit = index * BitsOfLetter;
                int pair = bytes[bit / 8] << 8 | bytes[bit / 8 + 1];
                letters[index] = Alphabet[pair >> 11 - bit % 8 & 31];
            }
        });
    }
}
