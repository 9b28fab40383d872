using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using PdfSharp.Pdf.Signatures;

namespace DinsosIntranet.Features.Letters.Signing;

/// <summary>
/// Signs with the seal's own certificate and puts in that one only. PDFsharp's signer asks the machine's certificate store
/// for a chain each time, though a self-signed seal has none, and signs once more to learn how long a signature is.
/// </summary>
internal sealed class SealSigner(X509Certificate2 certificate) : IDigitalSigner
{
    /// <summary>Room for everything but the certificate: the longest signature in use (RSA-4096) and the structure around it.</summary>
    private const int RoomBesideCertificate = 1536;

    private static readonly System.Security.Cryptography.Oid Sha256 = new("2.16.840.1.101.3.4.2.1");

    public string CertificateName => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    public Task<int> GetSignatureSizeAsync() => Task.FromResult(certificate.RawDataMemory.Length + RoomBesideCertificate);

    public Task<byte[]> GetSignatureAsync(Stream stream)
    {
        // PDFsharp's stream over the signed ranges can be read and measured, nothing more.
        var content = new byte[stream.Length];
        stream.Position = 0;
        stream.ReadExactly(content);
        var signed = new SignedCms(new ContentInfo(content), detached: true);
        signed.ComputeSignature(new CmsSigner(certificate) { DigestAlgorithm = Sha256, IncludeOption = X509IncludeOption.EndCertOnly });
        return Task.FromResult(signed.Encode());
    }
}
