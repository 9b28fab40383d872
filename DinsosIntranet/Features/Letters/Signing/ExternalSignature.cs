using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Letters.Signing;

/// <summary>What a signed file that came back is held against: the file that was sent out, and what is printed on it.</summary>
public sealed record SentOut(byte[] Pdf, string Number, string VerificationCode);

/// <summary>
/// Whether a PDF that came back from another signing tool is our letter, signed. Checked are the signature's own bytes and
/// that the pages are ours; whose certificate it is cannot be told without the chain of its issuer, and is not claimed.
/// </summary>
public static class ExternalSignature
{
    public const string Field = "Berkas";

    /// <summary>The names in the signature, or null where none can be read; refused where the file is not our letter, signed.</summary>
    public static Outcome<string?> Check(byte[] returned, SentOut sent, Func<PdfSigner, bool> isOwnSeal)
    {
        var inspection = PdfInspection.Of(returned);
        if (!inspection.IsPdf)
        {
            return Refused("PDF ini tidak dapat dibaca atau terpotong. Unduh lagi dari aplikasi tanda tangan, lalu unggah.");
        }

        if (inspection.Seal == SealState.None)
        {
            return Refused("PDF ini belum ditandatangani secara elektronik. Tandatangani dulu di aplikasi tanda tangan elektronik, lalu unggah hasilnya.");
        }

        if (inspection.Seal == SealState.Altered && !(inspection.HasAdditions && PdfAdditions.AreProofsOnly(returned, inspection.Covered)))
        {
            return Refused("Tanda tangan elektronik di PDF ini tidak cocok dengan isinya: berkas berubah setelah ditandatangani atau tidak utuh. Tandatangani ulang, lalu unggah.");
        }

        if (inspection.Signers.Count > 0 && inspection.Signers.All(isOwnSeal))
        {
            return Refused("PDF ini hanya bersegel dinas dari sistem ini, belum ditandatangani di aplikasi tanda tangan elektronik.");
        }

        var pages = PdfInspection.Of(sent.Pdf).PageCount;
        if (inspection.PageCount != pages)
        {
            return Refused($"PDF ini {inspection.PageCount} halaman, padahal surat {sent.Number} {pages} halaman. Unggah berkas surat ini yang sudah ditandatangani.");
        }

        // A tool that signs by adding to the file leaves our bytes in front; one that writes the file anew keeps its words.
        if (!returned.AsSpan().StartsWith(sent.Pdf) && !PdfWords.Contains(returned, sent.Number, sent.VerificationCode))
        {
            return Refused($"PDF ini bukan surat nomor {sent.Number} yang diunduh dari sini. Periksa berkas yang dipilih.");
        }

        var names = string.Join(", ", inspection.Signers.Where(s => !isOwnSeal(s)).Select(s => s.Name).OfType<string>().Distinct());
        return Outcome.Ok<string?>(names.Length == 0 ? null : names);
    }

    private static Outcome.Failure Refused(string message) => Outcome.Refused(message, Field);
}
