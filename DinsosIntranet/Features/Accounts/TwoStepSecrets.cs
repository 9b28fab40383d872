using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

/// <summary>
/// Secrets of authenticator apps and recovery codes as they are stored: a secret encrypted for its place, a recovery code
/// under a keyed hash, because it is short enough to be typed and so could be found from a plain one.
/// </summary>
public sealed class TwoStepSecrets(FieldCipher cipher, BlindIndex index)
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int GroupLength = 5;

    public string Encrypt(byte[] secret, Guid userId) => cipher.EncryptBytes(secret, Place(userId));

    public byte[] Decrypt(string stored, Guid userId) => cipher.DecryptBytes(stored, Place(userId));

    /// <summary>Replaces the recovery codes of an account; the codes themselves are returned once and kept nowhere.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(WriteScope scope, Guid userId, CancellationToken cancellationToken)
    {
        await scope.Db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        var codes = new List<string>();
        for (var i = 0; i < RecoveryCode.Count; i++)
        {
            var code = string.Join('-', Enumerable.Range(0, 2).Select(_ => System.Security.Cryptography.RandomNumberGenerator.GetString(Alphabet, GroupLength)));
            codes.Add(code);
            scope.Db.RecoveryCodes.Add(new RecoveryCode { Id = Guid.CreateVersion7(), UserId = userId, Hash = index.Compute(Field(userId), code)! });
        }

        return codes;
    }

    /// <summary>The unused code that was typed, to be marked as used; null where there is none.</summary>
    public async Task<RecoveryCode?> FindRecoveryCodeAsync(WriteScope scope, Guid userId, string typed, CancellationToken cancellationToken)
    {
        var hashes = index.ComputeForSearch(Field(userId), typed.ToLowerInvariant());
        return hashes.Count == 0 ? null : await scope.Db.RecoveryCodes.FirstOrDefaultAsync(c => c.UserId == userId && c.UsedAt == null && hashes.Contains(c.Hash), cancellationToken);
    }

    /// <summary>The secret in groups of four, to be typed where no camera is at hand.</summary>
    public static string Grouped(byte[] secret) => string.Join(' ', Base32Text.Encode(secret).Chunk(4).Select(c => new string(c)));

    private static string Place(Guid userId) => $"StaffAccounts|TotpSecret|{userId:N}";

    private static string Field(Guid userId) => $"RecoveryCodes|{userId:N}";
}
