using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;

namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>A card by which a collector shows who they are. Only its number is kept, never a copy.</summary>
public sealed record IdentityKind(string Code, string Name)
{
    public const string Ktp = "KTP";

    public static IReadOnlyList<IdentityKind> All { get; } =
    [
        new(Ktp, "KTP"),
        new("SIM", "SIM"),
        new("Paspor", "Paspor"),
        new("KK", "Kartu Keluarga"),
    ];

    public static bool IsKnown(string code) => All.Any(k => k.Code == code);
}

/// <summary>Who collects the letter, as filled in at the counter.</summary>
public sealed record HandOverInput
{
    /// <summary>Somebody else than the applicant came.</summary>
    public bool IsProxy { get; set; }

    /// <summary>Asked of a proxy only: an applicant who comes in person is already known.</summary>
    public string CollectorName { get; set; } = "";

    public string IdentityKind { get; set; } = Domain.IdentityKind.Ktp;

    public string IdentityNumber { get; set; } = "";

    /// <summary>What the proxy is to the applicant: "penerima kuasa", "anak".</summary>
    public string ProxyRelation { get; set; } = "";

    /// <summary>The power of attorney shown: "Surat kuasa tanggal 23 November 2026".</summary>
    public string ProxyLetter { get; set; } = "";

    /// <summary>Free, and the reason where a card says something else than expected.</summary>
    public string Note { get; set; } = "";

    /// <summary>What is handed over; asked only where the product is made on paper.</summary>
    public string DocumentTitle { get; set; } = "";

    /// <summary>The number written on it; empty where it bears none.</summary>
    public string DocumentNumber { get; set; } = "";
}

/// <summary>What is wrong with a hand-over as typed, in the words shown beside each field.</summary>
public static class HandOverRules
{
    public const int DocumentTitleMaxLength = 200;
    public const int DocumentNumberMaxLength = 100;
    public const int NoteMaxLength = 300;
    public const int ProxyRelationMaxLength = 60;
    public const int ProxyLetterMaxLength = 120;
    public const int IdentityNumberMaxLength = 40;
    private const int ShortestNumber = 4;

    /// <summary>
    /// Refusals in the order of the form. <paramref name="applicantNik"/> is what was recorded at intake, null where there was
    /// none; <paramref name="asksDocument"/>: the product is made on paper, so that its name must be typed.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(HandOverInput input, string? applicantNik, PersonRules.Context context, bool asksDocument = false)
    {
        var refusals = new List<Refusal>();
        if (asksDocument)
        {
            CheckText(input.DocumentTitle, DocumentTitleMaxLength, "Isi nama dokumen yang diserahkan.", "Nama dokumen", nameof(input.DocumentTitle), refusals);
            if (input.DocumentNumber.Trim().Length > DocumentNumberMaxLength)
            {
                refusals.Add(new Refusal($"Nomor dokumen paling banyak {DocumentNumberMaxLength} huruf.", nameof(input.DocumentNumber)));
            }
        }

        if (input.IsProxy)
        {
            CheckProxy(input, refusals);
        }

        CheckIdentity(input, applicantNik, context, refusals);
        if (input.Note.Trim().Length > NoteMaxLength)
        {
            refusals.Add(new Refusal($"Catatan paling banyak {NoteMaxLength} huruf.", nameof(input.Note)));
        }

        return refusals;
    }

    /// <summary>The number as it is stored: a NIK without the spaces and dots it was typed with.</summary>
    public static string StoredNumber(HandOverInput input, PersonRules.Context context) => input.IdentityKind == IdentityKind.Ktp
        ? Nik.Read(input.IdentityNumber, context.Today, context.Regions, context.RegencyCode).Digits
        : input.IdentityNumber.Trim();

    private static void CheckProxy(HandOverInput input, List<Refusal> refusals)
    {
        var name = PersonName.Read(input.CollectorName).Findings.FirstOrDefault(f => f.Level is FindingLevel.Error or FindingLevel.OverridableError);
        if (name is not null)
        {
            refusals.Add(new Refusal(name.Message, nameof(input.CollectorName)));
        }

        CheckText(input.ProxyRelation, ProxyRelationMaxLength, "Isi hubungan dengan pemohon.", "Hubungan", nameof(input.ProxyRelation), refusals);
        CheckText(input.ProxyLetter, ProxyLetterMaxLength, "Isi surat kuasa yang ditunjukkan, misalnya tanggalnya.", "Surat kuasa", nameof(input.ProxyLetter), refusals);
    }

    private static void CheckText(string text, int longest, string empty, string what, string field, List<Refusal> refusals)
    {
        var length = text.Trim().Length;
        if (length == 0)
        {
            refusals.Add(new Refusal(empty, field));
        }
        else if (length > longest)
        {
            refusals.Add(new Refusal($"{what} paling banyak {longest} huruf.", field));
        }
    }

    private static void CheckIdentity(HandOverInput input, string? applicantNik, PersonRules.Context context, List<Refusal> refusals)
    {
        if (!IdentityKind.IsKnown(input.IdentityKind))
        {
            refusals.Add(new Refusal("Pilih jenis identitas.", nameof(input.IdentityKind)));
            return;
        }

        if (input.IdentityKind != IdentityKind.Ktp)
        {
            if (input.IdentityNumber.Trim().Length is < ShortestNumber or > IdentityNumberMaxLength)
            {
                refusals.Add(new Refusal($"Isi nomor identitas, {ShortestNumber} sampai {IdentityNumberMaxLength} huruf atau angka.", nameof(input.IdentityNumber)));
            }

            return;
        }

        var nik = Nik.Read(input.IdentityNumber, context.Today, context.Regions, context.RegencyCode);
        if (!input.IsProxy && applicantNik is not null && nik.Digits == applicantNik)
        {
            // What intake accepted, reason for an irregular NIK included, needs no second reason here.
            return;
        }

        if (nik.Findings.FirstOrDefault(f => f.Level == FindingLevel.Error) is { } error)
        {
            refusals.Add(new Refusal(error.Message, nameof(input.IdentityNumber)));
            return;
        }

        if (input.Note.Trim().Length > 0)
        {
            return;
        }

        if (nik.Findings.Any(f => f.Level == FindingLevel.OverridableError))
        {
            refusals.Add(new Refusal("Tanggal lahir di NIK tidak ada di kalender. Bila KTP memang begitu, isi catatan.", nameof(input.IdentityNumber)));
        }
        else if (!input.IsProxy && applicantNik is not null)
        {
            refusals.Add(new Refusal("NIK ini berbeda dari NIK pemohon yang tercatat. Periksa KTP; bila memang pemohon, isi alasannya di catatan.", nameof(input.IdentityNumber)));
        }
    }
}
