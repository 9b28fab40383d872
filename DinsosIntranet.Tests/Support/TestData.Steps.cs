using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Support;

/// <summary>Requests walked along standard 004 by the people who would do it.</summary>
public sealed partial class TestData
{
    public const string Intake = "1-terima";
    public const string Agenda = "2-sekretariat";
    public const string Disposing = "3-disposisi";
    public const string Assigning = "4-tugas-kabid";
    public const string Checking = "5-cek-siks-ng";
    public const string Informing = "6-informasi";
    public const string Printing = "7-cetak-surat";
    public const string Signing = "8-tanda-tangan";
    public const string HandingOver = "9-penyerahan";

    private static readonly string[] MainRoad = [Agenda, Disposing, Assigning, Checking, Printing, Signing, HandingOver];

    /// <summary>
    /// A request that stands at the named step, registered by nani, recorded by dedi, disposed by ratna, assigned by asep,
    /// checked by yusup, and for the last step signed by asep with the agency's seal.
    /// </summary>
    public async Task<RegisteredRequest> RequestAtAsync(string stepId, RegisterRequest? command = null)
    {
        command ??= Request();
        if (stepId == Intake)
        {
            return await RegisterAsync(command with { Requirements = OneMissing });
        }

        var request = await RegisterAsync(command);
        if (stepId == Informing)
        {
            await WalkAsync(request.Id, Checking);
            Require(await agency.Get<DtksService>().RecordAsync(Check(request.Id) with { IsRegistered = false }, await agency.ActAsync("yusup")));
            return request;
        }

        await WalkAsync(request.Id, stepId);
        return request;
    }

    public RecordDtksCheck Check(Guid requestId) => new()
    {
        RequestId = requestId,
        Source = RegisterSource.Dtsen,
        Period = "Triwulan IV 2026",
        IsRegistered = true,
        FamilyId = "3602-99-0412-7731",
        Decile = 3,
        Programmes = ["PKH"],
        CheckedAt = agency.Time.Now,
        PurposeCode = "pip",
    };

    public static GiveDisposition ToDivision(Guid requestId) => new() { RequestId = requestId, ToDeskCode = "kabid-linjamsos", Instructions = ["proses-lanjut"] };

    public static GiveDisposition ToOperators(Guid requestId) => new() { RequestId = requestId, ToDeskCode = "operator-siks-ng", Instructions = ["proses-lanjut"] };

    /// <summary>
    /// Makes step 2 of standard 004 another step of receiving at the counter. Before anything has read the standards: a
    /// version once read is never read again.
    /// </summary>
    public Task ReceiveTwiceAsync() => agency.SqlAsync($"""
        UPDATE "StandardVersions" SET "Json" = replace(replace("Json", '"action": "forward"', '"action": "receive"'), '"desk": "sekretariat"', '"desk": "front-office"')
        WHERE "Code" = 'dtks'
        """);

    /// <summary>The certificate being worked on: the newest that is not voided.</summary>
    public async Task<Letter> LetterOfAsync(Guid requestId)
    {
        await using var db = agency.OpenDb();
        return await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId && l.Kind == LetterKinds.DtksCertificate && l.Status != LetterStatus.Voided)
            .OrderByDescending(l => l.Id)
            .FirstAsync();
    }

    public static ApproveLetter Approve(Guid letterId, SigningMode mode) => new() { LetterId = letterId, Mode = mode, Password = DemoAgency.Password };

    private async Task WalkAsync(Guid id, string stepId)
    {
        foreach (var passed in MainRoad.TakeWhile(s => s != stepId))
        {
            Require(await PassAsync(id, passed));
        }
    }

    private async Task<Outcome> PassAsync(Guid id, string step) => step switch
    {
        Agenda => await agency.Get<DispositionService>().ForwardAsync(new ForwardToHead { RequestId = id, Urgency = Urgency.Normal }, await agency.ActAsync("dedi")),
        Disposing => await agency.Get<DispositionService>().GiveAsync(ToDivision(id), await agency.ActAsync("ratna")),
        Assigning => await agency.Get<DispositionService>().GiveAsync(ToOperators(id), await agency.ActAsync("asep")),
        Checking => await agency.Get<DtksService>().RecordAsync(Check(id), await agency.ActAsync("yusup")),
        Printing => await agency.Get<DtksService>().SubmitAsync(id, await agency.ActAsync("yusup")),
        Signing => await agency.Get<LetterService>().ApproveAsync(Approve((await LetterOfAsync(id)).Id, SigningMode.AgencySeal), await agency.ActAsync("asep")),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static void Require(Outcome outcome)
    {
        if (!outcome.IsOk)
        {
            throw new InvalidOperationException($"A step of the test's own preparation was not taken: {outcome.Kind}, {outcome.Message}");
        }
    }
}
