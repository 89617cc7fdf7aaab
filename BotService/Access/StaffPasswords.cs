using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SupportBot.Access;

/// <summary>Passwords of staff: hashed by the framework's hasher, with the same work done for addresses that nobody has.</summary>
internal sealed class StaffPasswords : IDisposable
{
    public const int Shortest = 12;
    public const int Longest = 200;
    private const int FewestDifferent = 5;

    // Without 0, O, 1, l and I: it is typed from a console.
    private const string OneTimeAlphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly PasswordHasher<string> hasher;
    private readonly Lazy<string> nobodysHash;

    // A guesser may keep these busy, not all threads of the service.
    private readonly SemaphoreSlim slots = new(Math.Max(1, Environment.ProcessorCount / 2));

    public StaffPasswords(IOptions<StaffOptions> options)
    {
        hasher = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordRounds }));
        nobodysHash = new Lazy<string>(() => Hash(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))));
    }

    public string Hash(string password) => hasher.HashPassword("", password);

    /// <summary>Takes as long for a wrong password as for nobody's.</summary>
    public async Task<PasswordVerificationResult> VerifyAsync(StaffUser? user, string password, CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation);
        try
        {
            string nobodys = nobodysHash.Value;
            PasswordVerificationResult result = await Task.Run(() => hasher.VerifyHashedPassword("", user?.PasswordHash ?? nobodys, password), cancellation);
            return user is null ? PasswordVerificationResult.Failed : result;
        }
        finally
        {
            slots.Release();
        }
    }

    /// <summary>The code of what is wrong with a new password, or null.</summary>
    public static string? Refuse(StaffUser user, string password) =>
        password.Length < Shortest ? "PasswordShort"
        : password.Length > Longest ? "PasswordLong"
        : password.Distinct().Count() < FewestDifferent || Contains(password, user.Email) || Contains(password, user.Name) ? "PasswordGuessable"
        : null;

    /// <summary>For a first sign-in, after which it is changed: about 93 bits.</summary>
    public static string OneTime() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(OneTimeAlphabet, 4)));

    public void Dispose() => slots.Dispose();

    private static bool Contains(string password, string known) => known.Length > 3 && password.Contains(known, StringComparison.OrdinalIgnoreCase);
}
