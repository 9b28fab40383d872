using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using RegisterQueries = DinsosIntranet.Features.Intake.RequestQueries;
using RequestQueries = DinsosIntranet.Features.Desks.RequestQueries;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class WithdrawalServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Withdraw_PausedRequest_ClosedWithWhoAskedAndWhy(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await agency.Get<DeskService>().PauseAsync(request.Id, "sistem-pusat", null, await agency.ActAsync("yusup"));

        var outcome = await agency.Data.WithdrawAsync(request.Id);

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Withdrawn, (await db.WorkItems.SingleAsync()).Status);
        var last = await db.HistoryEntries.OrderByDescending(h => h.Id).FirstAsync();
        Assert.Equal(("Ditarik pemohon", "sudah diurus di desa"), (last.Title, last.Detail));
        var kept = await db.Withdrawals.SingleAsync();
        Assert.Equal((request.Id, WithdrawalAsker.Applicant, null), (kept.RequestId, kept.AskedBy, kept.ProxyName));
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Withdraw_ByProxy_CardKeptAndNotInTheHistory()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Agenda);

        var outcome = await agency.Data.WithdrawAsync(request.Id, TestData.Withdrawal() with
        {
            AskedBy = WithdrawalAsker.Proxy,
            ProxyName = "Dewi Lestari",
            ProxyRelation = "anak",
            IdentityNumber = "3602 9952 0685 0077",
        });

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var kept = await db.Withdrawals.SingleAsync();
        Assert.Equal(("Dewi Lestari", "anak", "KTP", "3602995206850077"), (kept.ProxyName, kept.ProxyRelation, kept.IdentityKind, kept.IdentityNumber));
        Assert.DoesNotContain(await db.HistoryEntries.ToListAsync(), h => (h.Title + h.Detail).Contains("Dewi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Withdraw_NothingFilledIn_EachErrorAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var nobody = await agency.Data.WithdrawAsync(request.Id, new WithdrawalInput());
        var proxy = await agency.Data.WithdrawAsync(request.Id, new WithdrawalInput { AskedBy = WithdrawalAsker.Proxy, IdentityNumber = "12" });

        Assert.Equal([nameof(WithdrawalInput.AskedBy), nameof(WithdrawalInput.Reason)], nobody.Refusals.Select(r => r.Field!));
        Assert.Equal(
            [nameof(WithdrawalInput.ProxyName), nameof(WithdrawalInput.ProxyRelation), nameof(WithdrawalInput.IdentityNumber), nameof(WithdrawalInput.Reason)],
            proxy.Refusals.Select(r => r.Field!));
        await using var db = agency.OpenDb();
        Assert.Equal((WorkStatus.Running, 0), ((await db.WorkItems.SingleAsync()).Status, await db.Withdrawals.CountAsync()));
    }

    [Theory, DemoStaff(except: ["nani", "dedi", "ratna", "asep"])]
    public async Task Withdraw_ByDeskThatDoesNotHoldIt_Refused(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await agency.Data.WithdrawAsync(request.Id, by: userName);

        Assert.False(outcome.IsOk);
        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Running, (await db.WorkItems.SingleAsync()).Status);
    }

    [Fact]
    public async Task Withdraw_Drafted_DraftGone()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Signing);

        Assert.True((await agency.Data.WithdrawAsync(request.Id)).IsOk);

        await using var db = agency.OpenDb();
        Assert.False(await db.Letters.AnyAsync(l => l.Status == LetterStatus.Draft));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Withdraw_NumberAllotted_VoidedInTheSameWriteByThoseWhoMay(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var draft = await agency.Data.LetterToSignAsync();
        var letter = (await agency.Data.ApproveAsync(draft.Id, SigningMode.Wet)).Value;

        var byCounter = await agency.Data.WithdrawAsync(draft.RequestId);
        Assert.Equal(OutcomeKind.Refused, byCounter.Kind);
        Assert.Contains(letter.Number!, byCounter.Message, StringComparison.Ordinal);
        Assert.Equal(LetterStatus.AwaitingSignature, (await agency.Data.LetterAsync(letter.Id)).Status);

        var outcome = await agency.Data.WithdrawAsync(draft.RequestId, by: "dedi");

        Assert.True(outcome.IsOk, outcome.Message);
        var voided = await agency.Data.LetterAsync(letter.Id);
        Assert.Equal((LetterStatus.Voided, "Permohonan ditarik pemohon: sudah diurus di desa"), (voided.Status, voided.EndedReason));
        Assert.Contains(await agency.TrailAsync(), a => a.Act == "surat.batalkan-nomor" && a.RecordId == letter.Id.ToString());
        await using var db = agency.OpenDb();
        Assert.False(await db.Letters.AnyAsync(l => l.Status == LetterStatus.Draft));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Withdraw_IssuedButNotHandedOver_RevokedWithThePasswordOfItsSigner(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.IssuedAsync();

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.WithdrawAsync(letter.RequestId, by: "dedi")).Kind);
        Assert.Equal(nameof(WithdrawalInput.Password), Assert.Single((await agency.Data.WithdrawAsync(letter.RequestId, TestData.Withdrawal() with { Password = "salah" }, "asep")).Refusals).Field);
        Assert.Equal(LetterStatus.Issued, (await agency.Data.LetterAsync(letter.Id)).Status);

        var outcome = await agency.Data.WithdrawAsync(letter.RequestId, TestData.Withdrawal() with { Password = DemoAgency.Password }, "asep");

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(LetterStatus.Revoked, (await agency.Data.LetterAsync(letter.Id)).Status);
        Assert.Equal(VerificationVerdict.Revoked, (await agency.Get<VerificationService>().CheckCodeAsync(letter.VerificationCode)).Value.Verdict);
        Assert.Contains(await agency.TrailAsync(), a => a.Act == "surat.cabut" && a.RecordId == letter.Id.ToString());
        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Withdrawn, (await db.WorkItems.SingleAsync()).Status);
    }

    [Fact]
    public async Task Withdraw_HandedOver_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.HandedOverAsync();

        var outcome = await agency.Data.WithdrawAsync(letter.RequestId, TestData.Withdrawal() with { Password = DemoAgency.Password }, "ratna");

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.StartsWith("Suratnya sudah diserahkan", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_RegisterPageAndReceipt_SayDitarik()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await agency.Data.WithdrawAsync(request.Id);

        var row = Assert.Single((await agency.Get<RegisterQueries>().SearchAsync(new RequestFilter { Text = request.Number }, 0, 10, await agency.ActorAsync("nani"))).Rows);
        var view = (await agency.Get<RequestQueries>().FindAsync(request.Id, await agency.ActorAsync("nani")))!;

        Assert.Equal(("Ditarik", "Ditarik", null), (row.Status, row.Clock.Text, row.Clock.DueUtc));
        Assert.Equal(("Ditarik", null), (view.Clock.Text, view.Promise.UsedText));
        Assert.EndsWith("permohonan ditarik", view.Papers[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_PerState_SaysWhyNotAndWhichLettersEnd()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<WithdrawalService>();
        var letter = await agency.Data.IssuedAsync();

        Assert.Null(await service.FindAsync(Guid.NewGuid(), await agency.ActorAsync("nani")));
        Assert.Null(await service.FindAsync(letter.RequestId, await agency.ActorAsync("admin")));
        Assert.Contains(letter.Number!, (await service.FindAsync(letter.RequestId, await agency.ActorAsync("nani")))!.WhyNot, StringComparison.Ordinal);
        var signer = (await service.FindAsync(letter.RequestId, await agency.ActorAsync("asep")))!;
        Assert.Equal((null, true, letter.Number), (signer.WhyNot, signer.AsksPassword, Assert.Single(signer.Letters).Number));
    }
}
