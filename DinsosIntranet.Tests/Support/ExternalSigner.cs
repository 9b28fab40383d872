using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// Signs a PDF as another program would: by adding to the file (an incremental update), so that the bytes it was given stay
/// in front. Certificates are made for the test and of invented people.
/// </summary>
public static partial class ExternalSigner
{
    private const int RoomForSignature = 8000;

    public static X509Certificate2 Certificate(string name = "Ratna Kusumawardani")
    {
        using var key = RSA.Create(2048);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name);
        subject.AddOrganizationName("Penerbit Contoh");
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    public static byte[] Sign(byte[] pdf, X509Certificate2 certificate)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var (size, root) = (Last(Size(), text), Last(Root(), text));
        var catalogue = Regex.Match(text, $@"(?<![0-9]){root} 0 obj\s*<<(.*?)>>\s*endobj", RegexOptions.Singleline).Groups[1].Value;
        Assert.NotEmpty(catalogue);
        var added = new StringBuilder("\n");
        var offsets = new SortedDictionary<int, int>();

        void Add(int number, string content)
        {
            offsets[number] = pdf.Length + added.Length;
            added.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        Add(size, $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange [0 {"",10} {"",10} {"",10}]/Contents <{new string('0', RoomForSignature)}>>>");
        Add(size + 1, $"<</FT/Sig/Type/Annot/Subtype/Widget/T(TandaTangan)/V {size} 0 R/F 132/Rect[0 0 0 0]>>");
        Add(root, $"<<{catalogue}/AcroForm<</Fields[{size + 1} 0 R]/SigFlags 3>>>>");
        AddEnd(added, pdf.Length, offsets, size + 2, root, Last(StartXref(), text));
        return Seal([.. pdf, .. Encoding.Latin1.GetBytes(added.ToString())], pdf.Length, certificate);
    }

    /// <summary>An update behind the last signature: the objects given, or with /DSS in the catalogue what long-term proofs look like.</summary>
    public static byte[] Append(byte[] pdf, bool proofs, params (int? Number, string Content)[] objects)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var (size, root) = (Last(Size(), text), Last(Root(), text));
        var added = new StringBuilder("\n");
        var offsets = new SortedDictionary<int, int>();
        var next = size;
        foreach (var (number, content) in proofs ? [(null, "<</Type/DSS/Certs[]>>"), .. objects] : objects)
        {
            var taken = number ?? next++;
            offsets[taken] = pdf.Length + added.Length;
            added.Append(CultureInfo.InvariantCulture, $"{taken} 0 obj\n{content}\nendobj\n");
        }

        if (proofs)
        {
            var catalogue = Regex.Matches(text, $@"(?<![0-9]){root} 0 obj\s*<<(.*?)>>\s*endobj", RegexOptions.Singleline)[^1].Groups[1].Value;
            offsets[root] = pdf.Length + added.Length;
            added.Append(CultureInfo.InvariantCulture, $"{root} 0 obj\n<<{catalogue}/DSS {size} 0 R>>\nendobj\n");
        }

        AddEnd(added, pdf.Length, offsets, next, root, Last(StartXref(), text));
        return [.. pdf, .. Encoding.Latin1.GetBytes(added.ToString())];
    }

    private static void AddEnd(StringBuilder added, int before, SortedDictionary<int, int> offsets, int size, int root, int previous)
    {
        var table = before + added.Length;
        added.Append("xref\n");
        foreach (var (number, offset) in offsets)
        {
            added.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n");
        }

        added.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}/Root {root} 0 R/Prev {previous}>>\nstartxref\n{table}\n%%EOF\n");
    }

    private static byte[] Seal(byte[] file, int from, X509Certificate2 certificate)
    {
        var text = Encoding.Latin1.GetString(file);
        var start = text.IndexOf("/Contents <", from, StringComparison.Ordinal) + "/Contents ".Length;
        var end = start + RoomForSignature + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {start,-10} {end,-10} {file.Length - end,-10}]");
        Encoding.Latin1.GetBytes(range).CopyTo(file, text.IndexOf("/ByteRange [", from, StringComparison.Ordinal) + "/ByteRange ".Length);
        var cms = new SignedCms(new ContentInfo([.. file.AsSpan(0, start), .. file.AsSpan(end)]), detached: true);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1") });
        Encoding.Latin1.GetBytes(Convert.ToHexString(cms.Encode())).CopyTo(file, start + 1);
        return file;
    }

    private static int Last(Regex regex, string text) => int.Parse(regex.Matches(text)[^1].Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/Size\s+(?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Size();

    [GeneratedRegex(@"/Root\s+(?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"startxref\s+(?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartXref();
}
