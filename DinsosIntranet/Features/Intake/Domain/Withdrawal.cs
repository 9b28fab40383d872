using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;

namespace DinsosIntranet.Features.Intake.Domain;

public enum WithdrawalAsker
{
    Applicant,
    /// <summary>Somebody the applicant sent, known by a card they showed.</summary>
    Proxy,
}

/// <summary>That the applicant took a request back: who asked for it and why. Of a proxy the name and the card shown are kept, never a copy.</summary>
public sealed class Withdrawal
{
    public const int ReasonMaxLength = 300;

    public required Guid RequestId { get; init; }

    public required DateTime At { get; init; }

    public required Guid ByUserId { get; init; }

    public required WithdrawalAsker AskedBy { get; init; }

    public required string Reason { get; init; }

    public string? ProxyName { get; init; }

    /// <summary>What the proxy is to the applicant: "anak", "penerima kuasa".</summary>
    public string? ProxyRelation { get; init; }

    public string? IdentityKind { get; init; }

    public string? IdentityNumber { get; init; }
}

/// <summary>A withdrawal as filled in by whoever records it.</summary>
public sealed record WithdrawalInput
{
    /// <summary>Null until one is chosen.</summary>
    public WithdrawalAsker? AskedBy { get; set; }

    public string ProxyName { get; set; } = "";

    public string ProxyRelation { get; set; } = "";

    public string IdentityKind { get; set; } = Domain.IdentityKind.Ktp;

    public string IdentityNumber { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>Asked where an issued letter is revoked with it.</summary>
    public string Password { get; set; } = "";
}

/// <summary>A letter that has its number and still holds, as far as a withdrawal must know it.</summary>
public sealed record NumberedLetter(Guid Id, string Number, LetterStatus Status, Guid? SignerUserId, string? SignerText)
{
    public bool IsIssued => Status == LetterStatus.Issued;
}

/// <summary>Who may record a withdrawal, and what is needed for it; null means yes. The page asks to explain, the service to refuse.</summary>
public static class WithdrawalRules
{
    private const int ShortestNumber = 4;

    /// <summary>
    /// A number that was allotted is voided with the withdrawal, and an issued letter revoked: by those who may do that to
    /// this letter. The counter may withdraw what has no number yet.
    /// </summary>
    public static Refusal? CanWithdraw(WorkItem item, string unitCode, bool takesIn, IReadOnlyList<NumberedLetter> letters, bool isHandedOver, Actor actor)
    {
        if (isHandedOver)
        {
            return new Refusal("Suratnya sudah diserahkan, jadi permohonan ini tidak dapat ditarik lagi. Bila suratnya salah, cabut atau ganti suratnya.");
        }

        if (DeskRules.CanWithdraw(item, unitCode, takesIn, actor) is { } refusal)
        {
            return refusal;
        }

        foreach (var letter in letters)
        {
            if (letter.IsIssued && !LetterRules.MayRevoke(letter.SignerUserId, actor))
            {
                return new Refusal($"Surat {letter.Number} sudah terbit dan ikut dicabut. Penarikannya dicatat oleh penanda tangannya ({letter.SignerText}) atau Kepala Dinas.");
            }

            if (!letter.IsIssued && !LetterRules.MayVoid(letter.SignerUserId, actor))
            {
                return new Refusal($"Surat {letter.Number} sudah bernomor dan nomornya ikut dibatalkan. Penarikannya dicatat oleh sekretariat atau penanda tangannya ({letter.SignerText}).");
            }
        }

        return null;
    }

    /// <summary>Refusals in the order of the form.</summary>
    public static IReadOnlyList<Refusal> Check(WithdrawalInput input, PersonRules.Context context)
    {
        var refusals = new List<Refusal>();
        if (input.AskedBy is null)
        {
            refusals.Add(new Refusal("Pilih siapa yang meminta.", nameof(input.AskedBy)));
        }
        else if (input.AskedBy == WithdrawalAsker.Proxy)
        {
            CheckProxy(input, context, refusals);
        }

        switch (input.Reason.Trim().Length)
        {
            case 0:
                refusals.Add(new Refusal("Isi alasan penarikan.", nameof(input.Reason)));
                break;
            case > Withdrawal.ReasonMaxLength:
                refusals.Add(new Refusal($"Alasan paling banyak {Withdrawal.ReasonMaxLength} huruf.", nameof(input.Reason)));
                break;
        }

        return refusals;
    }

    /// <summary>The number as it is stored: a NIK without the spaces and dots it was typed with.</summary>
    public static string StoredNumber(WithdrawalInput input) => input.IdentityKind == IdentityKind.Ktp ? IdentityDigits.Strip(input.IdentityNumber) : input.IdentityNumber.Trim();

    private static void CheckProxy(WithdrawalInput input, PersonRules.Context context, List<Refusal> refusals)
    {
        if (PersonName.Read(input.ProxyName).Findings.FirstOrDefault(f => f.Level is FindingLevel.Error or FindingLevel.OverridableError) is { } name)
        {
            refusals.Add(new Refusal(name.Message, nameof(input.ProxyName)));
        }

        if (input.ProxyRelation.Trim().Length is 0 or > HandOverRules.ProxyRelationMaxLength)
        {
            refusals.Add(new Refusal($"Isi hubungan dengan pemohon, paling banyak {HandOverRules.ProxyRelationMaxLength} huruf.", nameof(input.ProxyRelation)));
        }

        if (!IdentityKind.IsKnown(input.IdentityKind))
        {
            refusals.Add(new Refusal("Pilih jenis identitas.", nameof(input.IdentityKind)));
        }
        else if (input.IdentityKind != IdentityKind.Ktp)
        {
            if (input.IdentityNumber.Trim().Length is < ShortestNumber or > HandOverRules.IdentityNumberMaxLength)
            {
                refusals.Add(new Refusal($"Isi nomor identitas, {ShortestNumber} sampai {HandOverRules.IdentityNumberMaxLength} huruf atau angka.", nameof(input.IdentityNumber)));
            }
        }
        else if (Nik.Read(input.IdentityNumber, context.Today, context.Regions, context.RegencyCode).Findings.FirstOrDefault(f => f.Level == FindingLevel.Error) is { } error)
        {
            refusals.Add(new Refusal(error.Message, nameof(input.IdentityNumber)));
        }
    }
}
