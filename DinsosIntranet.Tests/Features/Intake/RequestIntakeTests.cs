using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Features.Standards;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using PersonRequests = DinsosIntranet.Features.Intake.RequestQueries;
using RequestReader = DinsosIntranet.Features.Desks.RequestQueries;

namespace DinsosIntranet.Tests.Features.Intake;

/// <summary>A capability opens a request of its internal procedure inside its own write, of somebody known or of nobody named.</summary>
public sealed class RequestIntakeTests
{
    private static readonly IReadOnlyList<RequirementInput> All = [new("permohonan", true), new("akta", true), new("pengurus", true), new("foto", true)];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Open_InternalProcedure_NumberedOnItsStepsWithoutSlip(DatabaseProvider provider)
    {
        await using var agency = await InternalAsync(provider);

        var opened = await OpenAsync(agency, RequestApplicant.Placeholder("Pelapor"));

        Assert.True(opened.IsOk, opened.Message);
        Assert.Equal(("LKS-2026-0001", true), (opened.Value.Request.Number, opened.Value.IsComplete));
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((WorkStatus.Running, "sekretariat"), (item.Status, item.DeskCode));
        Assert.NotNull((await db.WorkClocks.SingleAsync()).DueAt);
        Assert.False(await db.Letters.AnyAsync());
        Assert.Equal(["pengujian.catat", "permohonan.daftar", "permohonan.maju"], (await agency.TrailAsync()).Select(r => r.Act).TakeLast(3));
        var tile = Assert.Single((await agency.Get<BoardReader>().MakeAsync(await agency.Get<BoardReader>().ReadAsync(default), null, agency.Time.Now, null, default)).Tiles);
        Assert.Equal(item.Id, tile.Id);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Open_RefusedAfterwards_NothingStays(DatabaseProvider provider)
    {
        await using var agency = await InternalAsync(provider);

        await OpenAsync(agency, RequestApplicant.Placeholder("Pelapor"), Outcome.Refused("tidak jadi"));
        var opened = await OpenAsync(agency, RequestApplicant.Placeholder("Pelapor"));

        Assert.Equal("LKS-2026-0001", opened.Value.Request.Number);
        await using var db = agency.OpenDb();
        Assert.Equal((1, 1), (await db.WorkItems.CountAsync(), await db.Persons.CountAsync()));
    }

    [Fact]
    public async Task Open_TheSameTwiceOrOutOfOrder_SaidInWords()
    {
        await using var agency = await InternalAsync(DatabaseProvider.Sqlite);
        var request = Request(RequestApplicant.Placeholder("Pelapor"));

        Assert.True((await OpenAsync(agency, request)).IsOk);
        Assert.Equal((OutcomeKind.Conflict, "Permohonan ini sudah tersimpan dengan nomor LKS-2026-0001."), Said(await OpenAsync(agency, request)));
        Assert.Equal("StandardCode", Assert.Single((await OpenAsync(agency, request with { RequestId = Guid.CreateVersion7(), StandardCode = "tidak-ada" })).Refusals).Field);
        Assert.Equal("ChannelCode", Assert.Single((await OpenAsync(agency, request with { RequestId = Guid.CreateVersion7(), ChannelCode = "merpati" })).Refusals).Field);
        await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(agency, request with { RequestId = Guid.CreateVersion7(), StandardCode = "dtks" }));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Open_KnownPersonIncomplete_WaitsForDocuments(DatabaseProvider provider)
    {
        await using var agency = await InternalAsync(provider);
        await agency.Data.RegisterAsync();
        await using var context = agency.OpenDb();
        var known = await context.Persons.AsNoTracking().SingleAsync();
        var opened = await OpenAsync(agency, Request(RequestApplicant.Known(known)) with { Requirements = [] });

        Assert.False(opened.Value.IsComplete);
        Assert.Equal((known.Id, known.Id), (opened.Value.Request.ApplicantId, opened.Value.Request.SubjectId));
        Assert.Equal(WorkStatus.WaitingForDocuments, (await context.WorkItems.AsNoTracking().SingleAsync(w => w.Id == opened.Value.Request.Id)).Status);
    }

    [Fact]
    public async Task Counter_InternalProcedure_NeitherOfferedNorTaken()
    {
        await using var agency = await InternalAsync(DatabaseProvider.Sqlite);
        var command = TestData.Request() with { StandardCode = StandardFixtures.Sixth, PurposeCode = null, Requirements = All };

        var outcome = await agency.Get<IntakeService>().RegisterAsync(command, await agency.ActAsync("nani"));

        Assert.Equal("StandardCode", Assert.Single(outcome.Refusals).Field);
        Assert.DoesNotContain((await agency.Get<IntakeQueries>().ChoicesAsync(null, await agency.ActorAsync("nani"))).Services, s => s.Standard.Code == StandardFixtures.Sixth);
        Assert.True(Assert.Single(await agency.Get<StandardQueries>().ListAsync(), r => r.Code == StandardFixtures.Sixth).IsInternal);
        Assert.True(Assert.Single((await agency.Get<StandardVersionQueries>().ListAsync()).Lines, l => l.Code == StandardFixtures.Sixth).IsInternal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Placeholder_ShownByItsLabelAndNowhereFound(DatabaseProvider provider)
    {
        await using var agency = await InternalAsync(provider);
        var request = (await OpenAsync(agency, RequestApplicant.Placeholder("Pelapor"))).Value.Request;
        await OpenAsync(agency, RequestApplicant.Placeholder("Pelapor"));
        var nani = await agency.ActorAsync("nani");

        var page = await agency.Get<PersonRequests>().SearchAsync(new RequestFilter(), 0, 10, nani);
        Assert.Equal(["Pelapor LKS-2026-0001", "Pelapor LKS-2026-0002"], page.Rows.Select(r => r.ApplicantName).Order());
        Assert.Equal(1, (await agency.Get<PersonRequests>().SearchAsync(new RequestFilter { Text = request.Number }, 0, 10, nani)).Count);
        Assert.Equal(0, (await agency.Get<PersonRequests>().SearchAsync(new RequestFilter { Text = "pelapor" }, 0, 10, nani)).Count);
        foreach (var typed in new[] { "pelapor", request.Number })
        {
            Assert.Empty(await agency.Get<PersonQueries>().SearchAsync(typed, nani));
            Assert.Empty(await agency.Get<PersonMergeQueries>().SearchAsync(typed, nani));
        }

        Assert.Empty(await agency.Get<PersonMergeQueries>().PairsAsync(nani));
        Assert.Null(await agency.Get<PersonMergeQueries>().CandidatesAsync(request.ApplicantId, nani));
        Assert.Equal(OutcomeKind.NotFound, (await agency.Get<PersonQueries>().OpenAsync(request.ApplicantId, await agency.ActAsync("nani"))).Kind);
        var view = await agency.Get<RequestReader>().FindAsync(request.Id, await agency.ActorAsync("dedi"));
        Assert.Equal((true, "Pelapor LKS-2026-0001", false), (view!.People!.Applicant.IsPlaceholder, view.People.Applicant.Name, view.Rights.MayCorrect));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Placeholder_CorrectedOrTakenForAnother_Refused(DatabaseProvider provider)
    {
        await using var agency = await InternalAsync(provider);
        var request = (await OpenAsync(agency, RequestApplicant.Placeholder("Pelapor"))).Value.Request;

        var correction = await agency.Get<CorrectionService>().OpenAsync(request.Id, await agency.ActAsync("dedi"));
        var counter = await agency.Get<IntakeService>().RegisterAsync(TestData.Request() with { Applicant = TestData.Person() with { PersonId = request.ApplicantId } }, await agency.ActAsync("nani"));

        Assert.Equal((OutcomeKind.Refused, CorrectionRules.Unnamed), Said(correction));
        Assert.Equal("Applicant.Nik", Assert.Single(counter.Refusals).Field);
        await using var db = agency.OpenDb();
        var person = await db.Persons.SingleAsync();
        Assert.Equal(("Pelapor LKS-2026-0001", true), (person.Name, person.IsPlaceholder));
    }

    /// <summary>An agency where the sixth standard is an internal procedure in force.</summary>
    internal static async Task<TestAgency> InternalAsync(DatabaseProvider provider)
    {
        var agency = await TestAgency.StartAsync(provider);
        var json = StandardFixtures.SixthJson.Replace("\"intakeOpen\": true", "\"intakeOpen\": true,\n  \"isInternal\": true", StringComparison.Ordinal);
        var imported = await StandardImportServiceTests.ImportAsync(agency, json, null);
        Assert.True(imported.IsOk, imported.Message);
        var planned = await StandardScheduleServiceTests.PlanAsync(agency, 1, new DateOnly(2026, 11, 23), code: StandardFixtures.Sixth);
        Assert.True(planned.IsOk, planned.Message);
        return agency;
    }

    internal static Task<Outcome<OpenedRequest>> OpenAsync(TestAgency agency, RequestApplicant applicant, Outcome? afterwards = null) => OpenAsync(agency, Request(applicant), afterwards);

    private static RequestToOpen Request(RequestApplicant applicant) => new()
    {
        RequestId = Guid.CreateVersion7(),
        StandardCode = StandardFixtures.Sixth,
        ChannelCode = "tatap-muka",
        Applicant = applicant,
        Requirements = All,
    };

    private static async Task<Outcome<OpenedRequest>> OpenAsync(TestAgency agency, RequestToOpen request, Outcome? afterwards = null) =>
        await agency.Get<WriteRunner>().RunAsync<OpenedRequest>(
            await agency.ActAsync("opik"),
            async scope =>
            {
                scope.Audit("pengujian.catat", "pengujian", request.RequestId, new AuditText());
                var opened = await agency.Get<RequestIntake>().OpenAsync(scope, request, default);
                return opened.IsOk && afterwards is { IsOk: false } ? afterwards.AsFailure() : opened;
            });

    private static (OutcomeKind Kind, string Message) Said<T>(Outcome<T> outcome) => (outcome.Kind, outcome.Message);
}
