using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DinsosIntranet.Shared.Keys;

/// <summary>The encrypted form in which keys leave the machine: PBKDF2 over the passphrase, then AES-256-GCM.</summary>
internal static class KeyExport
{
    public const int MinimumPassphrase = 12;
    private const string Format = "dinsos-kunci-1";

    // OWASP asks for 210,000 rounds with SHA-512. An export is written a few times a year, so more costs nobody anything.
    private const int Iterations = 600_000;
    private const int MinimumIterations = 210_000;
    private const int MaximumIterations = 10_000_000;
    private const int MaximumLength = 4 * 1024 * 1024;
    private const int TagLength = 16;

    public static void Write(Stream target, string passphrase, KeyExportContent content)
    {
        if (passphrase.Length < MinimumPassphrase)
        {
            throw new ArgumentException($"Frasa sandi paling sedikit {MinimumPassphrase} huruf.", nameof(passphrase));
        }

        var plain = JsonSerializer.SerializeToUtf8Bytes(content);
        var salt = RandomNumberGenerator.GetBytes(32);
        var nonce = RandomNumberGenerator.GetBytes(12);
        var data = new byte[plain.Length];
        var tag = new byte[TagLength];
        var key = Derive(passphrase, salt, Iterations);
        using (var aes = new AesGcm(key, TagLength))
        {
            aes.Encrypt(nonce, plain, data, tag, Associated(Iterations, salt));
        }

        CryptographicOperations.ZeroMemory(plain);
        CryptographicOperations.ZeroMemory(key);
        JsonSerializer.Serialize(target, new Sealed(Format, Iterations, salt, nonce, tag, data));
    }

    public static KeyExportContent Read(Stream source, string passphrase)
    {
        var export = ReadSealed(source);
        var plain = new byte[export.Data.Length];
        var key = Derive(passphrase, export.Salt, export.Iterations);
        try
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(export.Nonce, export.Data, export.Tag, plain, Associated(export.Iterations, export.Salt));
            return JsonSerializer.Deserialize<KeyExportContent>(plain) ?? throw new KeyRingException("Ekspor kunci kosong.");
        }
        catch (AuthenticationTagMismatchException problem)
        {
            throw new KeyRingException("Frasa sandi salah, atau ekspor kunci rusak.", problem);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static Sealed ReadSealed(Stream source)
    {
        using var buffer = new MemoryStream();
        var block = new byte[16 * 1024];
        int read;
        while ((read = source.Read(block)) > 0)
        {
            buffer.Write(block, 0, read);
            if (buffer.Length > MaximumLength)
            {
                throw new KeyRingException("Berkas ini bukan ekspor kunci.");
            }
        }

        try
        {
            var export = JsonSerializer.Deserialize<Sealed>(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            // The bounds keep a forged export from weakening the derivation or from keeping a processor busy for hours.
            return export is { Format: Format, Iterations: >= MinimumIterations and <= MaximumIterations, Salt.Length: >= 16, Nonce.Length: 12, Tag.Length: TagLength, Data: not null }
                ? export
                : throw new KeyRingException("Berkas ini bukan ekspor kunci.");
        }
        catch (JsonException problem)
        {
            throw new KeyRingException("Berkas ini bukan ekspor kunci.", problem);
        }
    }

    private static byte[] Derive(string passphrase, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC)), salt, iterations, HashAlgorithmName.SHA512, 32);

    private static byte[] Associated(int iterations, byte[] salt) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Format}|{iterations}|{Convert.ToHexStringLower(salt)}"));

    private sealed record Sealed(string Format, int Iterations, byte[] Salt, byte[] Nonce, byte[] Tag, byte[] Data);
}
