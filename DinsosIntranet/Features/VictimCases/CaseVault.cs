using System.Security.Cryptography;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>
/// Encrypts and opens what stands in a case. Every case has a key of its own; every value is bound to its table, column and
/// row, so that one copied to another row, or to another case, does not open.
/// </summary>
public sealed class CaseVault(FieldCipher cipher, BlindIndex index)
{
    private const string NikIndex = "CaseBlocks|Nik";
    private const string PhoneIndex = "CaseBlocks|SafePhone";

    /// <summary>A key for a new case, wrapped as it is stored.</summary>
    public string CreateKey(Guid caseId)
    {
        using var key = cipher.CreateContentKey(caseId, KeyPlace(caseId));
        return key.Wrapped;
    }

    /// <summary>The key of a case, to be disposed; null where it was destroyed.</summary>
    public ContentKey? Open(VictimCase victimCase) => Open(victimCase.Id, victimCase.WrappedKey);

    public ContentKey? Open(Guid caseId, string? wrapped) =>
        wrapped is null || cipher.IsDestroyed(caseId) ? null : cipher.OpenContentKey(caseId, wrapped, KeyPlace(caseId));

    /// <summary>Whether the key was destroyed, here or before an older copy of the database was put back.</summary>
    public bool IsErased(VictimCase victimCase) => victimCase.WrappedKey is null || cipher.IsDestroyed(victimCase.Id);

    public bool WasDestroyed(Guid caseId) => cipher.IsDestroyed(caseId);

    /// <summary>Once the wrapped key is erased from the database: no copy of it opens anything any more.</summary>
    public void MarkDestroyed(Guid caseId) => cipher.MarkDestroyed(caseId);

    /// <summary>
    /// What stays of a block after its case was anonymised: chosen codes for the statistics, under the master key because the
    /// case has none any more.
    /// </summary>
    public string SealKept(Guid blockId, BlockValues values) => cipher.Encrypt(values.ToJson(), KeptPlace(blockId));

    /// <summary>What was kept of a block of an anonymised case; nothing where nothing was.</summary>
    public BlockValues ReadKept(CaseBlock block) => block.Payload.Length == 0 ? new BlockValues() : BlockValues.FromJson(cipher.Decrypt(block.Payload, KeptPlace(block.Id)));

    public static string Seal(ContentKey key, Guid blockId, BlockValues values) => key.Encrypt(values.ToJson(), BlockPlace(blockId));

    public static BlockValues Read(ContentKey key, CaseBlock block) => BlockValues.FromJson(key.Decrypt(block.Payload, BlockPlace(block.Id)));

    public static string SealReason(ContentKey key, Guid emergencyId, string reason) => key.Encrypt(reason, EmergencyPlace(emergencyId));

    public static string ReadReason(ContentKey key, CaseEmergency emergency) => key.Decrypt(emergency.Reason, EmergencyPlace(emergency.Id));

    /// <summary>Encrypts one value of a row beside the blocks; it opens in that table, column and row only.</summary>
    public static string Seal(ContentKey key, string table, string column, Guid rowId, string text) => key.Encrypt(text, $"{table}|{column}|{rowId}");

    public static string Read(ContentKey key, string table, string column, Guid rowId, string envelope) => key.Decrypt(envelope, $"{table}|{column}|{rowId}");

    /// <summary>Makes a block findable by the NIK and the safe phone number in it.</summary>
    public void Index(CaseBlock block, BlockValues values)
    {
        block.NikIndex = index.Compute(NikIndex, values[CaseBlocks.NikField]);
        block.PhoneIndex = index.Compute(PhoneIndex, PhoneNumber.Read(values[CaseBlocks.SafePhone]).Digits);
    }

    public IReadOnlyList<string> NikIndexes(string nik) => index.ComputeForSearch(NikIndex, nik);

    public IReadOnlyList<string> PhoneIndexes(string phone) => index.ComputeForSearch(PhoneIndex, PhoneNumber.Read(phone).Digits);

    /// <summary>Wraps the key of a case under the current master key where an older one still holds it; the content is not touched.</summary>
    public bool Rewrap(VictimCase victimCase)
    {
        if (IsErased(victimCase) || victimCase.WrappedKey is not { } wrapped || !cipher.NeedsRewrite(wrapped))
        {
            return false;
        }

        var place = KeyPlace(victimCase.Id);
        var bytes = cipher.DecryptBytes(wrapped, place);
        victimCase.WrappedKey = cipher.EncryptBytes(bytes, place);
        CryptographicOperations.ZeroMemory(bytes);
        return true;
    }

    private static string KeyPlace(Guid caseId) => $"VictimCases|WrappedKey|{caseId}";

    private static string BlockPlace(Guid blockId) => $"CaseBlocks|Payload|{blockId}";

    private static string KeptPlace(Guid blockId) => $"CaseBlocks|Kept|{blockId}";

    private static string EmergencyPlace(Guid emergencyId) => $"CaseEmergencies|Reason|{emergencyId}";
}
