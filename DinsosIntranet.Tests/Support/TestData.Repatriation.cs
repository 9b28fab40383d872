using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Support;

/// <summary>Migrants brought home, all invented: taken in by nani, passed on by dedi, ratna and wahyu, handled by yayah.</summary>
public sealed partial class TestData
{
    public const string MigrantName = "Kartini Bunga Rampai";
    public const string MigrantAccused = "Barjo Pemangsa";
    public const string Verifying = "5-verifikasi";
    public const string Escorting = "8-pengantaran";
    public const string MigrantReceiver = "Sumarni Wati";

    public RepatriationService Repatriation => agency.Get<RepatriationService>();

    /// <summary>Says yes to whatever a field of choices is answered with, for rules alone.</summary>
    public static bool AnyChoice(MigrantField field, string code) => true;

    public static Migrant Migrant(bool isMinor = false, string name = MigrantName, string country = "my") => new()
    {
        Id = Guid.CreateVersion7(),
        Values = new()
        {
            [MigrantFields.Name] = name,
            [MigrantFields.Nik] = "3602994404900001",
            [MigrantFields.Sex] = "P",
            [MigrantFields.Village] = "Parage",
            [MigrantFields.District] = "36.02.17",
            [MigrantFields.Country] = country,
            [MigrantFields.Papers] = "splp",
            [MigrantFields.PaperNumber] = "SP 990011",
            [MigrantFields.Referrer] = "bp3mi",
            [MigrantFields.Health] = "Pernah dirawat",
            [MigrantFields.Needs] = "Obat pagi dan sore",
            [MigrantFields.Minor] = isMinor ? MigrantFields.Yes : "tidak",
            [MigrantFields.MayReceive] = isMinor ? MigrantReceiver : "",
            [MigrantFields.Accused] = MigrantAccused,
            [MigrantFields.Luggage] = "Satu koper",
        },
    };

    public static Dictionary<string, string> MigrantHandOver(string receiver = MigrantReceiver) => new()
    {
        [MigrantFields.HandedOn] = "2026-11-23",
        [MigrantFields.Receiver] = receiver,
        [MigrantFields.ReceiverNik] = "3602994404700002",
        [MigrantFields.Relation] = "orang-tua",
        [MigrantFields.IdentityCheck] = "ktp",
        [MigrantFields.Witness] = "Darsono Wijaya",
        [MigrantFields.WitnessPosition] = "Sekretaris Desa Parage",
        [MigrantFields.Condition] = "Sehat",
        [MigrantFields.HandedLuggage] = "Satu koper, SPLP",
        [MigrantFields.VisitOn] = "2026-12-21",
    };

    /// <summary>What a form was opened on.</summary>
    public async Task<Guid> RepatriationVersionAsync(Guid id)
    {
        await using var db = agency.OpenDb();
        return await db.RepatriationFiles.Where(f => f.Id == id).Select(f => f.Version).SingleAsync();
    }

    public async Task OpenRepatriationAsync(Guid id, string by) =>
        Require(await Repatriation.OpenAsync(id, new OpenRepatriation { Reason = "menangani", Password = DemoAgency.Password }, await agency.ActAsync(by)));

    /// <summary>The people of a journey, as yayah has them open.</summary>
    public async Task<List<Migrant>> MigrantsAsync(Guid id) => (await agency.Get<RepatriationQueries>().FindAsync(id, await agency.ActorAsync("yayah")))!.Content!.Migrants;

    public async Task<Outcome> HandOverAsync(Guid id, Guid migrantId, Dictionary<string, string> values) =>
        await Repatriation.HandOverAsync(id, migrantId, values, await RepatriationVersionAsync(id), await agency.ActAsync("yayah"));

    /// <summary>From the secretariat through the head and the head of division to yayah.</summary>
    public async Task ToDayasosAsync(Guid id)
    {
        Require(Plain(await agency.Get<DispositionService>().ForwardAsync(new ForwardToHead { RequestId = id, Urgency = Urgency.Urgent }, await agency.ActAsync("dedi"))));
        Require(Plain(await agency.Get<DispositionService>().GiveAsync(new GiveDisposition { RequestId = id, ToDeskCode = "kabid-dayasos", Instructions = ["proses-lanjut"] }, await agency.ActAsync("ratna"))));
        Require(Plain(await agency.Get<DispositionService>().GiveAsync(new GiveDisposition { RequestId = id, ToDeskCode = "staf-dayasos", ToUserId = agency.UserId("yayah"), Instructions = ["proses-lanjut"] }, await agency.ActAsync("wahyu"))));
    }

    /// <summary>At the step of verification, on yayah's desk.</summary>
    public async Task<Guid> RepatriationToVerifyAsync()
    {
        var command = new RegisterRepatriation { RequestId = Guid.CreateVersion7(), People = 2, Contact = "BP3MI, 081299900011", Present = ["warga-lebak", "korban-kekerasan"] };
        var id = command.RequestId;
        Require(Plain(await Repatriation.RegisterAsync(command, await agency.ActAsync("nani"))));
        await ToDayasosAsync(id);
        return id;
    }

    /// <summary>Written down and verified: at the step that forms the team.</summary>
    public async Task<Guid> RepatriationToPlanAsync(params Migrant[] migrants)
    {
        var id = await RepatriationToVerifyAsync();
        await OpenRepatriationAsync(id, "yayah");
        Require(await Repatriation.SaveMigrantsAsync(id, migrants.Length > 0 ? migrants : [Migrant(), Migrant(isMinor: true)], await RepatriationVersionAsync(id), await agency.ActAsync("yayah")));
        Require(await Repatriation.VerifyAsync(id, isFulfilled: true, isResident: true, isVictim: true, null, await agency.ActAsync("yayah")));
        return id;
    }

    /// <summary>Its letter signed and the team formed: on the way.</summary>
    public async Task<Guid> RepatriationUnderWayAsync(params Migrant[] migrants)
    {
        var id = await RepatriationToPlanAsync(migrants);
        Require(await Repatriation.SubmitTeamAsync(id, Journey(), await agency.ActAsync("yayah")));
        await SignRepatriationAsync(id, LetterKinds.Assignment);
        Require(await Repatriation.FormTeamAsync(id, await agency.ActAsync("yayah")));
        return id;
    }

    public async Task<Letter> SignRepatriationAsync(Guid requestId, string kind)
    {
        await using var db = agency.OpenDb();
        var id = await db.Letters.Where(l => l.RequestId == requestId && l.Kind == kind).Select(l => l.Id).SingleAsync();
        var signed = await agency.Get<LetterService>().ApproveAsync(Approve(id, SigningMode.AgencySeal), await agency.ActAsync("ratna"));
        Require(Plain(signed));
        return signed.Value;
    }

    /// <summary>yayah leads, gilang drives, for two days.</summary>
    public PlanJourney Journey(string vehicle = "Avanza A 1234 XY", string driver = "gilang", string lead = "yayah") => new()
    {
        Team = new AssignmentInput
        {
            Members =
            [
                new MemberInput { StaffId = agency.UserId(lead), Duty = "Ketua tim", IsLead = true },
                new MemberInput { StaffId = agency.UserId(driver), Duty = RepatriationRules.Driver },
            ],
            Basis = "Disposisi Kepala Dinas",
            Task = "Menjemput dan mengantar warga migran",
            Place = "Pelabuhan Merak dan Kecamatan Cikulur",
            From = new DateOnly(2026, 11, 23),
            Until = new DateOnly(2026, 11, 24),
            Vehicle = vehicle,
        },
        Point = "Pelabuhan Merak",
        MeetOn = new DateOnly(2026, 11, 23),
    };

    private static Outcome Plain<T>(Outcome<T> outcome) => outcome.IsOk ? Outcome.Ok() : outcome.AsFailure();
}
