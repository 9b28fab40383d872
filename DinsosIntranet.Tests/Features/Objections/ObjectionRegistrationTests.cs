using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Objections;

/// <summary>Taking an objection in: what it says, when it may, and what stands in the way.</summary>
public sealed class ObjectionRegistrationTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_AgainstARefusal_NumberedWithFormClockAndStory(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RefusedAsync();

        var registered = await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection(), await agency.ActAsync("nani"));

        Assert.True(registered.IsOk, registered.Message);
        Assert.Equal("KBR/1/2026", registered.Value.Number);
        await using var db = agency.OpenDb();
        var objection = await db.Objections.SingleAsync();
        Assert.Equal((agency.Time.Now, new DateOnly(2027, 1, 8), ObjectionState.Waiting), (objection.ReceivedAt, objection.PromisedOn, objection.State));
        Assert.Contains(await db.HistoryEntries.Where(h => h.WorkItemId == request.Id).Select(h => h.Title).ToListAsync(), t => t == "Keberatan KBR/1/2026 diterima");
        var form = await db.Letters.SingleAsync(l => l.Kind == LetterKinds.ObjectionForm);
        Assert.Equal((registered.Value.FormLetterId, LetterStatus.Issued), (form.Id, form.Status));
        var pdf = await agency.Get<PaperArchive>().ReadAsync(form.IssuedFileId!.Value);
        Assert.Equal(2, PdfText.Pages(pdf));
        var words = PdfText.Text(pdf);
        Assert.Contains("Lembar 1, untuk pemohon: tanda terima keberatan", words, StringComparison.Ordinal);
        Assert.Contains("Lembar 2, arsip dinas", words, StringComparison.Ordinal);
        Assert.Contains("Saya hanya meminta angka, bukan nama.", words, StringComparison.Ordinal);
        Assert.Contains("paling lambat Jumat, 8 Januari 2027", words, StringComparison.Ordinal);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "keberatan.daftar");
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Register_ByAProxy_KeepsTheAuthorityAndPrintsIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RefusedAsync();
        var input = TestData.Objection() with { HasProxy = true, ProxyName = "Rudi Contoh", ProxyAddress = "Kp. Contoh", ProxyIdentity = "3602990101900009", ProxyLetter = "No. 1, 20 November 2026" };

        Assert.True((await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, input, await agency.ActAsync("lilis"))).IsOk);

        await using var db = agency.OpenDb();
        Assert.Equal("RUDI CONTOH", (await db.Objections.SingleAsync()).ProxyName!.ToUpperInvariant());
        var form = await db.Letters.SingleAsync(l => l.Kind == LetterKinds.ObjectionForm);
        var words = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(form.IssuedFileId!.Value));
        Assert.Contains("No. 1, 20 November 2026", words, StringComparison.Ordinal);
        Assert.DoesNotContain("3602990101900009", words, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<ObjectionInput>> Wrong => new()
    {
        { nameof(ObjectionInput.ReceivedOn), i => i.ReceivedOn = null },
        { nameof(ObjectionInput.ReceivedOn), i => i.ReceivedOn = new DateOnly(2026, 11, 24) },
        { nameof(ObjectionInput.Grounds), i => i.Grounds = [] },
        { nameof(ObjectionInput.Grounds), i => i.Grounds = ["z"] },
        { nameof(ObjectionInput.Grounds), i => i.Grounds = ["c"] },
        { nameof(ObjectionInput.Grounds), i => i.ReceivedOn = new DateOnly(2026, 11, 20) },
        { nameof(ObjectionInput.CaseText), i => i.CaseText = " " },
        { nameof(ObjectionInput.CaseText), i => i.CaseText = new string('x', Objection.CaseMaxLength + 1) },
        { nameof(ObjectionInput.Purpose), i => i.Purpose = "" },
        { nameof(ObjectionInput.ProxyName), i => Proxy(i).ProxyName = "" },
        { nameof(ObjectionInput.ProxyAddress), i => Proxy(i).ProxyAddress = "" },
        { nameof(ObjectionInput.ProxyIdentity), i => Proxy(i).ProxyIdentity = "" },
        { nameof(ObjectionInput.ProxyLetter), i => Proxy(i).ProxyLetter = "" },
    };

    [Theory, MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task Register_Wrong_RefusedBesideItsFieldAndNothingWritten(string field, Action<ObjectionInput> spoil)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RefusedAsync();
        var input = TestData.Objection();
        spoil(input);
        var (records, files) = ((await agency.TrailAsync()).Count, agency.VaultFiles());

        var outcome = await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, input, await agency.ActAsync("nani"));

        Assert.Equal((OutcomeKind.Refused, field), (outcome.Kind, Assert.Single(outcome.Refusals).Field));
        Assert.Equal((records, files), ((await agency.TrailAsync()).Count, agency.VaultFiles()));
        await using var db = agency.OpenDb();
        Assert.False(await db.Objections.AnyAsync());
        Assert.False(await db.NumberBooks.AnyAsync(b => b.Code == LetterKinds.ObjectionForm));
    }

    [Fact]
    public async Task Register_AfterThirtyWorkingDays_ToldUntilWhenItCouldBe()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RefusedAsync();
        agency.Time.SetLocal(2027, 1, 11, 9, 0);

        var late = await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection() with { ReceivedOn = new DateOnly(2027, 1, 11) }, await agency.ActAsync("nani"));
        var inTime = await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection() with { ReceivedOn = new DateOnly(2027, 1, 8) }, await agency.ActAsync("nani"));

        Assert.Contains("yaitu Jumat, 8 Januari 2027", late.Message, StringComparison.Ordinal);
        Assert.True(inTime.IsOk, inTime.Message);
    }

    [Fact]
    public async Task Register_UnansweredPastTheLimit_OnTheOpenRequest()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RegisterAsync(TestData.InformationRequest());
        var early = await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection("c"), await agency.ActAsync("nani"));
        agency.Time.SetLocal(2026, 12, 14, 9, 0);

        var late = await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection("c") with { ReceivedOn = new DateOnly(2026, 12, 14) }, await agency.ActAsync("nani"));

        Assert.Contains("Batas waktu jawaban belum lewat", early.Message, StringComparison.Ordinal);
        Assert.True(late.IsOk, late.Message);
    }

    [Theory]
    [InlineData("ratna")]
    [InlineData("maman")]
    [InlineData("yusup")]
    public async Task Register_NotTheirTask_ForbiddenAndRecorded(string user)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RefusedAsync();

        var outcome = await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection(), await agency.ActAsync(user));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "ditolak:keberatan.daftar");
    }

    [Fact]
    public async Task Register_NoInformationRequest_NotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var other = await agency.Data.RegisterAsync();

        Assert.Equal(OutcomeKind.NotFound, (await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), other.Id, TestData.Objection(), await agency.ActAsync("nani"))).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), Guid.CreateVersion7(), TestData.Objection(), await agency.ActAsync("nani"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_TwoAtOnce_OneWinsTheOtherIsToldWho(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RefusedAsync();
        var (nani, dedi) = (await agency.ActAsync("nani"), await agency.ActAsync("dedi"));

        var outcomes = await Task.WhenAll(
            Task.Run(() => agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection(), nani)),
            Task.Run(() => agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection(), dedi)));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.Contains("sudah didaftarkan", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
        await using var db = agency.OpenDb();
        Assert.Equal((1, 1), (await db.Objections.CountAsync(), await db.Letters.CountAsync(l => l.Kind == LetterKinds.ObjectionForm)));
    }

    [Fact]
    public async Task Register_DraftKept_GoesWithIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RefusedAsync();
        var nani = await agency.ActAsync("nani");
        await agency.Get<DraftStore>().SaveAsync(nani.Actor.UserId, ObjectionService.DraftKey(request.Id), TestData.Objection());

        await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection(), nani);

        Assert.Null(await agency.Get<DraftStore>().FindAsync<ObjectionInput>(nani.Actor.UserId, ObjectionService.DraftKey(request.Id)));
    }

    [Fact]
    public async Task Form_Refused_OffersTheFittingGroundsWithTheirLastDay()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RefusedAsync();

        var form = await agency.Get<ObjectionQueries>().FormAsync(request.Id, await agency.ActorAsync("nani"));

        Assert.Equal(["a", "b"], form!.Grounds.Where(g => g.ArisesOn is not null).Select(g => g.Code));
        Assert.Equal(new DateOnly(2027, 1, 8), form.Grounds[0].LodgeBy);
        Assert.Null(await agency.Get<ObjectionQueries>().FormAsync(request.Id, await agency.ActorAsync("ratna")));
    }

    [Fact]
    public async Task WithdrawnRequest_TakesItsOpenObjectionAlong()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RegisterAsync(TestData.InformationRequest());
        agency.Time.SetLocal(2026, 12, 14, 9, 0);
        var registered = await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection("c") with { ReceivedOn = new DateOnly(2026, 12, 14) }, await agency.ActAsync("nani"));

        var withdrawn = await agency.Get<DinsosIntranet.Features.Intake.WithdrawalService>().WithdrawAsync(
            request.Id,
            new DinsosIntranet.Features.Intake.Domain.WithdrawalInput { AskedBy = DinsosIntranet.Features.Intake.Domain.WithdrawalAsker.Applicant, Reason = "Sudah mendapatkannya sendiri." },
            await agency.ActAsync("dedi"));

        Assert.True(withdrawn.IsOk, withdrawn.Message);
        await using var db = agency.OpenDb();
        Assert.Equal(ObjectionState.Withdrawn, (await db.Objections.SingleAsync(o => o.Id == registered.Value.Id)).State);
        Assert.Equal(WorkStatus.Withdrawn, (await db.WorkItems.SingleAsync(w => w.Id == request.Id)).Status);
    }

    private static ObjectionInput Proxy(ObjectionInput input)
    {
        (input.HasProxy, input.ProxyName, input.ProxyAddress, input.ProxyIdentity, input.ProxyLetter) = (true, "Rudi Contoh", "Kp. Contoh", "3602990101900009", "No. 1");
        return input;
    }
}
