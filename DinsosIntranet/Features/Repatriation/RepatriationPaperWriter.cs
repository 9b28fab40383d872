using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Repatriation.Documents;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>A paper or file as it is handed out, with a name that says nothing but its kind and code.</summary>
public sealed record FetchedPaper(Stream Content, string ContentType, string FileName);

/// <summary>
/// Hands out what a printing or a reading was recorded for: to the same person, within minutes, while the people are open to
/// them. Papers are made when they are fetched and kept nowhere.
/// </summary>
public sealed class RepatriationPaperWriter(
    IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, StandardLibrary standards, RepatriationVault vault, RepatriationReference reference, FileVault files, TimeProvider time)
{
    private sealed record Printing(RepatriationSighting Sighting, RepatriationFile File, RepatriationContent Content, string Number, Assignment? Team, string? LetterNumber, Actor Actor, AgencySnapshot Agency);

    public async Task<FetchedPaper?> FetchAsync(Guid sightingId, Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var oldest = now.AddMinutes(-RepatriationService.FetchMinutes);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var sighting = await db.RepatriationSightings.AsNoTracking().VisibleTo(actor, s => s.RequestId)
            .FirstOrDefaultAsync(s => s.Id == sightingId && s.UserId == actor.UserId && s.At > oldest && s.Kind != SightKind.Opened, cancellationToken);
        if (sighting is null || await RepatriationFinding.OpenUntilAsync(db, sighting.RequestId, actor.UserId, now, cancellationToken) is null)
        {
            return null;
        }

        var item = await db.WorkItems.AsNoTracking().FirstAsync(w => w.Id == sighting.RequestId, cancellationToken);
        var standard = (await standards.GetAsync(item.StandardVersionId, cancellationToken)).Standard;
        return await RepatriationFinding.SightAsync(db, item, standard, agency, actor, cancellationToken) switch
        {
            RepatriationSight.Content when sighting.Kind == SightKind.File => await FileAsync(db, sighting, item, cancellationToken),
            RepatriationSight.Content or RepatriationSight.Escort when sighting.Kind == SightKind.Printed => await PrintAsync(db, sighting, item, actor, agency, cancellationToken),
            _ => null,
        };
    }

    private async Task<FetchedPaper?> FileAsync(DinsosDbContext db, RepatriationSighting sighting, WorkItem item, CancellationToken cancellationToken)
    {
        var paperId = Guid.ParseExact(sighting.Detail!, "N");
        var found = await (from p in db.RepatriationPapers.AsNoTracking()
                           join f in db.StoredFiles.AsNoTracking() on p.FileId equals f.Id
                           where p.Id == paperId && p.RequestId == sighting.RequestId && p.RemovedAt == null
                           select f).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new FetchedPaper(files.OpenRead(found.ToInfo()), found.Kind.ContentType(), $"berkas-{item.Number}{found.Kind.Extension()}");
    }

    private async Task<FetchedPaper?> PrintAsync(DinsosDbContext db, RepatriationSighting sighting, WorkItem item, Actor actor, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var file = await db.RepatriationFiles.AsNoTracking().FirstAsync(f => f.Id == item.Id, cancellationToken);
        var team = await db.Assignments.AsNoTracking().Include(a => a.Members).FirstOrDefaultAsync(a => a.RequestId == item.Id && a.EndedAt == null, cancellationToken);
        var letter = await db.Letters.AsNoTracking().Where(l => l.RequestId == item.Id && l.Kind == LetterKinds.Assignment && l.Status == LetterStatus.Issued).OrderByDescending(l => l.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        var print = new Printing(sighting, file, vault.Open(file), item.Number, team, letter?.Number, actor, agency);
        if (sighting.Detail == nameof(RepatriationPrint.RunSheet))
        {
            return Pdf(RunSheetDocument.Render(RunSheet(print), Letterheads.Of(agency.Profile)), $"lembar-perjalanan-{item.Number}.pdf");
        }

        var migrantId = Guid.ParseExact(sighting.Detail!.Split(':')[1], "N");
        var index = print.Content.Migrants.FindIndex(m => m.Id == migrantId);
        return index < 0 ? null : Pdf(HandOverSheetDocument.Render(HandOverSheet(print, print.Content.Migrants[index]), Letterheads.Of(agency.Profile)), $"berita-acara-{item.Number}-{index + 1}.pdf");
    }

    private RunSheetPaper RunSheet(Printing print) => new()
    {
        Frame = Frame(print),
        Point = print.File.Point ?? "–",
        MeetOn = print.File.MeetOn is { } day ? IndonesianDates.Long(day) : "–",
        Vehicle = print.Team?.Vehicle ?? "–",
        LetterNumber = print.LetterNumber ?? "belum terbit",
        Team = [.. (print.Team?.Members ?? []).OrderBy(m => m.Order).Select(m => $"{m.Name} ({m.Duty})")],
        People = [.. print.Content.Migrants.Select((m, i) => Stop(m.ForEscort(), i + 1))],
    };

    private RunSheetStop Stop(Migrant migrant, int number) => new(
        number,
        migrant[MigrantFields.Name],
        Described(migrant),
        string.Join(", ", new[] { migrant[MigrantFields.Address], migrant[MigrantFields.Village], "Kec. " + reference.District(migrant[MigrantFields.District]) }.Where(t => t.Length > 0)),
        migrant[MigrantFields.Family],
        Lines(migrant[MigrantFields.MayReceive]),
        Lines(migrant[MigrantFields.Accused]),
        migrant[MigrantFields.Needs],
        migrant[MigrantFields.Luggage]);

    /// <summary>"perempuan, di bawah 18 tahun": who somebody is looked for at the point, and who was handed over.</summary>
    private string Described(Migrant migrant) =>
        reference.Name(MigrantFields.Sex, migrant[MigrantFields.Sex]).ToLowerInvariant() + (migrant.IsMinor ? ", di bawah 18 tahun" : "");

    private HandOverSheetPaper HandOverSheet(Printing print, Migrant migrant)
    {
        var done = migrant.HandOver;
        var lead = print.Team?.Members.FirstOrDefault(m => m.IsLead);
        string Done(string code) => done?.GetValueOrDefault(code) ?? "";
        return new HandOverSheetPaper
        {
            Frame = Frame(print),
            Agency = $"{print.Agency.Profile.Name} {print.Agency.Profile.Regency}",
            Day = done is null ? null : Migrant.Day(done, MigrantFields.HandedOn),
            LetterNumber = print.LetterNumber,
            LeadName = lead?.Name ?? "",
            LeadNip = lead?.Nip,
            LeadPosition = lead?.Position ?? "",
            Name = migrant[MigrantFields.Name],
            Description = Described(migrant),
            Destination = $"{migrant[MigrantFields.Village]}, Kecamatan {reference.District(migrant[MigrantFields.District])}",
            Receiver = Done(MigrantFields.Receiver),
            ReceiverNik = Done(MigrantFields.ReceiverNik),
            Relation = done is null ? "" : reference.Name(MigrantFields.Relation, Done(MigrantFields.Relation)),
            IdentityCheck = done is null ? "" : reference.Name(MigrantFields.IdentityCheck, Done(MigrantFields.IdentityCheck)),
            Witness = Done(MigrantFields.Witness),
            WitnessPosition = Done(MigrantFields.WitnessPosition),
            Condition = Done(MigrantFields.Condition),
            Handed = Done(MigrantFields.HandedLuggage),
            VisitOn = done is null ? null : Migrant.Day(done, MigrantFields.VisitOn),
        };
    }

    private static RepatriationPaperFrame Frame(Printing print)
    {
        var at = IndonesianDates.ShortWithTime(print.Sighting.At, print.Agency.Zone);
        return new RepatriationPaperFrame(
            print.Number,
            $"{print.Actor.Name} · {at}",
            ["Rahasia. Simpan di lemari terkunci; tidak untuk digandakan.", $"Dicetak {print.Actor.Name}, {at} {IndonesianDates.ZoneName(print.Agency.Zone)}"],
            print.Sighting.At);
    }

    private static string Lines(string text) => string.Join("; ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static FetchedPaper Pdf(byte[] content, string name) => new(new MemoryStream(content), "application/pdf", name);
}
