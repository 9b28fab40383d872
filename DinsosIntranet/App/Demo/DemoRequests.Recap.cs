using System.Globalization;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Demo;

/// <summary>
/// Invented reports of the month before this one, taken over from the old register and ended, so that the recap has
/// something to count: few enough that part of it stays covered.
/// </summary>
internal sealed partial class DemoRequests
{
    private static readonly Told[] LastMonth =
    [
        new(29, "fisik,psikis", "rumah", "36.02.14", "suami-istri", "rehabilitasi"),
        new(34, "fisik", "rumah", "36.02.14", "suami-istri", "rehabilitasi"),
        new(38, "fisik", "rumah", "36.02.14", "suami-istri", "rehabilitasi"),
        new(27, "fisik,psikis", "rumah", "36.02.14", "suami-istri", "bantuan-hukum"),
        new(41, "fisik", "rumah", "36.02.14", "suami-istri", "rehabilitasi"),
        new(31, "fisik", "rumah", "36.02.17", "suami-istri", "rehabilitasi"),
    ];

    private void PlanRecap()
    {
        foreach (var (told, index) in LastMonth.Select((t, i) => (t, i)))
        {
            var minutes = 140 - index;
            var caseId = Rehabilitation(minutes, new RegisterCase
            {
                CaseId = Guid.CreateVersion7(),
                ChannelCode = "surat",
                Source = "kepolisian",
                Risk = "rendah",
                Sender = "Polres Lebak, Unit PPA",
                LetterNumber = $"B/{41 + index}/Reskrim",
            });
            Add(caseId, minutes - 0.3, "ratna", async (id, act) => await dispositions.GiveAsync(
                new GiveDisposition { RequestId = id, ToDeskCode = "pekerja-sosial", ToUserId = _staff["gilang"], Instructions = ["tindak-lanjut"] }, act));
            Add(caseId, minutes - 0.6, "gilang", (id, act) => TakeOverAsync(id, told, index, act));
            Add(caseId, minutes - 0.7, "imas", ApproveClosingAsync);
            Add(caseId, minutes - 0.8, "gilang", (id, act) => cases.LeaveStepAsync(new LeaveStep(id, "b3-layanan", "tanpa-sidang"), act));
        }
    }

    private async Task<Outcome> TakeOverAsync(Guid caseId, Told told, int index, ActionContext act)
    {
        var today = _clock!.DateOf(act.Now);
        var day = BlockValues.WriteDate(new DateOnly(today.Year, today.Month, 1).AddMonths(-1).AddDays(3 + index));
        var outcome = await WriteDownAsync(caseId, told.Blocks(day), act);
        return outcome.IsOk
            ? await cases.ProposeClosureAsync(
                new ProposeClosure { CaseId = caseId, Reason = "tujuan-tercapai", NotMet = "Ditutup di register lama.", FeedbackDeclined = true }, act)
            : outcome;
    }

    private async Task<Outcome> ApproveClosingAsync(Guid caseId, ActionContext act)
    {
        await using var db = await factory.CreateDbContextAsync();
        var closure = await db.CaseClosures.Where(c => c.CaseId == caseId).Select(c => c.Id).FirstAsync();
        var opened = await cases.OpenAsync(caseId, new OpenCase { Reason = "supervisi", Password = DemoAgency.Password }, act);
        return opened.IsOk ? await cases.DecideClosureAsync(new Decision { CaseId = caseId, Id = closure, State = ReviewState.Approved }, act) : opened;
    }

    /// <summary>What one of these reports says.</summary>
    private sealed record Told(int Age, string Forms, string Place, string District, string Relation, string Service)
    {
        public IEnumerable<(string Kind, Dictionary<string, string> Values)> Blocks(string day) =>
        [
            (CaseBlocks.Register, new()
            {
                [CaseBlocks.ReportedOn] = day, [CaseBlocks.ReportedAt] = "09:00", [CaseBlocks.Channel] = CaseBlocks.LetterChannel, ["sumber"] = "kepolisian", ["perujuk"] = "Polres Lebak, Unit PPA",
                ["nomor-surat"] = "Buku register lama", [CaseBlocks.LetterDate] = day, ["petugas"] = "Gilang Ramadhan",
            }),
            (CaseBlocks.Event, new() { [CaseBlocks.EventOn] = day, [CaseBlocks.Place] = Place, [CaseBlocks.District] = District, [CaseBlocks.ViolenceForm] = Forms }),
            (CaseBlocks.Consent, new() { ["pemberi"] = "korban", ["layanan"] = CaseBlocks.Yes, [CaseBlocks.StatisticsConsent] = CaseBlocks.Yes, ["batas-kerahasiaan"] = CaseBlocks.Yes }),
            (CaseBlocks.Victim, new() { ["kode-klien"] = "K-01", [CaseBlocks.Sex] = "P", [CaseBlocks.Age] = Age.ToString(CultureInfo.InvariantCulture) }),
            (CaseBlocks.Accused, new() { ["diketahui"] = CaseBlocks.No, [CaseBlocks.Relation] = Relation }),
            (CaseBlocks.Service, new() { ["tanggal"] = day, [ServiceRules.Kind] = Service, ["instansi"] = "Dinas Sosial" }),
        ];
    }
}
