using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Letters;

public sealed class ReplacementTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correction_SignedAndOut_NamesTheOldAndRevokesItAtOnce(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var old = await agency.Data.HandedOverAsync();

        var opened = await OpenAsync(agency, old.Id, ReplacementKind.Correction);
        Assert.True(opened.IsOk, opened.Message);
        Assert.Equal("Operator SIKS-NG", opened.Value.DeskName);
        Assert.Equal(LetterStatus.Issued, (await agency.Data.LetterAsync(old.Id)).Status);
        Assert.True((await agency.Get<DtksService>().SubmitAsync(opened.Value.RequestId, await agency.ActAsync("yusup"))).IsOk);
        var draft = await agency.Data.LetterOfAsync(opened.Value.RequestId);
        var waiting = await agency.Get<LetterQueries>().WaitingAsync(await agency.ActorAsync("asep"), await agency.Get<AgencyDirectory>().GetAsync(), agency.Time.Now);
        Assert.Equal((draft.Id, $"mencabut surat {old.Number}"), (Assert.Single(waiting.ToSign).LetterId, waiting.ToSign[0].Note));
        var approved = await agency.Data.ApproveAsync(draft.Id, SigningMode.AgencySeal);

        Assert.True(approved.IsOk, approved.Message);
        var text = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(approved.Value.IssuedFileId!.Value));
        Assert.Contains($"menggantikan surat nomor {old.Number} tanggal 23 November 2026, yang dicabut dan tidak berlaku lagi", text, StringComparison.Ordinal);
        var revoked = await agency.Data.LetterAsync(old.Id);
        Assert.Equal((LetterStatus.Revoked, $"Digantikan surat nomor {approved.Value.Number}. ejaan nama salah"), (revoked.Status, revoked.EndedReason));
        Assert.Equal(VerificationVerdict.Revoked, (await agency.Get<VerificationService>().CheckCodeAsync(old.VerificationCode)).Value.Verdict);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Correction_Wet_OldHoldsUntilTheScanIsIn(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var old = await agency.Data.HandedOverAsync();
        var opened = (await OpenAsync(agency, old.Id, ReplacementKind.Correction)).Value;
        await agency.Get<DtksService>().SubmitAsync(opened.RequestId, await agency.ActAsync("yusup"));
        var draft = await agency.Data.LetterOfAsync(opened.RequestId);

        await agency.Data.ApproveAsync(draft.Id, SigningMode.Wet);
        Assert.Equal(LetterStatus.Issued, (await agency.Data.LetterAsync(old.Id)).Status);
        await agency.Get<LetterService>().UploadSignedAsync(draft.Id, TestData.Scan(), await agency.ActAsync("yusup"));

        Assert.Equal(LetterStatus.Revoked, (await agency.Data.LetterAsync(old.Id)).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Renewal_OpensAtTheCheckWithRequirementsAndLeavesTheOldAlone(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var old = await agency.Data.HandedOverAsync();

        var opened = await OpenAsync(agency, old.Id, ReplacementKind.Renewal);

        Assert.True(opened.IsOk, opened.Message);
        await using var db = agency.OpenDb();
        var request = await db.ServiceRequests.Include(r => r.Requirements).SingleAsync(r => r.Id == opened.Value.RequestId);
        var earlier = await db.ServiceRequests.SingleAsync(r => r.Id == old.RequestId);
        Assert.Equal((earlier.SubjectId, earlier.ApplicantId, earlier.PurposeCode, old.Id), (request.SubjectId, request.ApplicantId, request.PurposeCode, request.ReplacesLetterId));
        Assert.All(request.Requirements, r => Assert.True(r.IsPresent));
        Assert.Equal(TestData.Checking, (await db.WorkItems.SingleAsync(w => w.Id == request.Id)).StepId);
        Assert.NotNull((await db.WorkClocks.SingleAsync(c => c.WorkItemId == request.Id)).DueAt);

        // The letter it is to renew is no obstacle to checking.
        var check = await agency.Get<DtksService>().RecordAsync(agency.Data.Check(request.Id), await agency.ActAsync("yusup"));
        Assert.True(check.IsOk, check.Message);
        await agency.Get<DtksService>().SubmitAsync(request.Id, await agency.ActAsync("yusup"));
        var approved = await agency.Data.ApproveAsync((await agency.Data.LetterOfAsync(request.Id)).Id, SigningMode.AgencySeal);
        Assert.Contains($"menggantikan surat nomor {old.Number} tanggal 23 November 2026.", PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(approved.Value.IssuedFileId!.Value)), StringComparison.Ordinal);
        Assert.Equal(LetterStatus.Issued, (await agency.Data.LetterAsync(old.Id)).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Open_ByTwoAtOnce_OneRequestOnly(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var old = await agency.Data.HandedOverAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => OpenAsync(agency, old.Id, ReplacementKind.Correction))));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.StartsWith("Pengganti surat ini sedang diproses", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OfALetterAlreadyReplaced_ToldByWhich()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var old = await agency.Data.HandedOverAsync();
        var opened = (await OpenAsync(agency, old.Id, ReplacementKind.Correction)).Value;
        await agency.Get<DtksService>().SubmitAsync(opened.RequestId, await agency.ActAsync("yusup"));
        var replacement = (await agency.Data.ApproveAsync((await agency.Data.LetterOfAsync(opened.RequestId)).Id, SigningMode.AgencySeal)).Value;
        await agency.Data.HandOverAsync(opened.RequestId);

        var outcome = await OpenAsync(agency, old.Id, ReplacementKind.Correction);

        Assert.Equal((OutcomeKind.Conflict, $"Surat ini sudah digantikan surat nomor {replacement.Number}."), (outcome.Kind, outcome.Message));
    }

    /// <summary>A head of division does not take back what the head of agency signed by signing something else.</summary>
    [Fact]
    public async Task Correction_OfTheHeadsLetterSignedByTheDivision_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var old = await agency.Data.LetterToSignAsync();
        await agency.Data.ApproveAsync(old.Id, SigningMode.AgencySeal, by: "ratna");
        await agency.Data.HandOverAsync(old.RequestId);
        var opened = (await OpenAsync(agency, old.Id, ReplacementKind.Correction)).Value;
        await agency.Get<DtksService>().SubmitAsync(opened.RequestId, await agency.ActAsync("yusup"));
        var draft = await agency.Data.LetterOfAsync(opened.RequestId);

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.ApproveAsync(draft.Id, SigningMode.AgencySeal, by: "asep")).Kind);
        Assert.True((await agency.Data.ApproveAsync(draft.Id, SigningMode.AgencySeal, by: "ratna")).IsOk);
    }

    [Fact]
    public async Task Open_NotHandedOverNoKindOrNoReason_RefusedAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var waiting = await agency.Data.IssuedAsync();
        var old = await agency.Data.HandedOverAsync();
        var service = agency.Get<ReplacementService>();

        Assert.Equal(OutcomeKind.Refused, (await OpenAsync(agency, waiting.Id, ReplacementKind.Correction)).Kind);
        var empty = await service.OpenAsync(new OpenReplacement { LetterId = old.Id, Kind = null, Reason = " " }, await agency.ActAsync("nani"));
        Assert.Equal(["Kind", "Reason"], empty.Refusals.Select(r => r.Field!));
        await using var db = agency.OpenDb();
        Assert.False(await db.ServiceRequests.AnyAsync(r => r.ReplacesLetterId != null));
    }

    [Theory, DemoStaff(except: ["nani", "dedi"])]
    public async Task Open_BySomebodyElse_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var old = await agency.Data.HandedOverAsync();

        Assert.Equal(OutcomeKind.Forbidden, (await OpenAsync(agency, old.Id, ReplacementKind.Correction, userName)).Kind);
    }

    private static async Task<Outcome<OpenedReplacement>> OpenAsync(TestAgency agency, Guid letterId, ReplacementKind kind, string by = "nani") =>
        await agency.Get<ReplacementService>().OpenAsync(new OpenReplacement { LetterId = letterId, Kind = kind, Reason = "ejaan nama salah" }, await agency.ActAsync(by));
}
