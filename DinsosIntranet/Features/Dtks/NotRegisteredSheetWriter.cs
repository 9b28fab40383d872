using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dtks.Documents;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dtks;

/// <summary>Writes the helpful sheet for somebody who is not registered. It is no letter: it bears no number.</summary>
public sealed class NotRegisteredSheetWriter(RegionCatalog regions, PaperArchive archive)
{
    public async Task WriteAsync(WriteScope scope, WorkInHand work, DtksCheck check, CancellationToken cancellationToken)
    {
        var subject = await (from r in scope.Db.ServiceRequests.AsNoTracking()
                             join p in scope.Db.Persons.AsNoTracking() on r.SubjectId equals p.Id
                             where r.Id == check.RequestId
                             select p).FirstAsync(cancellationToken);
        var zone = work.Agency.Zone;
        var paper = new NotRegisteredSheetPaper
        {
            RequestNumber = work.Item.Number,
            CheckedName = subject.Name,
            CheckedNik = subject.Nik is null ? null : Masking.Nik(subject.Nik),
            Address = PersonAddress.Of(subject, regions),
            SourceName = RegisterSources.FullName(check.Source),
            DataPeriod = check.Period,
            CheckedAt = $"{IndonesianDates.Letter(work.Agency.DateOf(check.CheckedAt))} pukul {IndonesianDates.TimeWithZone(check.CheckedAt, zone)}",
            ThingsToBring =
            [
                "KTP asli dan salinannya",
                "Kartu Keluarga asli dan salinannya",
                "Foto rumah tampak depan dan keadaan di dalamnya, bila ada",
                "Keterangan penghasilan atau pekerjaan, bila ada",
            ],
            Officer = await Letterheads.OfficerAsync(scope.Db, work.Agency.Profile, scope.Actor, scope.Actor.Position + ",", cancellationToken),
            FooterLines = [$"Lembar ini memberi penjelasan dan bukan surat keterangan. Nomor permohonan {work.Item.Number}."],
            CreatedUtc = scope.Now,
        };
        await archive.IssueAsync(scope, new Slip(check.RequestId, LetterKinds.NotRegisteredSheet, work.Agency.DateOf(scope.Now)), NotRegisteredSheetDocument.Render(paper, Letterheads.Of(work.Agency.Profile)), cancellationToken);
    }
}
