using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Support;

/// <summary>Cases of violence, all invented, walked along standard 003 by nani (counter), sari (social worker), lina (head of her unit).</summary>
public sealed partial class TestData
{
    public const string CaseReporting = "2-form-abc";
    public const string CaseOutreach = "3-penjangkauan";

    /// <summary>What must be found nowhere outside the envelopes.</summary>
    public const string VictimName = "Melati Kenanga Putri";
    public const string VictimNik = "3602995503110007";
    public const string SafePhone = "081299907766";
    public const string AccusedName = "Jarwo Brandal";
    public const string Narrative = "dipukul dengan gagang sapu di dapur";

    public CaseService Cases => agency.Get<CaseService>();

    public static RegisterCase CaseReport(string risk = "sedang") => new()
    {
        CaseId = Guid.CreateVersion7(),
        StandardCode = "korban-kbga",
        ChannelCode = "tatap-muka",
        Source = "korban",
        Risk = risk,
        SafePhone = SafePhone,
        SafeWay = "Pesan saja, pagi hari",
    };

    public async Task<RegisteredCase> CaseAsync(RegisterCase? command = null, string by = "nani") =>
        (await Cases.RegisterAsync(command ?? CaseReport(), await agency.ActAsync(by))).Value;

    public async Task<Outcome> OpenCaseAsync(Guid caseId, string by = "sari", string reason = "menangani", string password = DemoAgency.Password) =>
        await Cases.OpenAsync(caseId, new OpenCase { Reason = reason, Password = password }, await agency.ActAsync(by));

    public async Task<Outcome> BreakGlassAsync(Guid caseId, string by = "gilang", string reason = "korban di UGD, petugas tidak terhubung") =>
        await Cases.BreakGlassAsync(caseId, new BreakGlass { Reason = reason, Password = DemoAgency.Password }, await agency.ActAsync(by));

    /// <summary>A case sari has taken up and opened.</summary>
    public async Task<RegisteredCase> OpenedCaseAsync()
    {
        var registered = await CaseAsync();
        Require(await OpenCaseAsync(registered.Id));
        return registered;
    }

    /// <summary>A case with everything step 2 asks for.</summary>
    public async Task<RegisteredCase> FilledCaseAsync()
    {
        var registered = await OpenedCaseAsync();
        await FillReportAsync(registered.Id);
        return registered;
    }

    /// <summary>Writes down as sari what step 2 asks for, but for one block where somebody else fills that in.</summary>
    public async Task FillReportAsync(Guid caseId, string? except = null)
    {
        foreach (var (kind, values) in ReportBlocks().Where(b => b.Kind != except))
        {
            var parent = kind == CaseBlocks.Violence ? await BlockIdAsync(caseId, CaseBlocks.Victim) : null;
            Require(await SaveAsync(caseId, kind, values, parent));
        }
    }

    /// <summary>Saves one block as sari, over the one that is there where the kind is not repeatable.</summary>
    public async Task<Outcome<SavedBlock>> SaveAsync(Guid caseId, string kind, IReadOnlyDictionary<string, string> values, Guid? parentId = null, string by = "sari")
    {
        await using var db = agency.OpenDb();
        var there = CaseBlocks.Find(kind)!.IsRepeatable ? null : await db.CaseBlocks.AsNoTracking().FirstOrDefaultAsync(b => b.CaseId == caseId && b.Kind == kind);
        return await Cases.SaveBlockAsync(
            new SaveBlock { CaseId = caseId, BlockId = there?.Id ?? Guid.CreateVersion7(), Kind = kind, ParentId = parentId, Version = there?.Version, Values = values },
            await agency.ActAsync(by));
    }

    public async Task<Guid?> BlockIdAsync(Guid caseId, string kind)
    {
        await using var db = agency.OpenDb();
        return await db.CaseBlocks.Where(b => b.CaseId == caseId && b.Kind == kind && b.RemovedAt == null).OrderBy(b => b.Ordinal).Select(b => (Guid?)b.Id).FirstOrDefaultAsync();
    }

    public static Dictionary<string, string> VictimValues() => new()
    {
        ["kode-klien"] = "K-01",
        [CaseBlocks.Name] = VictimName,
        [CaseBlocks.NikField] = VictimNik,
        ["kelamin"] = "P",
        [CaseBlocks.BirthDate] = "2011-03-15",
        ["kewarganegaraan"] = "wni",
        ["pendidikan"] = "sltp",
        ["pekerjaan"] = "Pelajar",
        ["status-kawin"] = "belum",
        ["disabilitas"] = CaseBlocks.No,
        [CaseBlocks.SafePhone] = SafePhone,
        ["domisili"] = "Kp. Rahasia Sunyi RT 009",
    };

    public static IEnumerable<(string Kind, Dictionary<string, string> Values)> ReportBlocks()
    {
        yield return (CaseBlocks.Register, new() { [CaseBlocks.ReportedOn] = "2026-11-20", [CaseBlocks.ReportedAt] = "09:10", [CaseBlocks.Channel] = "tatap-muka", ["sumber"] = "korban", ["petugas"] = "Sari" });
        yield return (CaseBlocks.Reporter, new() { ["status"] = "korban", ["cara-aman"] = "Pesan saja", [CaseBlocks.SafePhone] = SafePhone });
        yield return (CaseBlocks.Event, new()
        {
            [CaseBlocks.EventOn] = "2026-11-10",
            ["tempat"] = "rumah",
            [CaseBlocks.District] = "36.02.17",
            ["wilayah"] = "Desa Parage",
            [CaseBlocks.CaseKind] = "kta",
            ["kdrt"] = CaseBlocks.Yes,
            ["bentuk"] = "fisik,psikis",
            ["kronologi"] = Narrative,
        });
        yield return (CaseBlocks.Screening, new() { [CaseBlocks.Risk] = "tinggi", ["kewenangan"] = "tangani" });
        yield return (CaseBlocks.Consent, new() { ["pemberi"] = "wali", ["layanan"] = CaseBlocks.Yes, ["data-anonim"] = CaseBlocks.Yes, ["batas-kerahasiaan"] = CaseBlocks.Yes });
        yield return (CaseBlocks.Victim, VictimValues());
        yield return (CaseBlocks.Violence, new() { ["bentuk"] = "fisik", ["rincian"] = Narrative });
        yield return (CaseBlocks.Accused, new() { ["diketahui"] = CaseBlocks.Yes, [CaseBlocks.Name] = AccusedName, ["kelamin"] = "L", ["dewasa"] = "dewasa", ["hubungan"] = "orang-tua" });
    }
}
