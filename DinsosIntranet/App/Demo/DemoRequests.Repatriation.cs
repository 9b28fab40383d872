using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Demo;

/// <summary>
/// Invented migrants: two on the way of whom one is home, two whose team sets out tomorrow, one report to be verified, one
/// referred to another agency.
/// </summary>
internal sealed partial class DemoRequests
{
    private void PlanRepatriations()
    {
        var onTheWay = ToDayasos(150, 2, "BP3MI Banten, 081200990201");
        Add(onTheWay, 140, "yayah", (id, act) => WriteMigrantsAsync(id, [DemoMigrants.Kokom, DemoMigrants.Rizki], act));
        Form(onTheWay, 132, "Avanza A 1234 XY", "yayah", "gilang", "Pelabuhan Merak", daysAhead: 0);
        Add(onTheWay, 110, "yayah", (id, act) => repatriations.DepartAsync(id, _clock!.DateOf(act.Now), act));
        Add(onTheWay, 40, "yayah", HandOverFirstAsync);

        var tomorrow = ToDayasos(85, 2, "KJRI Jeddah lewat BP3MI, 081200990202");
        Add(tomorrow, 78, "yayah", (id, act) => WriteMigrantsAsync(id, [DemoMigrants.Enah, DemoMigrants.Ujang], act));
        Form(tomorrow, 70, "Elf A 77 BC", "wahyu", "yusup", "Bandara Soekarno-Hatta", daysAhead: 3);

        var referred = ToDayasos(64, 1, "Keluarga, 081200990203");
        Add(referred, 56, "yayah", (id, act) => repatriations.VerifyAsync(id, isFulfilled: false, isResident: false, isVictim: true, "bukan-warga", act));
        Add(referred, 52, "yayah", (id, act) => repatriations.SubmitReferralAsync(id, "Dinas Sosial Kabupaten Pandeglang", "Jalan Raya Pandeglang", act));

        ToDayasos(12, 1, "RPTC Bambu Apus, 081200990204");
    }

    /// <summary>Taken in, and passed on to the member of the division who verifies.</summary>
    private Guid ToDayasos(double minutesAgo, int people, string contact)
    {
        var command = new RegisterRepatriation
        {
            RequestId = Guid.CreateVersion7(),
            People = people,
            Contact = contact,
            Present = [RepatriationService.ResidentRequirement, RepatriationService.VictimRequirement],
        };
        var id = command.RequestId;
        Add(id, minutesAgo, "nani", async (_, act) => await repatriations.RegisterAsync(command, act));
        Add(id, minutesAgo - 1, "dedi", async (request, act) => await dispositions.ForwardAsync(new ForwardToHead { RequestId = request, Urgency = Urgency.Urgent }, act));
        Add(id, minutesAgo - 2, "ratna", async (request, act) => await dispositions.GiveAsync(new GiveDisposition { RequestId = request, ToDeskCode = "kabid-dayasos", Instructions = ["proses-lanjut"] }, act));
        Add(id, minutesAgo - 3, "wahyu", async (request, act) => await dispositions.GiveAsync(
            new GiveDisposition { RequestId = request, ToDeskCode = "staf-dayasos", ToUserId = _staff["yayah"], Instructions = ["proses-lanjut"] }, act));
        return id;
    }

    private async Task<Outcome> WriteMigrantsAsync(Guid id, IReadOnlyList<Dictionary<string, string>> people, ActionContext act)
    {
        var outcome = await repatriations.OpenAsync(id, new OpenRepatriation { Reason = "menangani", Password = DemoAgency.Password }, act);
        if (outcome.IsOk)
        {
            outcome = await repatriations.SaveMigrantsAsync(id, [.. people.Select(p => new Migrant { Id = Guid.CreateVersion7(), Values = new Dictionary<string, string>(p) })], await VersionAsync(id), act);
        }

        return outcome.IsOk ? await repatriations.VerifyAsync(id, isFulfilled: true, isResident: true, isVictim: true, null, act) : outcome;
    }

    private void Form(Guid id, double minutesAgo, string vehicle, string lead, string driver, string point, int daysAhead)
    {
        Add(id, minutesAgo, "yayah", async (request, act) =>
        {
            var first = _clock!.DateOf(act.Now).AddDays(daysAhead);
            return await repatriations.SubmitTeamAsync(
                request,
                new PlanJourney
                {
                    Team = new AssignmentInput
                    {
                        Members =
                        [
                            new MemberInput { StaffId = _staff[lead], Duty = "Ketua tim", IsLead = true },
                            new MemberInput { StaffId = _staff[driver], Duty = RepatriationRules.Driver },
                        ],
                        Basis = "Disposisi Kepala Dinas",
                        Task = "Menjemput dan mengantar warga migran dari titik debarkasi ke desa/kelurahan asal",
                        Place = point + " dan Kabupaten Lebak",
                        From = first,
                        Until = first.AddDays(1),
                        Vehicle = vehicle,
                    },
                    Point = point,
                    MeetOn = first,
                },
                act);
        });
        Add(id, minutesAgo - 3, "ratna", async (request, act) =>
        {
            await using var db = await factory.CreateDbContextAsync();
            var letter = await db.Letters.AsNoTracking().FirstAsync(l => l.RequestId == request && l.Status == LetterStatus.Draft);
            return await letters.ApproveAsync(new ApproveLetter { LetterId = letter.Id, Mode = SigningMode.AgencySeal, Password = DemoAgency.Password }, act);
        });
        Add(id, minutesAgo - 5, "yayah", (request, act) => repatriations.FormTeamAsync(request, act));
    }

    private async Task<Outcome> HandOverFirstAsync(Guid id, ActionContext act)
    {
        var opened = await repatriations.OpenAsync(id, new OpenRepatriation { Reason = "mengantar", Password = DemoAgency.Password }, act);
        await using var db = await factory.CreateDbContextAsync();
        var first = vault.Open(await db.RepatriationFiles.AsNoTracking().FirstAsync(f => f.Id == id)).Migrants[0].Id;
        var today = _clock!.DateOf(act.Now);
        var values = new Dictionary<string, string>(DemoMigrants.HandOver) { [MigrantFields.HandedOn] = Migrant.Day(today), [MigrantFields.VisitOn] = Migrant.Day(today.AddDays(14)) };
        return opened.IsOk ? await repatriations.HandOverAsync(id, first, values, await VersionAsync(id), act) : opened;
    }

    private async Task<Guid> VersionAsync(Guid id)
    {
        await using var db = await factory.CreateDbContextAsync();
        return await db.RepatriationFiles.AsNoTracking().Where(f => f.Id == id).Select(f => f.Version).FirstAsync();
    }
}

/// <summary>The invented people; their numbers lie in a district that does not exist.</summary>
internal static class DemoMigrants
{
    public static Dictionary<string, string> Kokom { get; } = Person("Kokom Komalasari", "P", "3602994107880021", "sa", "36.02.03", "Bayah Barat", "Kp. Cisiih RT 004/RW 002", new()
    {
        [MigrantFields.Family] = "Emad (ayah), 081200990211",
        [MigrantFields.Health] = "Nyeri punggung, sudah diperiksa",
        [MigrantFields.Needs] = "Obat nyeri sesudah makan",
        [MigrantFields.Luggage] = "Dua tas",
        [MigrantFields.Accused] = "Sarip Hidayat",
    });

    public static Dictionary<string, string> Rizki { get; } = Person("Rizki Maulana", "L", "3602991203140022", "sa", "36.02.03", "Bayah Barat", "Kp. Cisiih RT 004/RW 002", new()
    {
        [MigrantFields.Birth] = "2014-03-12",
        [MigrantFields.Minor] = MigrantFields.Yes,
        [MigrantFields.MayReceive] = "Emad Sumantri\nNyai Romlah",
        [MigrantFields.Family] = "Emad (kakek), 081200990211",
        [MigrantFields.Health] = "Baik",
        [MigrantFields.Needs] = "Makan siang",
        [MigrantFields.Accused] = "Sarip Hidayat",
    });

    public static Dictionary<string, string> Enah { get; } = Person("Enah Suhaenah", "P", "3602995506920023", "my", "36.02.17", "Parage", "Kp. Pasir Eurih RT 003/RW 001", new()
    {
        [MigrantFields.Family] = "Sarmin (suami), 081200990212",
        [MigrantFields.Health] = "Hamil lima bulan",
        [MigrantFields.Needs] = "Duduk di depan, berhenti tiap dua jam",
        [MigrantFields.Luggage] = "Satu koper",
    });

    public static Dictionary<string, string> Ujang { get; } = Person("Ujang Suherman", "L", "3602990208850024", "kh", "36.02.13", "Sangiang", "Kp. Babakan RT 001/RW 003", new()
    {
        [MigrantFields.Family] = "Icih (ibu), 081200990213",
        [MigrantFields.Health] = "Luka lama di tangan kanan",
    });

    public static Dictionary<string, string> HandOver { get; } = new()
    {
        [MigrantFields.Receiver] = "Emad Sumantri",
        [MigrantFields.ReceiverNik] = "3602990507600025",
        [MigrantFields.Relation] = "orang-tua",
        [MigrantFields.IdentityCheck] = "kk",
        [MigrantFields.Witness] = "Asnawi",
        [MigrantFields.WitnessPosition] = "Sekretaris Desa Bayah Barat",
        [MigrantFields.Condition] = "Sehat, lelah",
        [MigrantFields.HandedLuggage] = "Dua tas, SPLP",
    };

    private static Dictionary<string, string> Person(string name, string sex, string nik, string country, string district, string village, string address, Dictionary<string, string> more) => new(more)
    {
        [MigrantFields.Name] = name,
        [MigrantFields.Sex] = sex,
        [MigrantFields.Nik] = nik,
        [MigrantFields.Country] = country,
        [MigrantFields.District] = district,
        [MigrantFields.Village] = village,
        [MigrantFields.Address] = address,
        [MigrantFields.Papers] = "splp",
        [MigrantFields.PaperNumber] = "XD 9900" + nik[^2..],
        [MigrantFields.Referrer] = "bp3mi",
        [MigrantFields.Minor] = more.GetValueOrDefault(MigrantFields.Minor, "tidak"),
    };
}
