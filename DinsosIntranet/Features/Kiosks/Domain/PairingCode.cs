using System.Security.Cryptography;

namespace DinsosIntranet.Features.Kiosks.Domain;

/// <summary>
/// The code typed on a screen with a remote control: two groups of four letters and digits, without those that are read for
/// others, about 39 bits. So short a code is safe only because it holds a quarter of an hour, once, for few attempts, and
/// because what is stored is made with a secret key.
/// </summary>
public static class PairingCode
{
    public static readonly TimeSpan ValidFor = TimeSpan.FromMinutes(15);

    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int GroupLength = 4;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, GroupLength) + "-" + RandomNumberGenerator.GetString(Alphabet, GroupLength);
}
