using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

public sealed partial class CorrectionService
{
    /// <summary>The capability whose certificates name a purpose.</summary>
    private const string PurposeCapability = "Dtks";

    /// <summary>The page leads from here to the merge.</summary>
    public const string TakenNik = "NIK ini sudah tercatat pada orang lain. Periksa KTP-nya; bila orangnya sama, gabungkan kedua datanya dulu.";

    private async Task<IReadOnlyList<Refusal>> CheckAsync(WriteScope scope, CorrectRequest command, Found found, CorrectionData before, CancellationToken cancellationToken)
    {
        var after = command.Corrected;
        var refusals = new List<Refusal>();
        var context = await persons.ContextAsync(scope.Now, cancellationToken);
        refusals.AddRange(PersonRules.Check(after.Applicant, nameof(after.Applicant) + ".", context));
        if (after.IsForOther)
        {
            refusals.AddRange(PersonRules.Check(after.Subject, nameof(after.Subject) + ".", context));
            Require(refusals, after.Relation.Trim().Length is 0 or > ServiceRequest.RelationMaxLength, "Pilih hubungan dengan pemohon.", nameof(after.Relation));
            Require(
                refusals,
                after.Subject.PersonId is not null && after.Subject.PersonId == after.Applicant.PersonId,
                "Yang bersangkutan adalah pemohonnya. Pilih Pemohon sendiri.",
                nameof(after.Subject) + "." + nameof(PersonInput.Name));
        }

        await CheckPersonsAsync(scope, found, after, refusals, cancellationToken);
        await CheckNikFreeAsync(scope, before, after, refusals, cancellationToken);
        await CheckEntriesAsync(scope, found, before, after, refusals, cancellationToken);
        CheckReason(command.Reason, refusals);
        if (refusals.Count == 0 && Corrections.Summary(before, after) is null)
        {
            refusals.Add(new Refusal("Belum ada yang diubah."));
        }

        return refusals;
    }

    private static void CheckReason(string reason, List<Refusal> refusals)
    {
        Require(refusals, string.IsNullOrWhiteSpace(reason), "Isi alasan perbaikan.", nameof(CorrectRequest.Reason));
        Require(refusals, reason.Trim().Length > CorrectionRules.ReasonMaxLength, $"Alasan paling banyak {CorrectionRules.ReasonMaxLength} huruf.", nameof(CorrectRequest.Reason));
    }

    /// <summary>Another known person can be put in by those who may search for persons; the desk corrects the ones of the request.</summary>
    private static async Task CheckPersonsAsync(WriteScope scope, Found found, CorrectionData after, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        (Guid? Id, string Field)[] named =
        [
            (after.Applicant.PersonId, nameof(after.Applicant)),
            (after.IsForOther ? after.Subject.PersonId : null, nameof(after.Subject)),
        ];
        foreach (var (id, field) in named)
        {
            if (id is null || id == found.Request.ApplicantId || id == found.Request.SubjectId)
            {
                continue;
            }

            var isKnown = RequestAccess.MayRegister(scope.Actor) && await scope.Db.Persons.AnyAsync(p => p.Id == id && p.MergedIntoId == null && !p.IsPlaceholder, cancellationToken);
            Require(refusals, !isKnown, "Data orang ini tidak ada lagi. Cari lagi.", $"{field}.{nameof(PersonInput.Nik)}");
        }
    }

    /// <summary>A NIK newly given to somebody that another person has already: one of the two is entered twice, or it is wrong.</summary>
    private static async Task CheckNikFreeAsync(WriteScope scope, CorrectionData before, CorrectionData after, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        (PersonInput Person, bool IsOther, string Field)[] given =
        [
            (after.Applicant, PersonParticulars.Nik.Value(before.Applicant) != PersonParticulars.Nik.Value(after.Applicant), nameof(after.Applicant)),
            (after.Subject, after.IsForOther && PersonParticulars.Nik.Value(before.Subject) != PersonParticulars.Nik.Value(after.Subject), nameof(after.Subject)),
        ];
        foreach (var (person, isOther, field) in given)
        {
            var nik = IdentityDigits.Strip(person.Nik);
            if (isOther && nik.Length > 0 && await scope.Db.Persons.AnyAsync(p => p.Nik == nik && p.Id != person.PersonId && p.MergedIntoId == null, cancellationToken))
            {
                refusals.Add(new Refusal(TakenNik, $"{field}.{nameof(PersonInput.Nik)}"));
            }
        }
    }

    private async Task CheckEntriesAsync(WriteScope scope, Found found, CorrectionData before, CorrectionData after, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        var standard = found.Work.Standard;
        var channel = standard.Channels.FirstOrDefault(c => c.Code == after.ChannelCode);
        if (channel is null)
        {
            refusals.Add(new Refusal("Pilih saluran.", nameof(after.ChannelCode)));
        }
        else if (channel.EntryStep != standard.Channel(before.ChannelCode).EntryStep)
        {
            refusals.Add(new Refusal("Saluran ini mulai dari langkah lain. Catat penarikannya dan daftarkan permohonan baru.", nameof(after.ChannelCode)));
        }

        if (actions.Uses(standard, PurposeCapability) && after.PurposeCode != before.PurposeCode
            && !await scope.Db.CertificatePurposes.AnyAsync(p => p.Code == after.PurposeCode && p.RetiredAt == null, cancellationToken))
        {
            refusals.Add(new Refusal("Pilih tujuan penggunaan.", nameof(after.PurposeCode)));
        }

        if (found.IsWaiting && channel is not null && standard.RequirementsOf(channel.Code).Where(r => r.Mandatory).All(r => after.Present.Contains(r.Code)))
        {
            refusals.Add(new Refusal("Semua persyaratan wajib ada. Selesaikan di langkah penerimaan, supaya jam layanan mulai.", nameof(after.Present)));
        }

        CheckTimes(scope, found, before, after, refusals);
        await CheckGuestAsync(scope, found, before, after, refusals, cancellationToken);
        await CheckNumberedAsync(scope, found, before, after, refusals, cancellationToken);
    }

    /// <summary>What starts the clocks: never in the future, not after the registration, and complete not before it came.</summary>
    private static void CheckTimes(WriteScope scope, Found found, CorrectionData before, CorrectionData after, List<Refusal> refusals)
    {
        var (isOtherReceived, isOtherCompleted) = (Corrections.IsOtherReceived(before, after), Corrections.IsOtherCompleted(before, after));
        if (!isOtherReceived && !isOtherCompleted)
        {
            return;
        }

        if (!CorrectionRules.MayCorrectTimes(found.Work.Standard.Unit, scope.Actor))
        {
            refusals.Add(new Refusal("Waktu diterima dan lengkap diperbaiki oleh sekretariat atau kepala yang membawahinya.", isOtherReceived ? nameof(after.Received) : nameof(after.Completed)));
            return;
        }

        var zone = found.Work.Agency.Zone;
        var received = isOtherReceived ? IndonesianDates.ReadWithTime(after.Received, zone) : found.Request.ReceivedAt;
        var completed = isOtherCompleted ? IndonesianDates.ReadWithTime(after.Completed, zone) : found.Request.CompletedAt;
        if (received is not { } came)
        {
            refusals.Add(new Refusal("Tulis tanggal dan jam, misalnya 23/11/2026 09.40.", nameof(after.Received)));
            return;
        }

        Require(refusals, isOtherReceived && came > found.Work.Item.OpenedAt, "Permohonan tidak mungkin diterima sesudah didaftarkan.", nameof(after.Received));
        Require(
            refusals,
            isOtherReceived && came < found.Work.Item.OpenedAt.AddDays(-CorrectionRules.LongestBeforeRegistering),
            $"Paling lama {CorrectionRules.LongestBeforeRegistering} hari sebelum didaftarkan. Periksa tanggalnya.",
            nameof(after.Received));
        if (found.Request.CompletedAt is null)
        {
            Require(refusals, isOtherCompleted, "Berkas belum lengkap. Selesaikan di langkah penerimaan, supaya jam layanan mulai.", nameof(after.Completed));
            return;
        }

        Require(refusals, completed is null, "Tulis tanggal dan jam, misalnya 23/11/2026 09.40.", nameof(after.Completed));
        Require(refusals, completed > (found.Work.Item.ClosedAt ?? scope.Now), "Waktu lengkap belum terjadi, atau sesudah permohonan berakhir. Periksa lagi.", nameof(after.Completed));
        Require(refusals, completed < came, "Berkas tidak mungkin lengkap sebelum diterima.", isOtherCompleted ? nameof(after.Completed) : nameof(after.Received));
    }

    private static async Task CheckGuestAsync(WriteScope scope, Found found, CorrectionData before, CorrectionData after, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (after.GuestId == before.GuestId)
        {
            return;
        }

        if (!RequestAccess.MayRegister(scope.Actor))
        {
            refusals.Add(new Refusal("Buku tamu diperbaiki oleh Front Office.", nameof(after.GuestId)));
        }
        else if (after.GuestId is { } guestId
            && !await scope.Db.GuestBookEntries.AnyAsync(g => g.Id == guestId && (g.RequestId == null || g.RequestId == found.Request.Id), cancellationToken))
        {
            refusals.Add(new Refusal("Tamu ini tidak ada, atau sudah punya permohonan lain.", nameof(after.GuestId)));
        }
    }

    /// <summary>A letter on its way out was made for this identity and purpose: it must be called back before they change.</summary>
    private static async Task CheckNumberedAsync(WriteScope scope, Found found, CorrectionData before, CorrectionData after, List<Refusal> refusals, CancellationToken cancellationToken)
    {
        var hasAnotherIdentity = Corrections.ChangeIdentity(before, after);
        if (!found.Work.Item.IsOpen || (!hasAnotherIdentity && after.PurposeCode == before.PurposeCode))
        {
            return;
        }

        var number = await NumberedLetters(scope.Db, found.Request.Id).Select(l => l.Number).FirstOrDefaultAsync(cancellationToken);
        if (number is not null)
        {
            var field = !hasAnotherIdentity ? nameof(after.PurposeCode) : $"{(after.IsForOther ? nameof(after.Subject) : nameof(after.Applicant))}.{nameof(PersonInput.Nik)}";
            refusals.Add(new Refusal($"Surat {number} sudah bernomor dengan data lama. Batalkan nomornya atau cabut suratnya dulu, di halaman surat itu.", field));
        }
    }

    /// <summary>Letters a signer approved and that still hold, of whatever kind.</summary>
    private static IQueryable<Letter> NumberedLetters(DinsosDbContext db, Guid requestId) =>
        db.Letters.Where(l => l.RequestId == requestId).Where(Letter.IsNumbered);

    private static void Require(List<Refusal> refusals, bool isWrong, string message, string field)
    {
        if (isWrong)
        {
            refusals.Add(new Refusal(message, field));
        }
    }
}
