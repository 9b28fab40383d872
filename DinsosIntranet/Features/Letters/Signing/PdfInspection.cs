using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DinsosIntranet.Features.Letters.Signing;

public enum SealState
{
    /// <summary>No signature in the file.</summary>
    None,

    /// <summary>Every signature fits, and the last one covers the whole file.</summary>
    Intact,

    /// <summary>A signature does not fit, or something was added behind the last one.</summary>
    Altered,
}

/// <summary>
/// Who signed, as the certificate in the signature says. Anybody can make a certificate of any name: a seal is the agency's
/// only where the thumbprint is that of a certificate it knows.
/// </summary>
public sealed record PdfSigner(string Subject, string Sha256Thumbprint)
{
    private const string CommonName = "2.5.4.3";

    /// <summary>The name alone (CN); null where the certificate has none that can be read.</summary>
    public string? Name
    {
        get
        {
            try
            {
                return new X500DistinguishedName(Subject).EnumerateRelativeDistinguishedNames()
                    .FirstOrDefault(n => !n.HasMultipleElements && n.GetSingleElementType().Value == CommonName)?.GetSingleElementValue()?.Trim() is { Length: > 0 } name ? name : null;
            }
            catch (CryptographicException)
            {
                return null;
            }
        }
    }
}

/// <summary>
/// What can be said about the bytes of an alleged PDF. Looks at them with scans of its own and never recurses, unpacks
/// without bound or throws: the bytes come from outside.
/// </summary>
public sealed record PdfInspection(bool IsPdf, int PageCount, SealState Seal, bool HasAdditions, long Covered, IReadOnlyList<PdfSigner> Signers)
{
    /// <summary>
    /// <see cref="HasAdditions"/> tells the two kinds of <see cref="SealState.Altered"/> apart: true where the signatures
    /// fit but the file goes on behind them, as it does when a signing service adds long-term proofs. The signers of an
    /// altered file are those it claims: nobody vouches for what it says now. <see cref="Covered"/> is how many bytes from
    /// the beginning the signatures that fit vouch for.
    /// </summary>
    public static PdfInspection Of(byte[] bytes)
    {
        try
        {
            var pages = PdfPageCount.Of(bytes);
            var (seal, hasAdditions, covered, signers) = PdfSignatures.Check(bytes);
            return new PdfInspection(pages > 0, pages, seal, hasAdditions, covered, signers);
        }
#pragma warning disable CA1031 // Last line of defence: whatever a hostile file provokes, it is not a readable PDF.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new PdfInspection(IsPdf: false, PageCount: 0, SealState.None, HasAdditions: false, Covered: 0, []);
        }
    }
}
