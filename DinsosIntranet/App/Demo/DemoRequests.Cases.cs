using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Demo;

/// <summary>
/// Invented reports of violence: one just came in and nobody has taken it up, one is being written down by its worker, one
/// was opened in an emergency and waits for review. Everything in them is made up.
/// </summary>
internal sealed partial class DemoRequests
{
    private void PlanCases()
    {
        var worked = Report(88, "sedang", "nani", "tatap-muka", "korban");
        Add(worked, 80, "sari", WriteDownAsync);
        Add(worked, 70, "sari", FollowUpAsync);
        Add(worked, 20, "gilang", async (id, act) => await cases.BreakGlassAsync(
            id, new BreakGlass { Reason = "Klien datang ke kantor saat petugasnya bertugas di luar kota.", Password = DemoAgency.Password }, act));
        Report(7, "tinggi", "nani", "telepon", "kepolisian");
        Report(3, "rendah", "sari", "penjangkauan", "masyarakat");

        Add(worked, 18, "imas", async (id, act) => await conflicts.DeclareCaseAsync(await NumberAsync(id), act));

        // Standard 001: one directed to the social worker and waiting to be led in, one asked for by the police.
        var directed = Rehabilitation(26, new RegisterCase { CaseId = Guid.CreateVersion7(), ChannelCode = "tatap-muka", Source = "korban", Risk = "sedang", IdCardLeft = "KTP" });
        Add(directed, 22, "hendra", async (id, act) => await dispositions.GiveAsync(
            new GiveDisposition { RequestId = id, ToDeskCode = "pekerja-sosial", ToUserId = _staff["gilang"], Instructions = ["tindak-lanjut"] }, act));
        Rehabilitation(14, new RegisterCase
        {
            CaseId = Guid.CreateVersion7(),
            ChannelCode = "surat",
            Source = "kepolisian",
            Risk = "tinggi",
            Sender = "Polres Manggarai Timur, Unit PPA",
            LetterNumber = "B/117/XI/2026/Reskrim",
        });
        foreach (var (topic, result) in new[] { ("kdrt", "akan-kembali"), ("hukum", "cukup"), ("kdrt", "rujukan") })
        {
            Add(Guid.CreateVersion7(), 40, "nani", async (id, act) => await consultations.RecordAsync(new RecordConsultation { Id = id, Channel = "telepon", Topic = topic, Result = result }, act));
        }
    }

    private Guid Rehabilitation(double minutesAgo, RegisterCase command)
    {
        command.StandardCode = "rehabilitasi-ktk";
        Add(command.CaseId, minutesAgo, "nani", async (_, act) =>
        {
            command.LetterDate = command.LetterNumber.Length > 0 ? _clock!.DateOf(act.Now).AddDays(-1) : null;
            return await cases.RegisterAsync(command, act);
        });
        return command.CaseId;
    }

    private Guid Report(double minutesAgo, string risk, string by, string channel, string source)
    {
        var command = new RegisterCase { CaseId = Guid.CreateVersion7(), StandardCode = "korban-kbga", ChannelCode = channel, Source = source, Risk = risk };
        Add(command.CaseId, minutesAgo, by, async (_, act) => await cases.RegisterAsync(command, act));
        return command.CaseId;
    }

    /// <summary>Opens the case and fills its blocks in one go, since an opening lasts an hour only.</summary>
    private Task<Outcome> WriteDownAsync(Guid caseId, ActionContext act) => WriteDownAsync(caseId, DemoCase.Blocks, act);

    private async Task<Outcome> WriteDownAsync(Guid caseId, IEnumerable<(string Kind, Dictionary<string, string> Values)> blocks, ActionContext act)
    {
        var outcome = await cases.OpenAsync(caseId, new OpenCase { Reason = "menangani", Password = DemoAgency.Password }, act);
        foreach (var (kind, values) in blocks)
        {
            if (outcome.IsOk)
            {
                outcome = await FillAsync(caseId, kind, values, act);
            }
        }

        return outcome;
    }

    /// <summary>An assessment put before the head of the unit, one service, one referral sent, a hearing next week.</summary>
    private async Task<Outcome> FollowUpAsync(Guid caseId, ActionContext act)
    {
        Outcome outcome = Outcome.Ok();
        foreach (var (kind, values) in DemoCase.FollowUps)
        {
            outcome = await FillAsync(caseId, kind, values, act);
            if (!outcome.IsOk)
            {
                return outcome;
            }
        }

        await using var db = await factory.CreateDbContextAsync();
        var referral = await db.CaseBlocks.AsNoTracking().FirstAsync(b => b.CaseId == caseId && b.Kind == CaseBlocks.Referral);
        outcome = await cases.SendReferralAsync(caseId, referral.Id, referral.Version, act);
        if (outcome.IsOk)
        {
            outcome = await cases.SubmitAssessmentAsync(caseId, act);
        }

        var today = _clock!.DateOf(act.Now);
        return outcome.IsOk
            ? await cases.BookHearingAsync(
                new BookHearing
                {
                    CaseId = caseId,
                    HearingId = Guid.CreateVersion7(),
                    Kind = "bap",
                    Stage = "penyidikan",
                    Place = "Unit PPA Polres Lebak",
                    Agenda = "Pemeriksaan tambahan",
                    Day = today.AddDays(7),
                    From = "09.00",
                    Until = "11.00",
                    CompanionId = act.Actor.UserId,
                    ReportDue = today.AddDays(4),
                },
                act)
            : outcome;
    }

    private async Task<Outcome> FillAsync(Guid caseId, string kind, Dictionary<string, string> values, ActionContext act)
    {
        await using var db = await factory.CreateDbContextAsync();
        var there = await db.CaseBlocks.FirstOrDefaultAsync(b => b.CaseId == caseId && b.Kind == kind && b.ParentId == null);
        return await cases.SaveBlockAsync(
            new SaveBlock { CaseId = caseId, BlockId = there?.Id ?? Guid.CreateVersion7(), Kind = kind, Version = there?.Version, Values = WithDays(values, act) }, act);
    }

    /// <summary>Days of the example are told from today.</summary>
    private Dictionary<string, string> WithDays(Dictionary<string, string> values, ActionContext act) => values.ToDictionary(
        v => v.Key,
        v => v.Value.StartsWith(DemoCase.DaysAgo, StringComparison.Ordinal) ? BlockValues.WriteDate(_clock!.DateOf(act.Now).AddDays(-Days(v.Value, DemoCase.DaysAgo)))
            : v.Value.StartsWith(DemoCase.DaysAhead, StringComparison.Ordinal) ? BlockValues.WriteDate(_clock!.DateOf(act.Now).AddDays(Days(v.Value, DemoCase.DaysAhead)))
            : v.Value);

    private static int Days(string value, string prefix) => int.Parse(value.AsSpan(prefix.Length), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The invented case that is being written down.</summary>
internal static class DemoCase
{
    public const string DaysAgo = "hari-lalu:";
    public const string DaysAhead = "hari-lagi:";

    public static IEnumerable<(string Kind, Dictionary<string, string> Values)> FollowUps { get; } =
    [
        (CaseBlocks.Assessment, new()
        {
            ["psikis"] = "Takut pada suara keras, sulit tidur.", ["sosial"] = "Bibi mengasuh sementara dan bersedia melanjutkan.", ["kebutuhan"] = "Konseling dan kepastian tinggal di rumah bibi.",
            ["perlu-rencana"] = CaseBlocks.Yes, ["rencana-tanggal"] = DaysAgo + "0", ["penilai"] = "Sari Wulandari", ["tanggal"] = DaysAgo + "0",
        }),
        (CaseBlocks.Plan, new()
        {
            ["tujuan"] = "Anak aman, kembali bersekolah, dan didampingi selama pemeriksaan.", ["layanan"] = "rehabilitasi,bantuan-hukum", ["penanggung-jawab"] = "Sari Wulandari", ["target"] = DaysAhead + "60", ["disetujui-klien"] = CaseBlocks.Yes,
        }),
        (CaseBlocks.Service, new()
        {
            [ReferralRules.Victims] = "1", ["tanggal"] = DaysAgo + "0", [ServiceRules.Kind] = "rehabilitasi", ["bentuk-layanan"] = "konseling", ["instansi"] = "Dinas Sosial", ["petugas"] = "Sari Wulandari", ["rincian"] = "Pertolongan pertama psikologis bersama bibi.",
        }),
        (CaseBlocks.Referral, new()
        {
            [ReferralRules.Recipient] = "rsud", [ReferralRules.Victims] = "1", [ReferralRules.Needs] = "visum,psikolog", ["alasan"] = "Perlu pemeriksaan lengan dan penilaian psikologis.", [ReferralRules.Consented] = CaseBlocks.Yes, [ReferralRules.ConsentBy] = "wali",
            [ReferralRules.ConsentName] = "Wati Suryani", [ReferralRules.ConsentOn] = DaysAgo + "0", [ReferralRules.ConsentUntil] = DaysAhead + "90", [ReferralRules.Opened] = "identitas,kejadian", [ReferralRules.AnswerBy] = DaysAhead + "7",
        }),
    ];

    public static IEnumerable<(string Kind, Dictionary<string, string> Values)> Blocks { get; } =
    [
        (CaseBlocks.Reporter, new() { ["status"] = "keluarga", [CaseBlocks.Name] = "Wati Suryani", ["hubungan-korban"] = "Bibi", ["cara-aman"] = "Pesan saja, pukul 09.00 sampai 11.00", [CaseBlocks.SafePhone] = "081200990101" }),
        (CaseBlocks.Event, new()
        {
            [CaseBlocks.EventOn] = DaysAgo + "3", ["tempat"] = "rumah", [CaseBlocks.District] = "36.02.17", ["wilayah"] = "Desa Parage", [CaseBlocks.CaseKind] = "kta", ["kdrt"] = CaseBlocks.Yes, ["bentuk"] = "fisik,psikis", ["frekuensi"] = "berulang",
            ["kronologi"] = "Menurut bibinya, anak dipukul di bagian lengan setelah pulang terlambat dan sejak itu tidak berani pulang.",
        }),
        (CaseBlocks.Screening, new() { [CaseBlocks.Risk] = "sedang", ["bahaya-langsung"] = CaseBlocks.No, ["anak-lain"] = CaseBlocks.Yes, ["kebutuhan"] = "aman,psikologis", ["kewenangan"] = "tangani" }),
        (CaseBlocks.Victim, new()
        {
            ["kode-klien"] = "K-01", [CaseBlocks.Name] = "Dinda Rahayu", [CaseBlocks.NikField] = "3602994804130012", ["kelamin"] = "P", [CaseBlocks.BirthDate] = "2013-04-08", ["kewarganegaraan"] = "wni",
            ["domisili"] = "Kp. Sawah RT 008/RW 002", ["pendidikan"] = "sltp", ["pekerjaan"] = "Pelajar", ["status-kawin"] = "belum", ["disabilitas"] = CaseBlocks.No, ["tinggal-dengan"] = "Sementara di rumah bibi",
        }),
        (CaseBlocks.Accused, new() { ["diketahui"] = CaseBlocks.Yes, ["kelamin"] = "L", ["dewasa"] = "dewasa", ["hubungan"] = "orang-tua", ["serumah"] = CaseBlocks.Yes }),
    ];
}
