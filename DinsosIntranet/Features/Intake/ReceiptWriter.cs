using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Documents;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>Writes the slip the applicant takes home, numbered and stored as it was printed.</summary>
public sealed class ReceiptWriter(AgencyDirectory agencies, StandardLibrary standards, NumberService numbers, PaperArchive archive)
{
    /// <summary>The request and its work item must already be saved in this write.</summary>
    public async Task<Letter> WriteAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var request = await scope.Db.ServiceRequests.AsNoTracking().Include(r => r.Requirements).FirstAsync(r => r.Id == requestId, cancellationToken);
        var standard = (await standards.GetAsync(request.StandardVersionId, cancellationToken)).Standard;
        var applicant = await scope.Db.Persons.AsNoTracking().FirstAsync(p => p.Id == request.ApplicantId, cancellationToken);
        var subject = await scope.Db.Persons.AsNoTracking().FirstAsync(p => p.Id == request.SubjectId, cancellationToken);
        var clock = await scope.Db.WorkClocks.AsNoTracking().FirstAsync(c => c.WorkItemId == requestId && c.Kind == ClockKind.Promise, cancellationToken);
        var purpose = await scope.Db.CertificatePurposes.AsNoTracking().FirstOrDefaultAsync(p => p.Code == request.PurposeCode, cancellationToken);
        var number = await numbers.NextSlipAsync(scope, LetterKinds.RequestReceipt, "TT", agency.DateOf(scope.Now).Year, cancellationToken);
        var isSame = request.SubjectId == request.ApplicantId;
        var paper = new RequestReceiptPaper
        {
            Number = number.Text,
            RequestNumber = request.Number,
            Service = standard.Title,
            ApplicantName = applicant.Name,
            ApplicantNik = applicant.Nik is null ? null : Masking.Nik(applicant.Nik),
            BeneficiaryName = isSame ? null : subject.Name,
            BeneficiaryRelation = isSame ? null : request.Relation?.ToLowerInvariant(),
            BeneficiaryNik = isSame || subject.Nik is null ? null : Masking.Nik(subject.Nik),
            Purpose = purpose?.Name,
            ReceivedAt = IndonesianDates.LongWithTime(request.ReceivedAt, agency.Zone),
            ReceivedShort = $"{IndonesianDates.Letter(agency.DateOf(request.ReceivedAt))} pukul {IndonesianDates.TimeWithZone(request.ReceivedAt, agency.Zone)}",
            Channel = Typography.MidSentence(standard.Channel(request.ChannelCode).Name),
            Requirements =
            [
                .. standard.RequirementsOf(request.ChannelCode).Select(r =>
                {
                    var line = request.Requirements.First(l => l.Code == r.Code);
                    return new RequirementLine(r.Text, line.IsPresent, line.Note);
                }),
            ],
            IsComplete = request.CompletedAt is not null,
            StandardTime = clock.Read(null).Time.Text,
            ExpectedAt = Expected(clock, agency, scope.Now),
            Officer = await Letterheads.OfficerAsync(scope.Db, agency.Profile, scope.Actor, scope.Actor.Has(StaffRole.FrontOffice) ? "Petugas Front Office," : scope.Actor.Position + ",", cancellationToken),
            QrText = request.Number,
            FooterLines =
            [
                "Tanyakan kemajuan permohonan dengan menyebut nomor di atas. Pengaduan: Pejabat Pengelola Pengaduan di loket, kotak pengaduan, pos-el, atau SP4N-LAPOR! (www.lapor.go.id).",
            ],
            CreatedUtc = scope.Now,
        };
        return await archive.IssueAsync(scope, new Slip(requestId, LetterKinds.RequestReceipt, agency.DateOf(scope.Now), number), RequestReceiptDocument.Render(paper, Letterheads.Of(agency.Profile)), cancellationToken);
    }

    private static string? Expected(WorkClock clock, AgencySnapshot agency, DateTime now)
    {
        if (clock.DueAt is not { } due)
        {
            return null;
        }

        var time = IndonesianDates.TimeWithZone(due, agency.Zone);
        var day = agency.DateOf(due);
        var text = day == agency.DateOf(now) ? $"Hari ini pukul {time}" : $"{IndonesianDates.Long(day)} pukul {time}";
        return clock.IsCalendarDecided ? text : $"{text} (kalender {day.Year} belum ditetapkan)";
    }
}
