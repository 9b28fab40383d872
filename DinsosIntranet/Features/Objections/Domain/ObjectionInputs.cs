using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Objections.Domain;

/// <summary>What an objection is checked against: the request, the days of the law, today.</summary>
public sealed record LodgingFacts(IReadOnlyList<GroundFit> Grounds, ObjectionTimes Times, DateOnly Today, WorkCalendar Calendar);

/// <summary>An objection as typed at the counter. What it says of a proxy stays typed and is not looked at while there is none.</summary>
public sealed record ObjectionInput
{
    public DateOnly? ReceivedOn { get; set; }

    public HashSet<string> Grounds { get; set; } = [];

    public string CaseText { get; set; } = "";

    public string Purpose { get; set; } = "";

    public bool HasProxy { get; set; }

    public string ProxyName { get; set; } = "";

    public string ProxyAddress { get; set; } = "";

    public string ProxyIdentity { get; set; } = "";

    public string ProxyLetter { get; set; } = "";

    /// <summary>What stands in the way of registering it, in the order of the form.</summary>
    public IReadOnlyList<Refusal> Check(LodgingFacts facts)
    {
        var refusals = new List<Refusal>();
        if (ReceivedOn is not { } received || received == IndonesianDates.Unreadable)
        {
            refusals.Add(new Refusal("Isi tanggal keberatan tertulis diterima.", nameof(ReceivedOn)));
        }
        else if (received > facts.Today)
        {
            refusals.Add(new Refusal("Tanggal diterima tidak boleh setelah hari ini.", nameof(ReceivedOn)));
        }
        else
        {
            CheckGrounds(refusals, facts, received);
        }

        Texts.Require(refusals, CaseText, "Isi kasus posisi: apa yang terjadi menurut pemohon.", nameof(CaseText), Objection.CaseMaxLength);
        Texts.Require(refusals, Purpose, "Isi tujuan penggunaan informasi.", nameof(Purpose), Objection.PurposeMaxLength);
        if (HasProxy)
        {
            refusals.AddRange(PersonName.Read(ProxyName).Findings
                .Where(f => f.Level is FindingLevel.Error or FindingLevel.OverridableError)
                .Select(f => new Refusal(f.Message, nameof(ProxyName))));
            Texts.Require(refusals, ProxyAddress, "Isi alamat penerima kuasa.", nameof(ProxyAddress), Objection.AddressMaxLength);
            Texts.Require(refusals, ProxyIdentity, "Isi nomor KTP penerima kuasa.", nameof(ProxyIdentity), Objection.IdentityMaxLength);
            Texts.Require(refusals, ProxyLetter, "Isi nomor atau tanggal surat kuasa.", nameof(ProxyLetter), Objection.AuthorityMaxLength);
        }

        return refusals;
    }

    private void CheckGrounds(List<Refusal> refusals, LodgingFacts facts, DateOnly received)
    {
        if (Grounds.Count == 0)
        {
            refusals.Add(new Refusal("Pilih paling sedikit satu alasan keberatan.", nameof(Grounds)));
        }

        foreach (var code in Grounds.Order(StringComparer.Ordinal))
        {
            var fit = facts.Grounds.FirstOrDefault(g => g.Code == code);
            var message = fit is null ? "Alasan tidak dikenal. Muat ulang halaman."
                : fit.ArisesOn is not { } arises ? $"Huruf {code} tidak sesuai keadaan permohonan. {fit.WhyNot}"
                : received < arises ? $"Huruf {code} baru timbul {IndonesianDates.Letter(arises)}, setelah tanggal keberatan diterima."
                : LateMessage(code, ObjectionGrounds.LodgeBy(arises, facts.Times.LodgeWithin, facts.Calendar), received, facts.Times.LodgeWithin);
            if (message is not null)
            {
                refusals.Add(new Refusal(message, nameof(Grounds)));
                return;
            }
        }
    }

    private static string? LateMessage(string code, DateOnly last, DateOnly received, int days) => received > last
        ? $"Keberatan dengan alasan huruf {code} diajukan paling lambat {days} hari kerja setelah alasannya timbul, yaitu {IndonesianDates.Long(last)}. Waktu itu sudah lewat; beri tahu pemohon."
        : null;
}

/// <summary>What the superior decides.</summary>
public sealed record ObjectionVerdict
{
    public ObjectionDecision? Decision { get; set; }

    public string Reason { get; set; } = "";

    public int? ProvideDays { get; set; } = 5;

    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (Decision is null)
        {
            refusals.Add(new Refusal("Pilih putusan.", nameof(Decision)));
        }

        Texts.Require(refusals, Reason, "Isi pertimbangan: pemohon membacanya di surat tanggapan.", nameof(Reason), Objection.ReasonMaxLength);
        if (Decision is ObjectionDecision.Accepted or ObjectionDecision.AcceptedInPart && ProvideDays is not (>= 1 and <= Objection.MostProvideDays))
        {
            refusals.Add(new Refusal($"Isi 1 sampai {Objection.MostProvideDays} hari kerja.", nameof(ProvideDays)));
        }

        return refusals;
    }
}

/// <summary>What a superior outside the agency decided, as it stands in the answer signed there.</summary>
public sealed record OutsideAnswerInput
{
    public ObjectionVerdict Verdict { get; set; } = new();

    public string SuperiorName { get; set; } = "";

    public string SuperiorTitle { get; set; } = "";

    public string LetterNumber { get; set; } = "";

    public DateOnly? LetterDate { get; set; }

    public const int NumberMaxLength = 80;
    public const int NameMaxLength = 100;
    public const int TitleMaxLength = 120;

    public IReadOnlyList<Refusal> Check(DateOnly received, DateOnly today)
    {
        var refusals = new List<Refusal>();
        Texts.Require(refusals, SuperiorName, "Isi nama atasan yang memutus.", nameof(SuperiorName), NameMaxLength);
        Texts.Require(refusals, SuperiorTitle, "Isi jabatan atasan yang memutus.", nameof(SuperiorTitle), TitleMaxLength);
        refusals.AddRange(Verdict.Check());
        Texts.Require(refusals, LetterNumber, "Isi nomor surat tanggapan.", nameof(LetterNumber), NumberMaxLength);
        if (LetterDate is not { } dated || dated == IndonesianDates.Unreadable)
        {
            refusals.Add(new Refusal("Isi tanggal surat tanggapan.", nameof(LetterDate)));
        }
        else if (dated < received || dated > today)
        {
            refusals.Add(new Refusal("Tanggal surat harus antara tanggal keberatan diterima dan hari ini.", nameof(LetterDate)));
        }

        return refusals;
    }
}

internal static class Texts
{
    public static void Require(List<Refusal> refusals, string text, string missing, string field, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            refusals.Add(new Refusal(missing, field));
        }
        else if (text.Length > most)
        {
            refusals.Add(new Refusal($"Paling banyak {most} huruf.", field));
        }
    }
}
