using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Support;

/// <summary>Migrants brought home, all invented: taken in by nani, passed on by dedi, ratna and wahyu, handled by yayah.</summary>
public sealed partial class TestData
{
    public const string MigrantName = "Kartini Bunga Rampai";
    public const string MigrantAccused = "Barjo Pemangsa";

    public RepatriationService Repatriation => agency.Get<RepatriationService>();

    public static Migrant Migrant(bool isMinor = false) => new()
    {
        Id = Guid.CreateVersion7(),
        Values = new()
        {
            [MigrantFields.Name] = MigrantName,
            [MigrantFields.Nik] = "3602994404900001",
            ["kelamin"] = "Perempuan",
            ["desa"] = "Parage",
            ["kecamatan"] = "Cikulur",
            ["negara"] = "Malaysia",
            [MigrantFields.Papers] = "SPLP",
            [MigrantFields.PaperNumber] = "SP 990011",
            ["perujuk"] = "BP3MI",
            ["kesehatan"] = "Baik",
            [MigrantFields.Minor] = isMinor ? MigrantFields.Yes : "Tidak",
            [MigrantFields.MayReceive] = isMinor ? "Sumarni Wati" : "",
            [MigrantFields.Accused] = MigrantAccused,
        },
    };

    public static Dictionary<string, string> MigrantHandOver(string receiver = "Sumarni Wati") => new()
    {
        [MigrantFields.Receiver] = receiver,
        [MigrantFields.ReceiverNik] = "3602994404700002",
        ["hubungan"] = "Ibu",
        ["keadaan"] = "Sehat",
        [MigrantFields.HandedOn] = "2026-11-23",
    };

    /// <summary>At the step of verification, on yayah's desk.</summary>
    public async Task<Guid> RepatriationToVerifyAsync()
    {
        var command = new RegisterRepatriation { RequestId = Guid.CreateVersion7(), People = 2, Contact = "BP3MI, 081299900011", Present = ["warga-lebak", "korban-kekerasan"] };
        var id = command.RequestId;
        Require(Plain(await Repatriation.RegisterAsync(command, await agency.ActAsync("nani"))));
        Require(Plain(await agency.Get<DispositionService>().ForwardAsync(new ForwardToHead { RequestId = id, Urgency = Urgency.Urgent }, await agency.ActAsync("dedi"))));
        Require(Plain(await agency.Get<DispositionService>().GiveAsync(new GiveDisposition { RequestId = id, ToDeskCode = "kabid-dayasos", Instructions = ["proses-lanjut"] }, await agency.ActAsync("ratna"))));
        Require(Plain(await agency.Get<DispositionService>().GiveAsync(new GiveDisposition { RequestId = id, ToDeskCode = "staf-dayasos", ToUserId = agency.UserId("yayah"), Instructions = ["proses-lanjut"] }, await agency.ActAsync("wahyu"))));
        return id;
    }

    /// <summary>Written down and verified: at the step that forms the team.</summary>
    public async Task<Guid> RepatriationToPlanAsync(params Migrant[] migrants)
    {
        var id = await RepatriationToVerifyAsync();
        var opened = await Repatriation.RevealAsync(id, await agency.ActAsync("yayah"));
        Require(await Repatriation.SaveMigrantsAsync(id, migrants.Length > 0 ? migrants : [Migrant(), Migrant(isMinor: true)], opened.Value.Version, await agency.ActAsync("yayah")));
        Require(await Repatriation.VerifyAsync(id, isFulfilled: true, isResident: true, isVictim: true, null, await agency.ActAsync("yayah")));
        return id;
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
