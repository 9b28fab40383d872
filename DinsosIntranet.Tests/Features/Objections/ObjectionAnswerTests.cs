using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Objections;

/// <summary>The superior's decision, its letter, the hand-over, and what follows from it.</summary>
public sealed class ObjectionAnswerTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Accepted_SignedAndConveyed_RequestOpenedAgainWhereDocumentsAreGathered(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var objection = await agency.Data.ObjectionAsync();
        Ok(await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), await agency.ActAsync("ratna")));
        var letter = await agency.Data.SignAnswerAsync(objection.Id);

        Ok(await agency.Data.Objections.ConveyAsync(objection.Id, DeliveryWay.Collect, await agency.ActAsync("nani")));

        await using var db = agency.OpenDb();
        var kept = await db.Objections.SingleAsync();
        Assert.Equal((ObjectionState.Answered, letter.Id, new DateOnly(2026, 11, 30)), (kept.State, kept.AnswerLetterId, kept.ProvideBy));
        Assert.Equal("Ratna Kusumawardani, Kepala Dinas", kept.SuperiorText);
        var follow = await db.WorkItems.SingleAsync(w => w.Id == kept.FollowRequestId);
        Assert.Equal((TestData.InformationProviding, WorkStatus.Running, "INFO-2026-0002"), (follow.StepId, follow.Status, follow.Number));
        var information = await db.InformationRequests.SingleAsync(i => i.Id == follow.Id);
        Assert.Equal((InformationDecision.Granted, agency.UserId("ratna")), (information.Decision, information.DecidedById));
        Assert.False(await db.ExclusionTests.AnyAsync(t => t.RequestId == follow.Id));
        var pdf = await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value);
        Assert.Equal(1, PdfText.Pages(pdf));
        var words = PdfText.Text(pdf);
        Assert.Contains("ATASAN PPID KEPALA DINAS SOSIAL", words, StringComparison.Ordinal);
        Assert.Contains("DITERIMA SELURUHNYA", words, StringComparison.Ordinal);
        Assert.Contains("paling lambat 5 hari kerja", words, StringComparison.Ordinal);
        Assert.Contains("Komisi Informasi paling lambat 14 hari kerja", words, StringComparison.Ordinal);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);

        Ok(await agency.Data.Information.AddItemAsync(follow.Id, TestData.InformationItem(), await agency.ActAsync("lilis")));
    }

    [Fact]
    public async Task AcceptedInPart_FollowingRequestKeepsTheTestsOfWhatStaysExcluded()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.AnsweredObjectionAsync(ObjectionDecision.AcceptedInPart);

        Ok(await agency.Data.Objections.ConveyAsync(objection.Id, DeliveryWay.Post, await agency.ActAsync("lilis")));

        await using var db = agency.OpenDb();
        var follow = (await db.Objections.SingleAsync()).FollowRequestId!.Value;
        Assert.Equal(InformationDecision.GrantedInPart, (await db.InformationRequests.SingleAsync(i => i.Id == follow)).Decision);
        Assert.Single(await db.ExclusionTests.Where(t => t.RequestId == follow).ToListAsync());
    }

    [Fact]
    public async Task Rejected_Conveyed_NothingIsOpenedAndTheResponseIsKept()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.AnsweredObjectionAsync(ObjectionDecision.Rejected);
        Ok(await agency.Data.Objections.ConveyAsync(objection.Id, DeliveryWay.Collect, await agency.ActAsync("nani")));

        var unchosen = await agency.Data.Objections.RespondAsync(objection.Id, null, "", await agency.ActAsync("nani"));
        Ok(await agency.Data.Objections.RespondAsync(objection.Id, ObjectionResponse.GoesToCommission, "Akan ke Komisi Informasi.", await agency.ActAsync("nani")));

        Assert.Equal("response", Assert.Single(unchosen.Refusals).Field);
        await using var db = agency.OpenDb();
        var kept = await db.Objections.SingleAsync();
        Assert.Equal((null, null, ObjectionResponse.GoesToCommission), (kept.FollowRequestId, kept.ProvideBy, kept.Response));
        Assert.Equal(1, await db.WorkItems.CountAsync());
    }

    [Fact]
    public async Task Accepted_RequestStillOpen_GoesOnWithoutASecondOne()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RegisterAsync(TestData.InformationRequest());
        agency.Time.SetLocal(2026, 12, 14, 9, 0);
        var objection = (await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), request.Id, TestData.Objection("c") with { ReceivedOn = new DateOnly(2026, 12, 14) }, await agency.ActAsync("nani"))).Value;
        Ok(await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), await agency.ActAsync("ratna")));
        await agency.Data.SignAnswerAsync(objection.Id);

        Ok(await agency.Data.Objections.ConveyAsync(objection.Id, DeliveryWay.Collect, await agency.ActAsync("nani")));

        await using var db = agency.OpenDb();
        Assert.Null((await db.Objections.SingleAsync()).FollowRequestId);
        Assert.Equal(1, await db.WorkItems.CountAsync());
        Assert.Contains(await db.HistoryEntries.Select(h => h.Detail).ToListAsync(), d => d?.StartsWith("Informasi diberikan paling lambat", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Decide_WhoSignedTheRefusal_MayNotAndSignsNoAnswer()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.ObjectionAsync(signer: "ratna");
        var records = (await agency.TrailAsync()).Count;

        var outcome = await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), await agency.ActAsync("ratna"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Contains("tidak dapat memutus keberatannya", outcome.Message, StringComparison.Ordinal);
        Assert.Equal(records, (await agency.TrailAsync()).Count);
        var view = await agency.Get<ObjectionQueries>().FindAsync(objection.Id, await agency.ActorAsync("ratna"));
        Assert.False(view!.Rights.MayDecide);
        Assert.NotNull(view.Rights.WhyNotDecide);
    }

    [Fact]
    public async Task Decide_WhoStandsInForTheHeadButSignedTheRefusal_MayNot()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.ObjectionAsync(signer: "hendra");
        await agency.StandInAsync("hendra", "ratna");

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), await agency.ActAsync("hendra"))).Kind);
    }

    [Theory]
    [InlineData("lilis")]
    [InlineData("nani")]
    [InlineData("hendra")]
    [InlineData("asep")]
    public async Task Decide_NotTheSuperior_ForbiddenAndRecorded(string user)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.ObjectionAsync();

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), await agency.ActAsync(user))).Kind);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "ditolak:keberatan.putuskan");
    }

    [Theory]
    [InlineData("Decision")]
    [InlineData("Reason")]
    [InlineData("ProvideDays")]
    public async Task Decide_Incomplete_RefusedBesideItsField(string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.ObjectionAsync();
        var verdict = field switch
        {
            "Decision" => TestData.Verdict() with { Decision = null },
            "Reason" => TestData.Verdict() with { Reason = "" },
            _ => TestData.Verdict() with { ProvideDays = 31 },
        };

        var outcome = await agency.Data.Objections.DecideAsync(objection.Id, verdict, await agency.ActAsync("ratna"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        await using var db = agency.OpenDb();
        Assert.Null((await db.Objections.SingleAsync()).DecidedAt);
        Assert.False(await db.Letters.AnyAsync(l => l.Kind == LetterKinds.ObjectionAnswer));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Decide_TwiceAtOnce_OneWinsTheOtherIsToldWhoAndWhat(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var objection = await agency.Data.ObjectionAsync();
        var ratna = await agency.ActAsync("ratna");

        var outcomes = await Task.WhenAll(
            Task.Run(() => agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), ratna)),
            Task.Run(() => agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(ObjectionDecision.Rejected), ratna)));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.Contains("sudah diputus Ratna Kusumawardani", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.Letters.CountAsync(l => l.Kind == LetterKinds.ObjectionAnswer));
    }

    [Fact]
    public async Task Recall_UnsignedDraft_DecidedAnewWithOneLetter()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.ObjectionAsync();
        var ratna = await agency.ActAsync("ratna");
        Ok(await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), ratna));

        Ok(await agency.Data.Objections.RecallAsync(objection.Id, ratna));
        Ok(await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(ObjectionDecision.Rejected), ratna));

        await using var db = agency.OpenDb();
        Assert.Equal(ObjectionDecision.Rejected, (await db.Objections.SingleAsync()).Decision);
        Assert.Equal(1, await db.Letters.CountAsync(l => l.Kind == LetterKinds.ObjectionAnswer));
        await agency.Data.SignAnswerAsync(objection.Id);
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Objections.RecallAsync(objection.Id, ratna)).Kind);
    }

    [Fact]
    public async Task Answer_WaitsForInk_OnTheHeadsSigningListAlthoughTheRequestHasEnded()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.ObjectionAsync();
        Ok(await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), await agency.ActAsync("ratna")));
        var snapshot = await agency.Get<DinsosIntranet.Features.Agency.AgencyDirectory>().GetAsync();
        var (ratna, hendra) = (await agency.ActorAsync("ratna"), await agency.ActorAsync("hendra"));

        Assert.Single((await agency.Get<LetterQueries>().WaitingAsync(ratna, snapshot, agency.Time.Now)).ToSign);
        Assert.Empty((await agency.Get<LetterQueries>().WaitingAsync(hendra, snapshot, agency.Time.Now)).ToSign);
        Assert.Equal((1, 0), ((await agency.Get<WaitingWork>().CountAsync(ratna)).Letters, (await agency.Get<WaitingWork>().CountAsync(hendra)).Letters));
        await agency.Data.SignAnswerAsync(objection.Id, SigningMode.Wet);
        Assert.Single((await agency.Get<LetterQueries>().WaitingAsync(ratna, snapshot, agency.Time.Now)).AwaitingInk);
        var early = await agency.Data.Objections.ConveyAsync(objection.Id, DeliveryWay.Collect, await agency.ActAsync("nani"));
        Assert.Equal(OutcomeKind.Refused, early.Kind);
    }

    [Fact]
    public async Task Convey_NoWayChosen_RefusedBesideItsField_Twice_Conflict()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.AnsweredObjectionAsync();
        var nani = await agency.ActAsync("nani");

        Assert.Equal("way", Assert.Single((await agency.Data.Objections.ConveyAsync(objection.Id, null, nani)).Refusals).Field);
        Ok(await agency.Data.Objections.ConveyAsync(objection.Id, DeliveryWay.Collect, nani));
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Objections.ConveyAsync(objection.Id, DeliveryWay.Collect, nani)).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Outside_ScanAndNumberRecorded_AnsweredByThatLetter(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var objection = await agency.Data.ObjectionAsync(signer: "ratna");
        var dedi = await agency.ActAsync("dedi");
        var withoutScan = await agency.Data.Objections.RecordOutsideAsync(objection.Id, TestData.OutsideAnswer(), dedi);
        await agency.Data.UploadOutsideAnswerAsync(objection.Id);

        Ok(await agency.Data.Objections.RecordOutsideAsync(objection.Id, TestData.OutsideAnswer(), dedi));
        Ok(await agency.Data.Objections.ConveyAsync(objection.Id, DeliveryWay.Post, dedi));

        Assert.Contains("Unggah pindaian", withoutScan.Message, StringComparison.Ordinal);
        await using var db = agency.OpenDb();
        var kept = await db.Objections.SingleAsync();
        var letter = await db.Letters.SingleAsync(l => l.Id == kept.AnswerLetterId);
        Assert.Equal((true, "Budi Contoh, Sekretaris Daerah", ObjectionDecision.Rejected), (kept.IsDecidedOutside, kept.SuperiorText, kept.Decision));
        Assert.Equal((LetterStatus.Issued, "400.14/77/Setda/2026", null), (letter.Status, letter.Number, letter.SigningMode));
        Assert.NotEmpty(await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value));
    }

    [Fact]
    public async Task Outside_ByWhoDecidedTheRequest_Refused_ByTheCounter_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.ObjectionAsync();
        await agency.Data.UploadOutsideAnswerAsync(objection.Id);

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Objections.RecordOutsideAsync(objection.Id, TestData.OutsideAnswer(), await agency.ActAsync("lilis"))).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.Objections.RecordOutsideAsync(objection.Id, TestData.OutsideAnswer(), await agency.ActAsync("nani"))).Kind);
    }

    public static TheoryData<string, Action<OutsideAnswerInput>> WrongOutside => new()
    {
        { nameof(OutsideAnswerInput.SuperiorName), i => i.SuperiorName = "" },
        { nameof(OutsideAnswerInput.SuperiorTitle), i => i.SuperiorTitle = "" },
        { nameof(OutsideAnswerInput.LetterNumber), i => i.LetterNumber = "" },
        { nameof(OutsideAnswerInput.LetterDate), i => i.LetterDate = null },
        { nameof(OutsideAnswerInput.LetterDate), i => i.LetterDate = new DateOnly(2026, 11, 20) },
        { nameof(OutsideAnswerInput.LetterDate), i => i.LetterDate = new DateOnly(2026, 12, 1) },
    };

    [Theory, MemberData(nameof(WrongOutside), DisableDiscoveryEnumeration = true)]
    public void OutsideCheck_Wrong_NamesItsField(string field, Action<OutsideAnswerInput> spoil)
    {
        var input = TestData.OutsideAnswer();
        spoil(input);

        Assert.Equal(field, Assert.Single(input.Check(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 25))).Field);
    }

    [Fact]
    public async Task Withdraw_BeforeTheAnswerIsSigned_DraftGoes_Afterwards_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.ObjectionAsync();
        var nani = await agency.ActAsync("nani");
        Ok(await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), await agency.ActAsync("ratna")));

        Assert.Equal("reason", Assert.Single((await agency.Data.Objections.WithdrawAsync(objection.Id, "", nani)).Refusals).Field);
        Ok(await agency.Data.Objections.WithdrawAsync(objection.Id, "Sudah puas dengan penjelasan.", nani));

        await using var db = agency.OpenDb();
        Assert.Equal(ObjectionState.Withdrawn, (await db.Objections.SingleAsync()).State);
        Assert.False(await db.Letters.AnyAsync(l => l.Kind == LetterKinds.ObjectionAnswer));
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), await agency.ActAsync("ratna"))).Kind);
        var again = await agency.Data.Objections.RegisterAsync(Guid.CreateVersion7(), (await db.Objections.SingleAsync()).RequestId, TestData.Objection(), nani);
        Ok(again);
        Ok(await agency.Data.Objections.DecideAsync(again.Value.Id, TestData.Verdict(), await agency.ActAsync("ratna")));
        await agency.Data.SignAnswerAsync(again.Value.Id);
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Objections.WithdrawAsync(again.Value.Id, "Batal.", nani)).Kind);
    }

    [Fact]
    public async Task Revoked_BeforeItWasConveyed_DecidedAnew()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.AnsweredObjectionAsync();
        var ratna = await agency.ActAsync("ratna");
        await using var db = agency.OpenDb();
        var letter = await db.Letters.SingleAsync(l => l.Kind == LetterKinds.ObjectionAnswer);
        Ok(await agency.Get<LetterService>().RevokeAsync(new RevokeLetter { LetterId = letter.Id, Reason = "Salah pertimbangan.", Password = TestData.Password }, ratna));

        Ok(await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(ObjectionDecision.Rejected), ratna));
    }

    [Fact]
    public async Task Clock_ThirtyWorkingDays_YellowThenRedThenDone()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var objection = await agency.Data.ObjectionAsync();
        var lilis = await agency.ActorAsync("lilis");
        async Task<ClockState?> StateAsync() => (await agency.Get<ObjectionQueries>().WaitingAsync(lilis)).Lines.Single().Clock?.State;

        Assert.Equal(ClockState.Green, await StateAsync());
        agency.Time.SetLocal(2027, 1, 6, 9, 0);
        Assert.Equal(ClockState.Yellow, await StateAsync());
        agency.Time.SetLocal(2027, 1, 11, 9, 0);
        Assert.Equal(ClockState.Red, await StateAsync());
        Ok(await agency.Data.Objections.DecideAsync(objection.Id, TestData.Verdict(), await agency.ActAsync("ratna")));
        await agency.Data.SignAnswerAsync(objection.Id);
        Ok(await agency.Data.Objections.ConveyAsync(objection.Id, DeliveryWay.Collect, await agency.ActAsync("nani")));
        Assert.Empty((await agency.Get<ObjectionQueries>().WaitingAsync(lilis)).Lines);
    }

    [Theory]
    [InlineData("ratna", 1)]
    [InlineData("lilis", 1)]
    [InlineData("dedi", 1)]
    [InlineData("nani", 0)]
    [InlineData("asep", 0)]
    public async Task Waiting_EachRole_SeesWhatConcernsThem(string user, int count)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.ObjectionAsync();

        Assert.Equal(count, (await agency.Get<ObjectionQueries>().WaitingAsync(await agency.ActorAsync(user))).Total);
    }

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, outcome.Message);
}
