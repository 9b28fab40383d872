using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseQueries
{
    /// <summary>The blocks in the order of <see cref="CaseBlocks"/>, what hangs on a victim behind that victim's number.</summary>
    private async Task<CaseContent> ContentAsync(
        DinsosDbContext db, FoundCase found, ServiceStandard standard, ContentKey key, DateTime until, Actor viewer, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var caseId = found.Case.Id;
        var rows = await db.CaseBlocks.AsNoTracking().Where(b => b.CaseId == caseId && b.RemovedAt == null).ToListAsync(cancellationToken);
        var filled = rows.ConvertAll(b => (Row: b, Values: CaseVault.Read(key, b)));
        var blocks = filled.ConvertAll(f => new FilledBlock(f.Row.Id, f.Row.Kind, f.Row.Ordinal, f.Row.ParentId, f.Values));
        var eventOn = filled.Find(f => f.Row.Kind == CaseBlocks.Event).Values?.Date(CaseBlocks.EventOn);
        var order = CaseBlocks.All.Select((b, i) => (b.Code, i)).ToDictionary(b => b.Code, b => b.i);
        var sightings = await db.CaseSightings.AsNoTracking().Where(s => s.CaseId == caseId).OrderByDescending(s => s.Id).Take(SightingsShown).ToListAsync(cancellationToken);
        var step = standard.Step(found.Item.StepId);
        var ways = found.Item.IsOpen && StageRules.Actions.Contains(step.Action)
            ? step.Outcomes.Select(o => (Outcome: o, Missing: StageRules.Missing(step, o, blocks))).ToList()
            : [];
        return new CaseContent(
            until,
            [
                .. filled.OrderBy(f => order[f.Row.Kind]).ThenBy(f => f.Row.Ordinal).Select(f => new BlockView(
                    f.Row.Id,
                    f.Row.Kind,
                    f.Row.Ordinal,
                    f.Row.ParentId,
                    f.Row.Version,
                    reference.Answers(CaseBlocks.Find(f.Row.Kind)!, f.Values, covered: true),
                    BlockRules.Missing(CaseBlocks.Find(f.Row.Kind)!, f.Values).Count,
                    f.Row.SavedByText,
                    f.Row.SavedAt,
                    f.Row.Kind == CaseBlocks.Victim ? AgeNote(f.Values, eventOn) : null)),
            ],
            [.. sightings.Select(s => new SightingLine(s.Id, s.At, s.UserText, What(s), ReasonText(s)))],
            ways.Find(w => w.Outcome == step.MainOutcome).Missing ?? [],
            [.. ways.Where(w => w.Missing.Count == 0).Select(w => w.Outcome)],
            WhyNotMove(found.Item, step.Action, viewer, agency),
            [.. filled.Where(f => f.Row.Kind == CaseBlocks.Victim).OrderBy(f => f.Row.Ordinal).Select(f => new VictimChoice(f.Row.Ordinal, f.Values[CaseBlocks.ClientCode]))],
            await FollowUpsAsync(db, found, key, blocks, filled.ToDictionary(f => f.Row.Id, f => f.Row.Version), viewer, agency, cancellationToken));
    }

    /// <summary>"Anak, 15 tahun saat kejadian": the age that counts is that of the day of the event.</summary>
    internal static string? AgeNote(BlockValues victim, DateOnly? eventOn) => CaseAge.IsChild(victim, eventOn) switch
    {
        null => null,
        true when CaseAge.Of(victim, eventOn) is { } age => $"Anak, {age} tahun saat kejadian",
        true => "Anak saat kejadian",
        false => CaseAge.Of(victim, eventOn) is { } age ? $"{age} tahun saat kejadian" : "Dewasa saat kejadian",
    };

    private static string What(CaseSighting sighting) => sighting.Kind switch
    {
        SightingKind.Opened => "Membuka isi kasus",
        SightingKind.Revealed => $"Membuka {sighting.Detail}",
        SightingKind.Printed => "Mencetak " + CaseFormWriter.Name(sighting.Detail!),
        SightingKind.Attachment => "Membuka lampiran",
        SightingKind.Found => "Menemukan lewat pencarian",
        SightingKind.Emergency => "Buka darurat",
        _ => throw new ArgumentOutOfRangeException(nameof(sighting)),
    };

    private string ReasonText(CaseSighting sighting) => sighting.Kind switch
    {
        SightingKind.Printed => reference.Name(CaseReference.PrintReasons, sighting.Reason),
        SightingKind.Found => sighting.Reason == "nik" ? "Dengan NIK" : "Dengan nomor telepon",
        SightingKind.Emergency => "Alasan tertulis",
        _ => sighting.Reason == "darurat" ? "Buka darurat" : reference.Name(CaseReference.OpeningReasons, sighting.Reason),
    };

    private static string? WhyNotMove(WorkItem item, string action, Actor viewer, AgencySnapshot agency) =>
        !item.IsOpen ? "Kasus ini sudah ditutup."
        : !StageRules.Actions.Contains(action) ? $"Langkah ini diselesaikan di meja {agency.DeskName(item.DeskCode)}."
        : DeskRules.CanWork(item, agency.Desk(item.DeskCode), viewer, utc => IndonesianDates.Time(utc, agency.Zone))?.Message;
}
