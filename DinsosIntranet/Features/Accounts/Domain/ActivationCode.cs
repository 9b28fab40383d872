using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.Features.Accounts.Domain;

/// <summary>
/// The one-time code with which the owner of an account chooses the password, so that nobody else ever knows it (OWASP ASVS
/// 6.4.6). Four groups of four letters and digits, without those that are read for others: easy to dictate, about 79 bits,
/// which is why a plain hash is enough to store.
/// </summary>
public static class ActivationCode
{
    public const int HashLength = 64;

    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 4;

    public static string New() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));

    /// <summary>What is stored. Capitals, spaces and hyphens make no difference to whoever types the code.</summary>
    public static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant())));

    public static bool Matches(string typed, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(typed)), Encoding.ASCII.GetBytes(hash));
}
