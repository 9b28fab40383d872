using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Pages;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Letters;

public sealed class RevocationTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Revoke_HandedOver_VerificationSaysSinceWhenAndThePaperStays(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.HandedOverAsync();
        var paper = await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value);

        var outcome = await RevokeAsync(agency, letter.Id, "ratna");

        Assert.True(outcome.IsOk, outcome.Message);
        var revoked = await agency.Data.LetterAsync(letter.Id);
        Assert.Equal((LetterStatus.Revoked, "nama salah", "Ratna Kusumawardani, Kepala Dinas"), (revoked.Status, revoked.EndedReason, revoked.EndedByText));
        Assert.Equal(paper, await agency.Get<PaperArchive>().ReadAsync(revoked.IssuedFileId!.Value));
        foreach (var answer in (VerificationAnswer[])[
            (await agency.Get<VerificationService>().CheckCodeAsync(letter.VerificationText)).Value,
            (await agency.Get<VerificationService>().CheckCodeAsync(letter.VerificationCode)).Value,
            (await agency.Get<VerificationService>().CheckFileAsync(new MemoryStream(paper))).Value])
        {
            Assert.Equal((VerificationVerdict.Revoked, new DateOnly(2026, 11, 23)), (answer.Verdict, answer.RevokedOn));
            var words = VerificationText.Of(answer);
            Assert.Contains("sudah dicabut pada 23 November 2026", words.Sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("nama salah", words.Sentence, StringComparison.Ordinal);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Revoke_NotHandedOver_RequestBackWhereTheLetterIsPrepared(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.IssuedAsync();

        var outcome = await RevokeAsync(agency, letter.Id, "asep");

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync(w => w.Id == letter.RequestId);
        Assert.Equal((TestData.Printing, "operator-siks-ng", true), (item.StepId, item.DeskCode, item.IsOpen));
        Assert.Equal(LetterStatus.Draft, (await agency.Data.LetterOfAsync(letter.RequestId)).Status);
        Assert.False((await agency.Data.HandOverAsync(letter.RequestId)).IsOk);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Revoke_WhileItIsHandedOver_NeverBothAtTheDesk(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.IssuedAsync();

        var revoked = Task.Run(() => RevokeAsync(agency, letter.Id, "ratna"));
        var handedOver = Task.Run(() => agency.Data.HandOverAsync(letter.RequestId));
        await Task.WhenAll(revoked, handedOver);

        Assert.True((await revoked).IsOk, (await revoked).Message);
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync(w => w.Id == letter.RequestId);
        Assert.Equal((await handedOver).IsOk, !item.IsOpen);
        Assert.Equal((await handedOver).IsOk ? 1 : 0, await db.HandOvers.CountAsync(h => h.RequestId == letter.RequestId));
        Assert.Equal(LetterStatus.Revoked, (await agency.Data.LetterAsync(letter.Id)).Status);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Revoke_ByTwoAtOnce_OneIsToldWhoWasFirst(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.HandedOverAsync();

        var outcomes = await Task.WhenAll(new[] { "ratna", "asep" }.Select(u => Task.Run(() => RevokeAsync(agency, letter.Id, u))));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.StartsWith("Surat ini sudah dicabut ", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
    }

    [Theory, DemoStaff(except: ["ratna", "asep"])]
    public async Task Revoke_BySomebodyElse_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.HandedOverAsync();

        Assert.Equal(OutcomeKind.Forbidden, (await RevokeAsync(agency, letter.Id, userName)).Kind);
        Assert.Equal("ditolak:surat.cabut", (await agency.TrailAsync())[^1].Act);
    }

    [Fact]
    public async Task Revoke_WrongPasswordNoReasonOrNotIssued_RefusedAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.HandedOverAsync();
        var draft = await agency.Data.LetterToSignAsync();
        var service = agency.Get<LetterService>();

        var wrongPassword = await service.RevokeAsync(TestData.Revoke(letter.Id) with { Password = "bukan ini" }, await agency.ActAsync("ratna"));
        var noReason = await service.RevokeAsync(TestData.Revoke(letter.Id) with { Reason = " " }, await agency.ActAsync("ratna"));
        var notIssued = await service.RevokeAsync(TestData.Revoke(draft.Id), await agency.ActAsync("ratna"));
        var missing = await service.RevokeAsync(TestData.Revoke(Guid.NewGuid()), await agency.ActAsync("ratna"));

        Assert.Equal("Password", Assert.Single(wrongPassword.Refusals).Field);
        Assert.Equal("Reason", Assert.Single(noReason.Refusals).Field);
        Assert.Equal((OutcomeKind.Refused, OutcomeKind.NotFound), (notIssued.Kind, missing.Kind));
        Assert.Equal(LetterStatus.Issued, (await agency.Data.LetterAsync(letter.Id)).Status);
    }

    private static async Task<Outcome> RevokeAsync(TestAgency agency, Guid letterId, string userName) =>
        await agency.Get<LetterService>().RevokeAsync(TestData.Revoke(letterId), await agency.ActAsync(userName));
}
