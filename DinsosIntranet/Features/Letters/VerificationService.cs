using System.Security.Cryptography;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Signing;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>What anybody may learn of a letter: no more than its QR code itself says.</summary>
public sealed record VerifiedLetter(string? Number, string KindName, DateOnly? Date, string? HolderInitials, string? LastNikDigits, DateOnly? ValidUntil);

/// <summary>The verdict, and for a revoked letter since when; the reason is nobody's business.</summary>
public sealed record VerificationAnswer(VerificationVerdict Verdict, VerifiedLetter? Letter = null, DateOnly? RevokedOn = null);

/// <summary>
/// Tells anybody whether a letter is the agency's and still valid. The signed code is believed by its signature alone, so
/// it holds even where the record is gone; what the database says of the letter's standing comes on top.
/// </summary>
public sealed class VerificationService(
    KeyRing keys, SealCertificate seal, AgencyDirectory agencies, WriteRunner writes, TimeProvider time, IDbContextFactory<DinsosDbContext> factory)
{
    public const long MaxFileBytes = 10 * 1024 * 1024;

    /// <summary>The trail does not keep where a visitor came from: checking a letter is nobody's business but theirs.</summary>
    private const string Origin = "halaman verifikasi";

    public async Task<Outcome<VerificationAnswer>> CheckCodeAsync(string? input, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            return Outcome.Refused("Tulis kode yang tercetak di kaki surat, atau pilih berkasnya.", "Kode");
        }

        var today = await TodayAsync(cancellationToken);
        var (kind, code) = VerificationRules.Recognise(input);
        var (answer, letterId) = kind switch
        {
            VerificationCodeKind.QrText => await CheckSignedAsync(code, today, cancellationToken),
            VerificationCodeKind.PrintedCode => await FindAsync(l => l.VerificationCode == code, today, cancellationToken),
            VerificationCodeKind.RequestNumber => (new VerificationAnswer(VerificationVerdict.RequestNumber), null),
            _ => Nothing,
        };
        await RecordAsync("kode", answer, letterId, cancellationToken);
        return answer;
    }

    public async Task<Outcome<VerificationAnswer>> CheckFileAsync(Stream content, CancellationToken cancellationToken = default)
    {
        var bytes = await ReadAsync(content, cancellationToken);
        if (bytes is null)
        {
            return Outcome.Refused($"Berkas lebih besar dari {FileSizes.Text(MaxFileBytes)}. Periksa lewat kode di kaki surat.", "Berkas");
        }

        if (FileKinds.Recognise(bytes) is not { } kind)
        {
            return Outcome.Refused("Hanya PDF, JPEG, atau PNG.", "Berkas");
        }

        var today = await TodayAsync(cancellationToken);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var (answer, letterId) = await FindAsync(l => l.IssuedSha256 == hash, today, cancellationToken);
        if (answer.Verdict == VerificationVerdict.Unknown && kind == FileKind.Pdf && await IsOursButAlteredAsync(bytes, cancellationToken))
        {
            answer = new VerificationAnswer(VerificationVerdict.Altered);
        }
        else if (answer.Verdict == VerificationVerdict.Unknown && kind == FileKind.Pdf)
        {
            (answer, letterId) = await FindByPrintedCodeAsync(bytes, today, cancellationToken);
        }

        await RecordAsync("berkas", answer, letterId, cancellationToken);
        return answer;
    }

    private static (VerificationAnswer Answer, Guid? LetterId) Nothing => (new VerificationAnswer(VerificationVerdict.Unknown), null);

    private async Task<(VerificationAnswer Answer, Guid? LetterId)> CheckSignedAsync(string code, DateOnly today, CancellationToken cancellationToken)
    {
        ECDsa? key = null;
        try
        {
            var check = VerificationPayload.Verify(code, shortId => key = VerificationKeys.Find(keys, shortId));
            if (check is not { State: VerificationState.Genuine, Payload: { } payload })
            {
                return (new VerificationAnswer(check.State == VerificationState.Altered ? VerificationVerdict.Altered : VerificationVerdict.Unknown), null);
            }

            var recorded = await FindAsync(l => l.Number == payload.LetterNumber && l.VerificationText == code, today, cancellationToken);
            if (recorded.LetterId is not null)
            {
                return recorded;
            }

            var letter = new VerifiedLetter(
                payload.LetterNumber, LetterKinds.Name(payload.TypeCode), payload.Date, payload.HolderInitials, payload.LastNikDigits, payload.ValidUntil);
            return (new VerificationAnswer(VerificationRules.Judge(LetterStatus.Issued, payload.ValidUntil, today), letter), null);
        }
        finally
        {
            key?.Dispose();
        }
    }

    private async Task<(VerificationAnswer Answer, Guid? LetterId)> FindAsync(
        System.Linq.Expressions.Expression<Func<Letter, bool>> which, DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var letter = await db.Letters.AsNoTracking()
            .Where(which)
            .Select(l => new { l.Id, l.Number, l.Title, l.DatedOn, l.HolderInitials, l.NikLastFour, l.ValidUntil, l.Status, l.EndedAt })
            .FirstOrDefaultAsync(cancellationToken);
        return letter is null
            ? Nothing
            : (new VerificationAnswer(
                VerificationRules.Judge(letter.Status, letter.ValidUntil, today),
                new VerifiedLetter(letter.Number, letter.Title, letter.DatedOn, letter.HolderInitials, letter.NikLastFour, letter.ValidUntil),
                letter is { Status: LetterStatus.Revoked, EndedAt: { } ended } ? await DateOfAsync(ended, cancellationToken) : null), letter.Id);
    }

    /// <summary>A file that is not ours byte for byte may still say which letter it shows; what else it shows nobody can vouch for.</summary>
    private async Task<(VerificationAnswer Answer, Guid? LetterId)> FindByPrintedCodeAsync(byte[] pdf, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var text in PdfWords.Read(pdf))
        {
            if (VerificationRules.FindPrintedCode(text) is { } code)
            {
                var found = await FindAsync(l => l.VerificationCode == code, today, cancellationToken);
                if (found.LetterId is not null)
                {
                    return found.Answer.Verdict == VerificationVerdict.Genuine ? (found.Answer with { Verdict = VerificationVerdict.OtherFile }, found.LetterId) : found;
                }
            }
        }

        return Nothing;
    }

    /// <summary>A PDF that carries the agency's own seal and does not fit it any more. Anybody's seal proves nothing about us.</summary>
    private async Task<bool> IsOursButAlteredAsync(byte[] pdf, CancellationToken cancellationToken)
    {
        var inspection = PdfInspection.Of(pdf);
        if (inspection.Seal != SealState.Altered || await agencies.FindAsync(cancellationToken) is not { } agency)
        {
            return false;
        }

        var ours = seal.Thumbprint(LetterService.SealName(agency.Profile));
        return inspection.Signers.Any(s => string.Equals(s.Sha256Thumbprint, ours, StringComparison.OrdinalIgnoreCase));
    }

    private Task<DateOnly> TodayAsync(CancellationToken cancellationToken) => DateOfAsync(time.GetUtcNow().UtcDateTime, cancellationToken);

    private async Task<DateOnly> DateOfAsync(DateTime utc, CancellationToken cancellationToken) =>
        (await agencies.FindAsync(cancellationToken))?.DateOf(utc) ?? DateOnly.FromDateTime(utc);

    private Task<Outcome> RecordAsync(string way, VerificationAnswer answer, Guid? letterId, CancellationToken cancellationToken) =>
        writes.RunAsync(
            ActionContext.For(Actor.System, time, Origin),
            scope =>
            {
                scope.Audit("surat.verifikasi", LetterService.RecordKind, letterId ?? Guid.Empty, new AuditText().Fact("cara", way).Fact("hasil", answer.Verdict));
                return Task.FromResult(Outcome.Ok());
            },
            cancellationToken);

    /// <summary>The whole content, or null where it is longer than allowed.</summary>
    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var block = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(block, cancellationToken)) > 0)
        {
            if (buffer.Length + read > MaxFileBytes)
            {
                return null;
            }

            buffer.Write(block, 0, read);
        }

        return buffer.ToArray();
    }
}
