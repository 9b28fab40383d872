using System.Security.Cryptography.X509Certificates;
using DinsosIntranet.Features.Letters.Signing;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Letters;

/// <summary>
/// The agency's X.509 certificate for "segel dinas", kept beside the other keys. Made by the program itself where the
/// agency puts none there: it proves that a file is unchanged, not who the State says signed it.
/// </summary>
public sealed class SealCertificate(IOptions<KeyRingOptions> options, TimeProvider time) : IDisposable
{
    public const string FileName = "segel.pfx";
    private const int YearsValid = 10;

    private readonly Lock _lock = new();
    private X509Certificate2? _certificate;

    public X509Certificate2 Get(string agencyName)
    {
        lock (_lock)
        {
            return _certificate ??= LoadOrCreate(agencyName);
        }
    }

    /// <summary>SHA-256 of the certificate in lower-case hex.</summary>
    public string Thumbprint(string agencyName) => Convert.ToHexStringLower(Get(agencyName).GetCertHash(System.Security.Cryptography.HashAlgorithmName.SHA256));

    public void Dispose() => _certificate?.Dispose();

    private X509Certificate2 LoadOrCreate(string agencyName)
    {
        var path = Path.Combine(options.Value.Folder, FileName);
        if (!File.Exists(path))
        {
            var now = time.GetUtcNow();
            using var created = PdfSeal.CreateCertificate(agencyName, now.AddDays(-1), now.AddYears(YearsValid));
            AtomicFile.Write(path, created.Export(X509ContentType.Pkcs12));
        }

        return X509CertificateLoader.LoadPkcs12FromFile(path, null, X509KeyStorageFlags.EphemeralKeySet);
    }
}
