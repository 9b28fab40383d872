using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>Reads journeys for their pages, and of each only as much as the viewer may know.</summary>
public sealed partial class RepatriationQueries(
    IDbContextFactory<DinsosDbContext> factory,
    AgencyDirectory agencies,
    StandardLibrary standards,
    LetterQueries letters,
    RepatriationVault vault,
    RepatriationReference reference,
    TimeProvider time)
{
    private const int SightingsShown = 50;

    /// <summary>Null where there is none, or none for this viewer.</summary>
    public async Task<RepatriationView?> FindAsync(Guid requestId, Actor viewer, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (from f in db.RepatriationFiles.AsNoTracking().VisibleTo(viewer, f => f.Id)
                           join w in db.WorkItems.AsNoTracking() on f.Id equals w.Id
                           where f.Id == requestId
                           select new { File = f, Item = w }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var standard = (await standards.GetAsync(found.Item.StandardVersionId, cancellationToken)).Standard;
        var sight = await RepatriationFinding.SightAsync(db, found.Item, standard, agency, viewer, cancellationToken);
        var mayOpen = sight is RepatriationSight.Content or RepatriationSight.Escort;
        var until = mayOpen ? await RepatriationFinding.OpenUntilAsync(db, requestId, viewer.UserId, now, cancellationToken) : null;
        var content = until is null ? null : ContentFor(sight, vault.Open(found.File));
        var letter = mayOpen ? await RepatriationService.ReferralAsync(db, requestId, cancellationToken) : null;
        var signing = letter is { Status: LetterStatus.AwaitingSignature } ? await letters.ForSigningBesideAsync(letter.Id, agency, cancellationToken) : null;
        var isDivision = sight == RepatriationSight.Content;
        var visits = isDivision ? await VisitsAsync(db, requestId, content is not null, cancellationToken) : [];
        return new RepatriationView
        {
            File = found.File,
            Sight = sight,
            Content = content,
            OpenUntil = until,
            Referral = letter is null ? null : new InformationLetterState(letter.Id, letter.Title, letter.Status, letter.Number, signing),
            Stops = mayOpen ? await StopsAsync(db, requestId, agency, cancellationToken) : [],
            Papers = isDivision && content is not null ? await PapersAsync(db, requestId, agency, cancellationToken) : [],
            Visits = visits,
            Cases = isDivision && content is not null
                ? await RepatriationFinding.CasesAsync(db, Codes(content, visits), null, viewer, agency, now, cancellationToken)
                : new Dictionary<string, Guid>(),
            Sightings = isDivision ? await SightingsAsync(db, requestId, cancellationToken) : [],
            MayTick = mayOpen && found.Item.IsOpen && standard.Step(found.Item.StepId).Action == RepatriationService.EscortAction,
            Zone = agency.Zone,
            Today = agency.DateOf(now),
        };
    }

    private static RepatriationContent ContentFor(RepatriationSight sight, RepatriationContent content) =>
        sight == RepatriationSight.Content ? content : new RepatriationContent { Migrants = [.. content.Migrants.Select(m => m.ForEscort())] };

    private static List<string> Codes(RepatriationContent content, IReadOnlyList<VisitLine> visits) =>
        [.. content.Migrants.Select(m => m[MigrantFields.CaseCode]).Concat(visits.Select(v => v.Values?.GetValueOrDefault(MigrantFields.RehabCode) ?? "")).Where(c => c.Length > 0).Distinct()];

    private static async Task<IReadOnlyList<StopLine>> StopsAsync(DinsosDbContext db, Guid requestId, AgencySnapshot agency, CancellationToken cancellationToken) =>
    [
        .. (await db.EscortStops.AsNoTracking().Where(s => s.RequestId == requestId).OrderBy(s => s.Order).ToListAsync(cancellationToken))
            .Select(s => new StopLine(s.Id, s.Order, s.TickedAt is { } at ? $"{IndonesianDates.ShortWithTime(at, agency.Zone)}, {s.TickedByText}" : null)),
    ];

    private static async Task<IReadOnlyList<PaperLine>> PapersAsync(DinsosDbContext db, Guid requestId, AgencySnapshot agency, CancellationToken cancellationToken) =>
    [
        .. (await db.RepatriationPapers.AsNoTracking().Where(p => p.RequestId == requestId && p.RemovedAt == null).OrderBy(p => p.Id).ToListAsync(cancellationToken))
            .Select(p => new PaperLine(p.Id, p.MigrantId, p.Kind, $"{p.AddedByText}, {IndonesianDates.ShortWithTime(p.AddedAt, agency.Zone)}")),
    ];

    private async Task<IReadOnlyList<VisitLine>> VisitsAsync(DinsosDbContext db, Guid requestId, bool isOpen, CancellationToken cancellationToken) =>
    [
        .. (await db.RepatriationVisits.AsNoTracking().Where(v => v.RequestId == requestId).OrderBy(v => v.PersonNumber).ToListAsync(cancellationToken))
            .Select(v => new VisitLine(v.Id, v.PersonNumber, v.DueOn, v.DoneOn, v.DoneByText, isOpen && v.DoneOn is not null ? vault.Open(v) : null)),
    ];

    private async Task<IReadOnlyList<SightLine>> SightingsAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
    [
        .. (await db.RepatriationSightings.AsNoTracking().Where(s => s.RequestId == requestId).OrderByDescending(s => s.Id).Take(SightingsShown).ToListAsync(cancellationToken))
            .Select(s => new SightLine(s.Id, s.UserText, What(s), reference.Name(s.Kind == SightKind.Printed ? RepatriationReference.PrintReasons : RepatriationReference.OpeningReasons, s.Reason), s.At)),
    ];

    private static string What(RepatriationSighting sighting) => sighting.Kind switch
    {
        SightKind.Opened => "Membuka data migran",
        SightKind.File => "Membuka berkas",
        _ when sighting.Detail == nameof(RepatriationPrint.RunSheet) => "Mencetak lembar perjalanan",
        _ => "Mencetak berita acara",
    };
}
