using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Letters;

public sealed class LetterServiceTests
{
    private const string FirstNumber = "400.9.14.1/001/Dinsos/XI/2026";
    private const string SecondNumber = "400.9.14.1/002/Dinsos/XI/2026";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_Wet_NumberedAndWaitingForInk(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await LetterToSignAsync(agency);

        var outcome = await ApproveAsync(agency, letter.Id, "ratna", SigningMode.Wet);

        Assert.Equal((FirstNumber, LetterStatus.AwaitingSignature, "Ratna Kusumawardani, Kepala Dinas"), (outcome.Value.Number, outcome.Value.Status, outcome.Value.SignerText));
        Assert.Equal(new DateOnly(2027, 2, 21), outcome.Value.ValidUntil);
        Assert.Equal(TestData.Signing, (await ItemAsync(agency, letter.RequestId)).StepId);
        var text = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(outcome.Value.ApprovedFileId!.Value));
        Assert.Contains(FirstNumber, text, StringComparison.Ordinal);
        Assert.Contains("Dra. Hj. Ratna Kusumawardani, M.Si.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("KONSEP", text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task UploadSigned_Scan_IssuedAsItIsAndReadyForTheCounter(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await LetterToSignAsync(agency);
        await ApproveAsync(agency, letter.Id, "asep", SigningMode.Wet);

        var outcome = await agency.Get<LetterService>().UploadSignedAsync(letter.Id, TestData.Scan(), await agency.ActAsync("yusup"));

        Assert.True(outcome.IsOk, outcome.Message);
        var issued = await agency.Data.LetterOfAsync(letter.RequestId);
        Assert.Equal(LetterStatus.Issued, issued.Status);
        Assert.Equal(SampleFiles.Pdf(), await agency.Get<PaperArchive>().ReadAsync(issued.IssuedFileId!.Value));
        var item = await ItemAsync(agency, letter.RequestId);
        Assert.Equal((TestData.HandingOver, "siap-diserahkan"), (item.StepId, item.DeskCode));
    }

    [Fact]
    public async Task UploadSigned_Twice_SecondIsToldAndLeavesNoFile()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await LetterToSignAsync(agency);
        await ApproveAsync(agency, letter.Id, "asep", SigningMode.Wet);
        await agency.Get<LetterService>().UploadSignedAsync(letter.Id, TestData.Scan(), await agency.ActAsync("yusup"));
        var files = agency.VaultFiles();

        var outcome = await agency.Get<LetterService>().UploadSignedAsync(letter.Id, TestData.Scan(), await agency.ActAsync("yusup"));

        Assert.Equal((OutcomeKind.Conflict, files), (outcome.Kind, agency.VaultFiles()));
    }

    [Theory]
    [InlineData("gilang", OutcomeKind.Forbidden)]
    [InlineData("maman", OutcomeKind.Forbidden)]
    [InlineData("admin", OutcomeKind.Forbidden)]
    public async Task UploadSigned_ByAnotherRole_ForbiddenAndLeavesNoFile(string userName, OutcomeKind expected)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await LetterToSignAsync(agency);
        await ApproveAsync(agency, letter.Id, "asep", SigningMode.Wet);
        var files = agency.VaultFiles();

        var outcome = await agency.Get<LetterService>().UploadSignedAsync(letter.Id, TestData.Scan(), await agency.ActAsync(userName));

        Assert.Equal((expected, files), (outcome.Kind, agency.VaultFiles()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task UploadSigned_MetAnotherWrite_FileIsThereAfterTheSecondTry(DatabaseProvider provider)
    {
        var fault = new SaveFault();
        await using var agency = await TestAgency.StartAsync(provider, configure: s => s.AddSingleton<IInterceptor>(fault));
        var letter = await LetterToSignAsync(agency);
        await ApproveAsync(agency, letter.Id, "asep", SigningMode.Wet);
        fault.Arm<Letter>(new DbUpdateConcurrencyException("met another write"));

        var outcome = await agency.Get<LetterService>().UploadSignedAsync(letter.Id, TestData.Scan(), await agency.ActAsync("yusup"));

        Assert.True(outcome.IsOk, outcome.Message);
        var issued = await agency.Data.LetterOfAsync(letter.RequestId);
        Assert.Equal(SampleFiles.Pdf(), await agency.Get<PaperArchive>().ReadAsync(issued.IssuedFileId!.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_AgencySeal_IssuedWithValidSignature(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await LetterToSignAsync(agency);

        var outcome = await ApproveAsync(agency, letter.Id, "asep", SigningMode.AgencySeal);

        Assert.Equal(LetterStatus.Issued, outcome.Value.Status);
        var pdf = await agency.Get<PaperArchive>().ReadAsync(outcome.Value.IssuedFileId!.Value);
        var signature = PdfText.Signature(pdf);
        Assert.Contains("Signature is Valid", signature, StringComparison.Ordinal);
        Assert.Contains("Total document signed", signature, StringComparison.Ordinal);
        Assert.Contains("a.n. KEPALA DINAS SOSIAL", PdfText.Text(pdf), StringComparison.Ordinal);
        Assert.Equal(TestData.HandingOver, (await ItemAsync(agency, letter.RequestId)).StepId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_ByStandIn_PaperSaysPlhWithOwnName(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.StandInAsync("hendra", "ratna");
        var letter = await LetterToSignAsync(agency);

        var outcome = await ApproveAsync(agency, letter.Id, "hendra", SigningMode.AgencySeal);

        Assert.Equal("Hendra Gunawan, Plh. Kepala Dinas Sosial", outcome.Value.SignerText);
        var text = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(outcome.Value.IssuedFileId!.Value));
        Assert.Contains("Plh. KEPALA DINAS SOSIAL", text, StringComparison.Ordinal);
        Assert.Contains("Hendra Gunawan, S.Sos., M.AP.", text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_ManyAtOnce_NumbersFollowWithoutGap(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letters = new List<Letter>();
        for (var n = 0; n < 6; n++)
        {
            letters.Add(await LetterToSignAsync(agency));
        }

        var outcomes = await Task.WhenAll(letters.Select(l => Task.Run(() => ApproveAsync(agency, l.Id, "asep", SigningMode.Wet))));

        Assert.Equal(Enumerable.Range(1, 6), outcomes.Select(o => o.Value.Sequence!.Value).Order());
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_SameLetterByBothSigners_OneNumberOnly(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await LetterToSignAsync(agency);
        var files = agency.VaultFiles();

        var outcomes = await Task.WhenAll(new[] { "asep", "ratna" }.Select(u => Task.Run(() => ApproveAsync(agency, letter.Id, u, SigningMode.Wet))));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.StartsWith("Surat ini sudah disetujui ", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
        Assert.Equal(FirstNumber, (await agency.Data.LetterOfAsync(letter.RequestId)).Number);
        Assert.Equal(files + 1, agency.VaultFiles());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_RefusedForbiddenOrFailed_NextNumberHasNoGap(DatabaseProvider provider)
    {
        var fault = new SaveFault();
        await using var agency = await TestAgency.StartAsync(provider, configure: s => s.AddSingleton<IInterceptor>(fault));
        var letter = await LetterToSignAsync(agency);
        var files = agency.VaultFiles();
        var service = agency.Get<LetterService>();

        var wrongPassword = await service.ApproveAsync(TestData.Approve(letter.Id, SigningMode.Wet) with { Password = "bukan ini" }, await agency.ActAsync("asep"));
        var forbidden = await ApproveAsync(agency, letter.Id, "wahyu", SigningMode.Wet);
        fault.Arm<Letter>(new IOException("disk full"));
        await Assert.ThrowsAsync<IOException>(() => ApproveAsync(agency, letter.Id, "asep", SigningMode.AgencySeal));
        Assert.Equal(files, agency.VaultFiles());
        var approved = await ApproveAsync(agency, letter.Id, "asep", SigningMode.Wet);

        Assert.Equal((OutcomeKind.Refused, "Password"), (wrongPassword.Kind, Assert.Single(wrongPassword.Refusals).Field));
        Assert.Equal(OutcomeKind.Forbidden, forbidden.Kind);
        Assert.Equal(FirstNumber, approved.Value.Number);
    }

    [Theory, DemoStaff(except: ["ratna", "asep"])]
    public async Task Approve_ByAnotherRole_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await LetterToSignAsync(agency);

        var outcome = await ApproveAsync(agency, letter.Id, userName, SigningMode.Wet);

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:surat.setujui", (await agency.TrailAsync())[^1].Act);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Return_WithReason_BackAtPrintingWithTheReason(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await LetterToSignAsync(agency);

        var outcome = await agency.Get<LetterService>().ReturnAsync(letter.Id, "nama salah ejaan", await agency.ActAsync("asep"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(TestData.Printing, (await ItemAsync(agency, letter.RequestId)).StepId);
        await using var db = agency.OpenDb();
        Assert.Equal("nama salah ejaan", (await db.HistoryEntries.OrderByDescending(h => h.Id).FirstAsync()).Detail);
    }

    [Fact]
    public async Task Return_WithoutReason_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await LetterToSignAsync(agency);

        Assert.Equal("reason", Assert.Single((await agency.Get<LetterService>().ReturnAsync(letter.Id, " ", await agency.ActAsync("asep"))).Refusals).Field);
    }

    [Fact]
    public async Task Return_AlreadyNumbered_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await LetterToSignAsync(agency);
        await ApproveAsync(agency, letter.Id, "asep", SigningMode.Wet);

        Assert.Equal(OutcomeKind.Refused, (await agency.Get<LetterService>().ReturnAsync(letter.Id, "salah", await agency.ActAsync("asep"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Void_NumberStaysInTheBookAndTheNextFollows(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await LetterToSignAsync(agency);
        await ApproveAsync(agency, letter.Id, "asep", SigningMode.Wet);

        var outcome = await agency.Get<LetterService>().VoidAsync(letter.Id, "kertas rusak", await agency.ActAsync("dedi"));
        var fresh = await agency.Data.LetterOfAsync(letter.RequestId);
        var approved = await ApproveAsync(agency, fresh.Id, "asep", SigningMode.Wet);

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(SecondNumber, approved.Value.Number);
        await using var db = agency.OpenDb();
        var gone = await db.Letters.SingleAsync(l => l.Id == letter.Id);
        Assert.Equal((LetterStatus.Voided, FirstNumber, "kertas rusak"), (gone.Status, gone.Number, gone.EndedReason));
    }

    [Theory, DemoStaff(except: ["asep", "dedi"])]
    public async Task Void_BySomebodyElse_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await LetterToSignAsync(agency);
        await ApproveAsync(agency, letter.Id, "asep", SigningMode.Wet);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<LetterService>().VoidAsync(letter.Id, "kertas rusak", await agency.ActAsync(userName))).Kind);
    }

    private static async Task<Letter> LetterToSignAsync(TestAgency agency) =>
        await agency.Data.LetterOfAsync((await agency.Data.RequestAtAsync(TestData.Signing)).Id);

    private static async Task<Outcome<Letter>> ApproveAsync(TestAgency agency, Guid letterId, string userName, SigningMode mode) =>
        await agency.Get<LetterService>().ApproveAsync(TestData.Approve(letterId, mode), await agency.ActAsync(userName));

    private static async Task<WorkItem> ItemAsync(TestAgency agency, Guid id)
    {
        await using var db = agency.OpenDb();
        return await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == id);
    }
}
