using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using RegisterQueries = DinsosIntranet.Features.Intake.RequestQueries;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class PersonMergeServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Merge_SameNik_EverythingMovesAndNothingIssuedChanges(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = await TwiceAsync(agency);
        var letter = await IssuedOfAsync(agency, second.Person);

        var outcome = await MergeAsync(agency, first.Person, second.Person, fromLosing: new HashSet<string> { "alamat" });

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var survivor = await db.Persons.SingleAsync(p => p.Id == first.Person.PersonId);
        Assert.Equal((second.Person.Address, first.Person.Name), (survivor.Address, survivor.Name));
        Assert.Equal(survivor.Id, (await db.Persons.SingleAsync(p => p.Id == second.Person.PersonId)).MergedIntoId);
        Assert.All(await db.ServiceRequests.ToListAsync(), r => Assert.Equal((survivor.Id, survivor.Id), (r.ApplicantId, r.SubjectId)));
        var same = await agency.Data.LetterAsync(letter.Id);
        Assert.Equal((LetterStatus.Issued, letter.IssuedSha256, survivor.Id), (same.Status, same.IssuedSha256, same.SubjectId));
        var trail = await agency.TrailAsync();
        Assert.Contains(trail, a => a.Act == "orang.gabung" && a.RecordId == survivor.Id.ToString() && a.Text.Contains(second.Person.PersonId.ToString()!, StringComparison.Ordinal));
        Assert.Contains(trail, a => a.Act == "orang.digabung" && a.RecordId == second.Person.PersonId.ToString() && a.Text.Contains(survivor.Id.ToString(), StringComparison.Ordinal));
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Merged_SearchOfWhatTheLosingRecordSaid_FindsTheSurvivor(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = await TwiceAsync(agency, "Siti Aminah", "Siti Aminnah");
        Assert.True((await MergeAsync(agency, first.Person, second.Person)).IsOk);
        var counter = await agency.ActorAsync("nani");

        var hit = Assert.Single(await agency.Get<PersonQueries>().SearchAsync("Aminnah", counter));
        Assert.Equal((first.Person.PersonId, "Siti Aminah"), (hit.Id, hit.Name));
        Assert.Equal(first.Person.PersonId, (await agency.Get<PersonQueries>().OpenAsync(second.Person.PersonId!.Value, await agency.ActAsync("nani"))).Value.PersonId);
        Assert.Equal(first.Person.PersonId, (await agency.Get<PersonMergeQueries>().CandidatesAsync(second.Person.PersonId!.Value, counter))!.Value.Person.Id);
        Assert.Equal(2, (await agency.Get<RegisterQueries>().SearchAsync(new RequestFilter { Text = "Aminnah" }, 0, 10, counter)).Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Merge_DraftOfTheLosingRecord_RebuiltWithTheChosenData(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = await TwiceAsync(agency, "Siti Aminah", "Siti Aminnah");
        var request = await agency.Data.RequestAtAsync(TestData.Signing, TestData.Request() with { Applicant = second.Person, PurposeCode = "pln" });
        var draft = await agency.Data.LetterOfAsync(request.Id);

        Assert.True((await MergeAsync(agency, first.Person, second.Person)).IsOk);

        var again = await agency.Data.LetterOfAsync(request.Id);
        Assert.NotEqual(draft.Id, again.Id);
        Assert.Equal(first.Person.PersonId, again.SubjectId);
        await using var db = agency.OpenDb();
        Assert.Contains(await db.HistoryEntries.Where(h => h.WorkItemId == request.Id).ToListAsync(), h => h.Title == "Data orang digabung dengan catatan gandanya" && h.Detail == "didaftarkan dua kali");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Merge_DifferentNiks_OnlyWithTheSecondConfirmation(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = (await AddAsync(agency, TestData.Person()), await AddAsync(agency, TestData.Person()));

        var without = await MergeAsync(agency, first.Person, second.Person);
        Assert.Equal(nameof(MergePersons.DifferentNikConfirmed), Assert.Single(without.Refusals).Field);
        await using (var db = agency.OpenDb())
        {
            Assert.False(await db.Persons.AnyAsync(p => p.MergedIntoId != null));
        }

        Assert.True((await MergeAsync(agency, first.Person, second.Person, confirmed: true)).IsOk);
    }

    [Fact]
    public async Task Merge_WithoutReason_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (first, second) = await TwiceAsync(agency);

        Assert.Equal(nameof(MergePersons.Reason), Assert.Single((await MergeAsync(agency, first.Person, second.Person, reason: " ")).Refusals).Field);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Merge_ByTwoAtOnce_OneWins(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = await TwiceAsync(agency);

        var outcomes = await Task.WhenAll(
            Task.Run(() => MergeAsync(agency, first.Person, second.Person, by: "nani")),
            Task.Run(() => MergeAsync(agency, second.Person, first.Person, by: "dedi")));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.StartsWith("Data ini sudah digabung oleh", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message, StringComparison.Ordinal);
        await using var db = agency.OpenDb();
        Assert.Equal((1, 1), (await db.PersonMerges.CountAsync(), await db.Persons.CountAsync(p => p.MergedIntoId != null)));
    }

    [Fact]
    public async Task Merge_OneCorrectedMeanwhile_Conflict()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (first, second) = await TwiceAsync(agency);
        Assert.True((await CorrectionServiceTests.CorrectAsync(agency, second.RequestId, "dedi", d => d.Applicant.Address = "Kp. Baru RT 001/RW 002")).IsOk);

        Assert.Equal(OutcomeKind.Conflict, (await MergeAsync(agency, first.Person, second.Person)).Kind);
    }

    [Theory, DemoStaff(except: ["nani", "dedi"])]
    public async Task Merge_BySomebodyElse_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (first, second) = await TwiceAsync(agency);

        Assert.Equal(OutcomeKind.Forbidden, (await MergeAsync(agency, first.Person, second.Person, by: userName)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<PersonMergeService>().OpenAsync(first.Person.PersonId!.Value, second.Person.PersonId!.Value, await agency.ActAsync(userName))).Kind);
        Assert.Empty(await agency.Get<PersonMergeQueries>().PairsAsync(await agency.ActorAsync(userName)));
    }

    /// <summary>A hit would already say who is concerned by a rahasia matter.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task PersonOfARahasiaRequest_NowhereFoundAndNotMergeable(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = await TwiceAsync(agency);
        await agency.SqlAsync($"""UPDATE "WorkItems" SET "IsConfidential" = true WHERE "Id" = {second.RequestId}""");
        var counter = await agency.ActorAsync("nani");
        var queries = agency.Get<PersonMergeQueries>();

        Assert.Empty(await queries.PairsAsync(counter));
        Assert.Empty((await queries.CandidatesAsync(first.Person.PersonId!.Value, counter))!.Value.Candidates);
        Assert.Null(await queries.CandidatesAsync(second.Person.PersonId!.Value, counter));
        Assert.Single(await queries.SearchAsync(first.Person.Nik, counter));
        Assert.Equal(OutcomeKind.NotFound, (await MergeAsync(agency, first.Person, second.Person)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await agency.Get<PersonMergeService>().OpenAsync(first.Person.PersonId!.Value, second.Person.PersonId!.Value, await agency.ActAsync("nani"))).Kind);
    }

    [Fact]
    public async Task Register_WithARecordMergedMeanwhile_RefusedSoThatTheSurvivorIsNotOverwritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (first, second) = await TwiceAsync(agency);
        Assert.True((await MergeAsync(agency, first.Person, second.Person)).IsOk);

        var outcome = await agency.Get<IntakeService>().RegisterAsync(TestData.Request() with { Applicant = second.Person }, await agency.ActAsync("nani"));

        Assert.Equal("Applicant.Nik", Assert.Single(outcome.Refusals).Field);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Undo_ByTheAgencySecretary_BothAsTheyWereWithWhatCameSinceKept(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (first, second) = await TwiceAsync(agency, "Siti Aminah", "Siti Aminnah");
        var letter = await IssuedOfAsync(agency, second.Person);
        Assert.True((await MergeAsync(agency, first.Person, second.Person, fromLosing: new HashSet<string> { "nama", "alamat" })).IsOk);
        Assert.True((await CorrectionServiceTests.CorrectAsync(agency, first.RequestId, "dedi", d => d.Applicant.Address = "Kp. Baru RT 001/RW 002")).IsOk);
        var since = await agency.Data.RegisterAsync(TestData.Request() with { Applicant = (await agency.Get<PersonQueries>().OpenAsync(first.Person.PersonId!.Value, await agency.ActAsync("nani"))).Value });
        var merge = Assert.Single(await agency.Get<PersonMergeQueries>().LastAsync(await agency.ActorAsync("hendra")));

        var outcome = await agency.Get<PersonMergeService>().UndoAsync(merge.Id, "ternyata saudara kembar", await agency.ActAsync("hendra"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var (survivor, other) = (await db.Persons.SingleAsync(p => p.Id == first.Person.PersonId), await db.Persons.SingleAsync(p => p.Id == second.Person.PersonId));
        Assert.Equal(("Siti Aminah", "Kp. Baru RT 001/RW 002"), (survivor.Name, survivor.Address));
        Assert.Equal(("Siti Aminnah", null), (other.Name, other.MergedIntoId));
        Assert.Equal(other.Id, (await db.ServiceRequests.SingleAsync(r => r.Id == second.RequestId)).ApplicantId);
        Assert.Equal(survivor.Id, (await db.ServiceRequests.SingleAsync(r => r.Id == since.Id)).ApplicantId);
        Assert.Equal(other.Id, (await agency.Data.LetterAsync(letter.Id)).SubjectId);
        Assert.Equal(OutcomeKind.Conflict, (await agency.Get<PersonMergeService>().UndoAsync(merge.Id, "lagi", await agency.ActAsync("ratna"))).Kind);
        Assert.True(Assert.Single(await agency.Get<PersonMergeQueries>().LastAsync(await agency.ActorAsync("hendra"))).IsUndone);
    }

    [Theory, DemoStaff(except: ["hendra", "ratna"])]
    public async Task Undo_BySomebodyElse_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (first, second) = await TwiceAsync(agency);
        Assert.True((await MergeAsync(agency, first.Person, second.Person)).IsOk);
        var merge = Assert.Single(await agency.Get<PersonMergeQueries>().LastAsync(await agency.ActorAsync("hendra")));

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<PersonMergeService>().UndoAsync(merge.Id, "salah", await agency.ActAsync(userName))).Kind);
    }

    [Fact]
    public async Task Undo_WhileALaterMergeStands_TheLaterOneFirst()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (first, second) = await TwiceAsync(agency);
        var third = await AddAsync(agency, first.Person with { PersonId = null });
        Assert.True((await MergeAsync(agency, second.Person, third.Person)).IsOk);
        Assert.True((await MergeAsync(agency, first.Person, second.Person)).IsOk);
        var queries = agency.Get<PersonMergeQueries>();
        var rows = await queries.LastAsync(await agency.ActorAsync("ratna"));
        var service = agency.Get<PersonMergeService>();

        await using (var db = agency.OpenDb())
        {
            Assert.All(await db.Persons.Where(p => p.Id != first.Person.PersonId).ToListAsync(), p => Assert.Equal(first.Person.PersonId, p.MergedIntoId));
        }

        Assert.Equal(OutcomeKind.Refused, (await service.UndoAsync(rows[1].Id, "salah", await agency.ActAsync("ratna"))).Kind);
        Assert.True((await service.UndoAsync(rows[0].Id, "salah", await agency.ActAsync("ratna"))).IsOk);
        Assert.True((await service.UndoAsync(rows[1].Id, "salah", await agency.ActAsync("ratna"))).IsOk);
        await using var after = agency.OpenDb();
        Assert.False(await after.Persons.AnyAsync(p => p.MergedIntoId != null));
    }

    internal static async Task<(Entered First, Entered Second)> TwiceAsync(TestAgency agency, string name = "Siti Aminah", string again = "Siti Aminah")
    {
        var first = await AddAsync(agency, TestData.Person(name));
        var second = await AddAsync(agency, first.Person with { PersonId = null, Name = again, Address = "Kp. Cikuya RT 003/RW 001" });
        return (first, second);
    }

    internal static async Task<Entered> AddAsync(TestAgency agency, PersonInput person)
    {
        var request = await agency.Data.RegisterAsync(TestData.Request() with { Applicant = person });
        return new Entered(await CorrectionServiceTests.PersonOfAsync(agency, request.Id), request.Id);
    }

    private static async Task<Letter> IssuedOfAsync(TestAgency agency, PersonInput person) =>
        await agency.Data.LetterOfAsync((await agency.Data.RequestAtAsync(TestData.HandingOver, TestData.Request() with { Applicant = person, PurposeCode = "pln" })).Id);

    private static async Task<Outcome> MergeAsync(
        TestAgency agency, PersonInput survivor, PersonInput losing, string by = "nani", string reason = "didaftarkan dua kali", bool confirmed = false, IReadOnlySet<string>? fromLosing = null) =>
        await agency.Get<PersonMergeService>().MergeAsync(
            new MergePersons { Survivor = survivor, Losing = losing, FromLosing = fromLosing ?? new HashSet<string>(), Reason = reason, DifferentNikConfirmed = confirmed },
            await agency.ActAsync(by));

    internal sealed record Entered(PersonInput Person, Guid RequestId);
}
