using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.App.Demo;

/// <summary>
/// Invented reports of the two months before this one, written down from the old register, so that the recap has something to
/// count: few enough that much of it stays covered.
/// </summary>
internal sealed partial class DemoRequests
{
    /// <summary>Months back, sex, age, forms of violence, place, kecamatan, relation, service.</summary>
    private static readonly (int Back, string Sex, int Age, string Forms, string Place, string District, string Relation, string Service)[] Earlier =
    [
        (2, "P", 15, "seksual", "rumah", "36.02.17", "tetangga", "kesehatan"),
        (2, "P", 16, "seksual,psikis", "sekolah", "36.02.14", "pacar", "rehabilitasi"),
        (2, "P", 14, "seksual", "rumah", "36.02.17", "orang-tua", "kesehatan"),
        (2, "P", 13, "psikis", "sekolah", "36.02.14", "guru", "rehabilitasi"),
        (2, "P", 17, "seksual", "rumah", "36.02.14", "pacar", "kesehatan"),
        (2, "P", 31, "fisik", "rumah", "36.02.17", "suami-istri", "bantuan-hukum"),
        (1, "P", 29, "fisik,psikis", "rumah", "36.02.14", "suami-istri", "rehabilitasi"),
        (1, "P", 34, "fisik", "rumah", "36.02.14", "suami-istri", "kesehatan"),
        (1, "P", 38, "fisik,penelantaran", "rumah", "36.02.17", "suami-istri", "rehabilitasi"),
        (1, "P", 27, "psikis", "rumah", "36.02.14", "suami-istri", "bantuan-hukum"),
        (1, "P", 14, "seksual", "fasilitas-umum", "36.02.17", "tidak-diketahui", "kesehatan"),
        (1, "P", 41, "fisik", "rumah", "36.02.14", "suami-istri", "rehabilitasi"),
        (1, "L", 10, "fisik", "sekolah", "36.02.14", "guru", "rehabilitasi"),
    ];

    private void PlanRecap()
    {
        foreach (var (told, index) in Earlier.Select((t, i) => (t, i)))
        {
            var caseId = Report(66 - index, "rendah", "sari", "penjangkauan", "masyarakat");
            Add(caseId, 65.5 - index, "sari", async (id, act) =>
            {
                var today = _clock!.DateOf(act.Now);
                var day = new DateOnly(today.Year, today.Month, 1).AddMonths(-told.Back).AddDays(3 + index);
                return await WriteDownAsync(id, Blocks(told, BlockValues.WriteDate(day)), act);
            });
        }
    }

    private static IEnumerable<(string Kind, Dictionary<string, string> Values)> Blocks(
        (int Back, string Sex, int Age, string Forms, string Place, string District, string Relation, string Service) told, string day)
    {
        yield return (CaseBlocks.Register, new() { [CaseBlocks.ReportedOn] = day, [CaseBlocks.ReportedAt] = "09:00", [CaseBlocks.Channel] = "penjangkauan", ["sumber"] = "masyarakat", ["petugas"] = "Sari Wulandari" });
        yield return (CaseBlocks.Event, new() { [CaseBlocks.EventOn] = day, [CaseBlocks.Place] = told.Place, [CaseBlocks.District] = told.District, [CaseBlocks.ViolenceForm] = told.Forms });
        yield return (CaseBlocks.Consent, new() { ["pemberi"] = "korban", ["layanan"] = CaseBlocks.Yes, [CaseBlocks.StatisticsConsent] = CaseBlocks.Yes, ["batas-kerahasiaan"] = CaseBlocks.Yes });
        yield return (CaseBlocks.Victim, new() { ["kode-klien"] = "K-01", [CaseBlocks.Sex] = told.Sex, [CaseBlocks.Age] = told.Age.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        yield return (CaseBlocks.Accused, new() { ["diketahui"] = CaseBlocks.No, [CaseBlocks.Relation] = told.Relation });
        yield return (CaseBlocks.Service, new() { ["tanggal"] = day, [ServiceRules.Kind] = told.Service, ["instansi"] = "Dinas Sosial" });
    }
}
