using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace DinsosIntranet.Features.Letters.Signing;

/// <summary>
/// Checks the signatures of a PDF against its bytes. The gap a signature leaves out of its range may hold its own
/// hexadecimal value and nothing else, or text could be slipped in there.
/// </summary>
internal static partial class PdfSignatures
{
    /// <summary>A paper has one or two signatures; a file with many more is built to keep us busy.</summary>
    private const int MostSignatures = 20;
    private static readonly string[] RangeParts = ["start", "first", "second", "rest"];

    public static (SealState State, bool HasAdditions, long Covered, IReadOnlyList<PdfSigner> Signers) Check(byte[] bytes)
    {
        var matches = ByteRange().Matches(Encoding.Latin1.GetString(bytes)).Take(MostSignatures + 1).ToList();
        if (matches.Count == 0)
        {
            return (SealState.None, false, 0, []);
        }

        if (matches.Count > MostSignatures)
        {
            return (SealState.Altered, false, 0, []);
        }

        var signers = new List<PdfSigner>();
        var (allFit, covered) = (true, 0L);
        foreach (var match in matches)
        {
            var range = RangeParts.Select(part => Number(match.Groups[part].Value)).ToArray();
            var (signer, fits) = SignatureOver(bytes, range);
            allFit &= fits;
            covered = fits ? Math.Max(covered, range[2] + range[3]) : covered;
            if (signer is { Subject.Length: > 0 })
            {
                signers.Add(signer);
            }
        }

        var hasAdditions = allFit && !OnlyLineEnds(bytes, covered);
        return (allFit && !hasAdditions ? SealState.Intact : SealState.Altered, hasAdditions, covered, signers);
    }

    private static long Number(string digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static bool OnlyLineEnds(byte[] bytes, long from) => bytes.AsSpan((int)from).IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0;

    /// <summary>Who signed, and whether the signature fits the range; who is said to have signed is told where it does not fit too.</summary>
    private static (PdfSigner? Signer, bool Fits) SignatureOver(byte[] bytes, long[] range)
    {
        var (start, firstLength, second, secondLength) = (range[0], range[1], range[2], range[3]);
        if (start != 0 || firstLength <= 0 || second <= firstLength + 1 || secondLength <= 0
            || second > bytes.Length || secondLength > bytes.Length - second)
        {
            return (null, false);
        }

        var gap = bytes.AsSpan((int)firstLength, (int)(second - firstLength));
        if (gap[0] != '<' || gap[^1] != '>')
        {
            return (null, false);
        }

        try
        {
            var padded = Convert.FromHexString(Encoding.Latin1.GetString(gap[1..^1]));
            AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.BER, out _, out _, out var length);
            if (padded.AsSpan(length).IndexOfAnyExcept((byte)0) >= 0)
            {
                return (null, false);
            }

            var signedBytes = new byte[firstLength + secondLength];
            bytes.AsSpan(0, (int)firstLength).CopyTo(signedBytes);
            bytes.AsSpan((int)second, (int)secondLength).CopyTo(signedBytes.AsSpan((int)firstLength));
            return SignerOf(padded.AsSpan(0, length).ToArray(), signedBytes);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or AsnContentException or ArgumentException or InvalidOperationException)
        {
            return (null, false);
        }
    }

    private static (PdfSigner? Signer, bool Fits) SignerOf(byte[] cms, byte[] signedBytes)
    {
        if (Rfc3161TimestampToken.TryDecode(cms, out var token, out _))
        {
            return token.VerifySignatureForData(signedBytes, out var authority) ? (Describe(authority), true) : (null, false);
        }

        if (BringsItsOwnContent(cms))
        {
            return (null, false);
        }

        var signed = new SignedCms(new ContentInfo(signedBytes), detached: true);
        signed.Decode(cms);
        if (signed.SignerInfos.Count is 0 or > MostSignatures)
        {
            return (null, false);
        }

        var signer = Describe(signed.SignerInfos[0].Certificate);
        try
        {
            signed.CheckSignature(verifySignatureOnly: true);
            return (signer, true);
        }
        catch (CryptographicException)
        {
            return (signer, false);
        }
    }

    /// <summary>A signature that carries the words it signs would be checked against those, not against the file.</summary>
    private static bool BringsItsOwnContent(byte[] cms)
    {
        var probe = new SignedCms();
        probe.Decode(cms);
        return probe.ContentInfo.Content.Length > 0;
    }

    private static PdfSigner Describe(X509Certificate2? certificate) => certificate is null
        ? new PdfSigner("", "")
        : new PdfSigner(certificate.Subject, certificate.GetCertHashString(HashAlgorithmName.SHA256));

    [GeneratedRegex(@"/ByteRange\s{0,9}\[\s{0,9}(?<start>\d{1,18})\s{1,9}(?<first>\d{1,18})\s{1,9}(?<second>\d{1,18})\s{1,9}(?<rest>\d{1,18})\s{0,99}\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ByteRange();
}
