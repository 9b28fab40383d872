using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Signing;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public sealed partial class LetterService
{
    /// <summary>
    /// Brings in the letter as it was signed, which issues it: the scan of one signed in ink, or the PDF that comes back
    /// from the agency's e-sign tool, which must be our paper with a signature that fits.
    /// </summary>
    public async Task<Outcome> UploadSignedAsync(
        Guid letterId, Stream content, ActionContext act, CancellationToken cancellationToken = default, IProgress<long>? progress = null)
    {
        var stored = await vault.StoreAsync(content, FileVaultOptions.DefaultMaxBytes, progress, cancellationToken);
        if (!stored.IsOk)
        {
            return stored;
        }

        // Not deleted by the scope's undo: a write that met another one is run again and still needs the file.
        var kept = false;
        try
        {
            var signed = await ReadSignedAsync(letterId, stored.Value, act.Actor, cancellationToken);
            var outcome = signed.IsOk ? await IssueSignedAsync(letterId, stored.Value, signed.Value, act, cancellationToken) : signed;
            kept = outcome.IsOk;
            return outcome;
        }
        finally
        {
            if (!kept)
            {
                await vault.DeleteAsync(stored.Value);
            }
        }
    }

    /// <summary>What the file is found to be. A scan of ink is taken as it is: only an eye can tell what it shows.</summary>
    private async Task<Outcome<SignedFile>> ReadSignedAsync(Guid letterId, StoredFileInfo stored, Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var letter = await db.Letters.AsNoTracking().VisibleTo(actor).FirstOrDefaultAsync(l => l.Id == letterId, cancellationToken);
        if (letter is not { SigningMode: SigningMode.External, Status: LetterStatus.AwaitingSignature, ApprovedFileId: { } approved })
        {
            return new SignedFile(letter?.ApprovedFileId, null);
        }

        if (stored.Kind != FileKind.Pdf)
        {
            return Outcome.Refused("Surat dengan TTE luar diunggah sebagai PDF dari aplikasi tanda tangan elektronik, bukan gambar atau pindaian.", ExternalSignature.Field);
        }

        var agency = await db.AgencyProfiles.AsNoTracking().FirstAsync(cancellationToken);
        var ours = seal.Thumbprint(SealName(agency));
        var sent = new SentOut(await archive.ReadAsync(approved, cancellationToken), letter.Number!, letter.VerificationCode!);
        var names = ExternalSignature.Check(
            await vault.ReadAllAsync(stored, cancellationToken), sent, signer => string.Equals(signer.Sha256Thumbprint, ours, StringComparison.OrdinalIgnoreCase));
        return names.IsOk ? new SignedFile(approved, names.Value) : names.AsFailure();
    }

    /// <summary>The paper the file was checked against, and who is named in its signature.</summary>
    private sealed record SignedFile(Guid? ApprovedFileId, string? Names);
}
