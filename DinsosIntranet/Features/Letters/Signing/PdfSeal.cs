using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DinsosIntranet.Features.Letters.Toolkit;
using PdfSharp.Drawing;
using PdfSharp.Pdf.IO;
using PdfSharp.Pdf.Signatures;

namespace DinsosIntranet.Features.Letters.Signing;

/// <summary>
/// Seals a PDF with the agency's own key, so that any later change shows. It is no certified electronic signature, and the
/// seal says so itself.
/// </summary>
public static class PdfSeal
{
    /// <summary>The reason written into every seal.</summary>
    public const string Reason = "Segel keutuhan dokumen dari sistem internal. Bukan tanda tangan elektronik tersertifikasi BSrE.";

    /// <summary>
    /// The sealed document. A document that carries a signature already is refused: saving it again would break that one.
    /// </summary>
    public static byte[] Seal(byte[] pdf, X509Certificate2 certificate, string location)
    {
        if (pdf.AsSpan().IndexOf("/ByteRange"u8) >= 0 && PdfInspection.Of(pdf).Seal != SealState.None)
        {
            throw new InvalidOperationException("The document is signed already.");
        }

        PdfFonts.Register();
        using var source = new MemoryStream(pdf, writable: false);
        using var document = PdfReader.Open(source, PdfDocumentOpenMode.Modify);
        DigitalSignatureHandler.ForDocument(document, new SealSigner(certificate), new DigitalSignatureOptions
        {
            Reason = Reason,
            Location = location,
            AppName = "DinsosIntranet",
            PageIndex = 0,
            Rectangle = new XRect(0, 0, 0, 0),
        });
        using var sealedPdf = new MemoryStream();
        document.Save(sealedPdf, closeStream: false);
        return sealedPdf.ToArray();
    }

    /// <summary>A self-signed certificate with a fresh P-256 key, for an agency that has none.</summary>
    public static X509Certificate2 CreateCertificate(string agencyName, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName("Segel " + agencyName);
        name.AddOrganizationName(agencyName);
        name.AddCountryOrRegion("ID");
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(notBefore, notAfter);
    }
}
