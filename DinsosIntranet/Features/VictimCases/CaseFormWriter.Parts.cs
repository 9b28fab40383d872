using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.VictimCases.Documents;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseFormWriter
{
    /// <summary>What a form says of a part that is no block.</summary>
    private async Task<IReadOnlyList<CaseFormBlock>> BesideAsync(Printing printing, string part, CancellationToken cancellationToken)
    {
        var lines = part switch
        {
            FormParts.Hearings => await HearingsAsync(printing, cancellationToken),
            FormParts.Closures => await ClosuresAsync(printing, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown part {part}."),
        };
        var heading = $"{part} {FormParts.Find(part)!.Title}";
        return lines.Count == 0 ? [new CaseFormBlock(heading, [("Isi", "belum ada")])] : [.. lines.Select((l, i) => new CaseFormBlock($"{heading} {i + 1}", l))];
    }

    private async Task<List<List<(string Label, string Text)>>> HearingsAsync(Printing printing, CancellationToken cancellationToken)
    {
        var hearings = await printing.Db.CaseHearings.AsNoTracking().Where(h => h.CaseId == printing.Found.Case.Id).OrderBy(h => h.StartsAt).ToListAsync(cancellationToken);
        return hearings.ConvertAll(hearing =>
        {
            var (zone, values) = (printing.Agency.Zone, BlockValues.FromJson(CaseVault.Read(printing.Key, CaseService.HearingTable, "Payload", hearing.Id, hearing.Payload)));
            List<(string, string)> lines =
            [
                ("Waktu", $"{IndonesianDates.LongWithTime(hearing.StartsAt, zone)} sampai {IndonesianDates.Time(hearing.EndsAt, zone)}"),
                ("Jenis", reference.Name(CaseReference.HearingKinds, values[HearingFields.Kind])),
                ("Tahap", reference.Name(CaseReference.LegalStages, values[HearingFields.Stage])),
                ("Tempat", Said(values[HearingFields.Place])),
                ("Agenda", Said(values[HearingFields.Agenda])),
                ("Pendamping", hearing.CompanionText),
            ];
            if (hearing.ReportDue is { } due)
            {
                lines.Add(("Laporan sosial", hearing.ReportDoneAt is { } done ? $"Terkirim, dicatat {On(hearing.ReportDoneByText!, done, printing.Agency)}" : $"Paling lambat {IndonesianDates.Letter(due)}, belum terkirim"));
            }

            if (hearing.CancelledAt is { } cancelled)
            {
                lines.Add(("Keadaan", "Dibatalkan, " + On(hearing.CancelledByText!, cancelled, printing.Agency)));
            }

            return lines;
        });
    }

    private async Task<List<List<(string Label, string Text)>>> ClosuresAsync(Printing printing, CancellationToken cancellationToken)
    {
        var closures = await printing.Db.CaseClosures.AsNoTracking().Where(c => c.CaseId == printing.Found.Case.Id).OrderBy(c => c.Round).ToListAsync(cancellationToken);
        return closures.ConvertAll(closure =>
        {
            string Read(string column, string envelope) => CaseVault.Read(printing.Key, CaseService.ClosureTable, column, closure.Id, envelope);
            var values = BlockValues.FromJson(Read("Payload", closure.Payload));
            var met = values.Codes(ClosureRules.Checks);
            List<(string, string)> lines =
            [
                ("Diajukan", On(closure.ProposedByText, closure.ProposedAt, printing.Agency)),
                ("Alasan", reference.Name(CaseReference.ClosingReasons, values[ClosureRules.Reason])),
                .. reference.List(CaseReference.ClosingChecks).Select(c => (c.Name, met.Contains(c.Code) ? "Ya" : "Belum")),
            ];
            if (values[ClosureRules.NotMet] is { Length: > 0 } why)
            {
                lines.Add(("Yang belum terpenuhi", why));
            }

            lines.Add(("Umpan balik korban", values[ClosureRules.FeedbackDeclined] == CaseBlocks.Yes ? "Korban tidak bersedia memberi umpan balik" : Said(values[ClosureRules.Feedback])));
            lines.Add(("Putusan atasan", closure.State switch
            {
                ReviewState.Waiting => "Belum diputus",
                ReviewState.Approved => $"Disetujui, {On(closure.DecidedByText!, closure.DecidedAt!.Value, printing.Agency)}",
                _ => $"Dikembalikan, {On(closure.DecidedByText!, closure.DecidedAt!.Value, printing.Agency)}",
            }));
            if (closure.Note is { } note)
            {
                lines.Add(("Catatan atasan", Read("Note", note)));
            }

            if (closure.ReopenedAt is { } reopened)
            {
                lines.Add(("Dibuka lagi", $"{On(closure.ReopenedByText!, reopened, printing.Agency)}: {Read("ReopenReason", closure.ReopenReason!)}"));
            }

            return lines;
        });
    }

    private static string Said(string text) => text.Length > 0 ? text : NotSaid;

    private static string On(string who, DateTime at, AgencySnapshot agency) => $"{who}, {IndonesianDates.ShortWithTime(at, agency.Zone)}";
}
