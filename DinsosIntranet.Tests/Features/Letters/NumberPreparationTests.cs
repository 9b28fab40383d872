using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Letters;

public sealed class NumberPreparationTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_Inserted_LettersFollowAndTheBookReadsInOrder(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await ApprovedAsync(agency);
        agency.Time.SetLocal(2026, 11, 24, 9, 0);
        await ApprovedAsync(agency);
        var (first, second) = (await agency.Data.LetterToSignAsync(), await agency.Data.LetterToSignAsync());

        foreach (var letter in (Letter[])[first, second])
        {
            var prepared = await PrepareAsync(agency, Inserted(letter.Id));
            Assert.True(prepared.IsOk, prepared.Message);
        }

        var a = (await agency.Data.ApproveAsync(first.Id, SigningMode.Wet)).Value;
        var b = (await agency.Data.ApproveAsync(second.Id, SigningMode.Wet)).Value;

        Assert.Equal(("400.9.14.1/001a/Dinsos/XI/2026", "400.9.14.1/001b/Dinsos/XI/2026"), (a.Number, b.Number));
        Assert.Equal((Monday, "surat tertinggal"), (a.DatedOn, a.NumberReason));
        var text = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(a.ApprovedFileId!.Value));
        Assert.Contains("400.9.14.1/001a/Dinsos/XI/2026", text, StringComparison.Ordinal);
        Assert.Contains("Rangkasbitung, 23 November 2026", text, StringComparison.Ordinal);
        var book = await agency.Get<LetterQueries>().BookAsync(new LetterFilter(null, LetterKinds.DtksCertificate, null, null), 1, new DateOnly(2026, 11, 24), await agency.ActorAsync("dedi"));
        Assert.Equal(["002", "001b", "001a", "001"], book.Rows.Select(r => r.Number!.Split('/')[1]));
        Assert.Equal("400.9.14.1/003/Dinsos/XI/2026", (await ApprovedAsync(agency)).Number);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_TwoInsertedAtOnce_EachItsOwnLetter(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await ApprovedAsync(agency);
        await ApprovedAsync(agency);
        var letters = new[] { await agency.Data.LetterToSignAsync(), await agency.Data.LetterToSignAsync() };
        foreach (var letter in letters)
        {
            Assert.True((await PrepareAsync(agency, Inserted(letter.Id))).IsOk);
        }

        var outcomes = await Task.WhenAll(letters.Select(l => Task.Run(() => agency.Data.ApproveAsync(l.Id, SigningMode.Wet))));

        Assert.Equal([1, 2], outcomes.Select(o => o.Value.Insertion).Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_TypedNumber_TakenAsItIsAndTheCounterStepsOverIt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.LetterToSignAsync();
        Assert.True((await PrepareAsync(agency, Typed(letter.Id, "400.9.14.1/001/Dinsos/XI/2026"))).IsOk);

        var typed = (await agency.Data.ApproveAsync(letter.Id, SigningMode.Wet)).Value;
        var next = await ApprovedAsync(agency);

        Assert.Equal(("400.9.14.1/001/Dinsos/XI/2026", (int?)null), (typed.Number, typed.Sequence));
        Assert.Equal("400.9.14.1/002/Dinsos/XI/2026", next.Number);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Prepare_TypedNumberInUse_RefusedWhateverItsCapitals(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await ApprovedAsync(agency);
        var (letter, other) = (await agency.Data.LetterToSignAsync(), await agency.Data.LetterToSignAsync());
        await PrepareAsync(agency, Typed(other.Id, "B/77/Dinsos/2026"));

        Assert.Equal("TypedNumber", Assert.Single((await PrepareAsync(agency, Typed(letter.Id, "400.9.14.1/001/DINSOS/XI/2026"))).Refusals).Field);
        Assert.Equal("TypedNumber", Assert.Single((await PrepareAsync(agency, Typed(letter.Id, "b/77/dinsos/2026"))).Refusals).Field);
    }

    [Fact]
    public async Task Prepare_EachWrongField_RefusedBesideIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await ApprovedAsync(agency);
        var letter = await agency.Data.LetterToSignAsync();

        Assert.Equal("Reason", await FieldAsync(agency, Inserted(letter.Id) with { Reason = " ", AfterSequence = null, Source = NumberSource.Typed, TypedNumber = "B/1/2026" }));
        Assert.Equal("DatedOn", await FieldAsync(agency, Inserted(letter.Id) with { DatedOn = null }));
        Assert.Equal("DatedOn", await FieldAsync(agency, Inserted(letter.Id) with { DatedOn = Monday.AddDays(1) }));
        Assert.Equal("AfterSequence", await FieldAsync(agency, Inserted(letter.Id)));
        Assert.Equal("AfterSequence", await FieldAsync(agency, Inserted(letter.Id) with { AfterSequence = 99 }));
        Assert.Equal("TypedNumber", await FieldAsync(agency, Typed(letter.Id, "x")));
        await ApprovedAsync(agency);
        Assert.Equal("DatedOn", await FieldAsync(agency, Inserted(letter.Id) with { DatedOn = Monday.AddDays(-1) }));
        Assert.Null((await agency.Get<LetterQueries>().FindAsync(letter.Id, await agency.ActorAsync("dedi"), Monday))!.Prepared);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Release_Prepared_NextNumberAgain(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.LetterToSignAsync();
        await PrepareAsync(agency, Typed(letter.Id, "B/77/Dinsos/2026"));
        await PrepareAsync(agency, Typed(letter.Id, "B/78/Dinsos/2026"));
        Assert.Equal("B/78/Dinsos/2026", (await agency.Get<LetterQueries>().FindAsync(letter.Id, await agency.ActorAsync("dedi"), Monday))!.Prepared!.TypedNumber);

        Assert.True((await agency.Get<NumberPreparationService>().ReleaseAsync(letter.Id, await agency.ActAsync("dedi"))).IsOk);

        Assert.Equal("400.9.14.1/001/Dinsos/XI/2026", (await agency.Data.ApproveAsync(letter.Id, SigningMode.Wet)).Value.Number);
    }

    [Fact]
    public async Task Prepare_AlreadyNumbered_Conflict()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await ApprovedAsync(agency);

        Assert.Equal(OutcomeKind.Conflict, (await PrepareAsync(agency, Typed(letter.Id, "B/77/Dinsos/2026"))).Kind);
    }

    [Theory, DemoStaff(except: ["dedi"])]
    public async Task Prepare_BySomebodyElse_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.LetterToSignAsync();

        Assert.Equal(OutcomeKind.Forbidden, (await PrepareAsync(agency, Typed(letter.Id, "B/77/Dinsos/2026"), userName)).Kind);
    }

    private static PrepareNumber Inserted(Guid letterId) =>
        new() { LetterId = letterId, Source = NumberSource.Inserted, AfterSequence = 1, DatedOn = Monday, Reason = "surat tertinggal" };

    private static PrepareNumber Typed(Guid letterId, string number) =>
        new() { LetterId = letterId, Source = NumberSource.Typed, TypedNumber = number, DatedOn = Monday, Reason = "nomor dari aplikasi lain" };

    private static async Task<Letter> ApprovedAsync(TestAgency agency) =>
        (await agency.Data.ApproveAsync((await agency.Data.LetterToSignAsync()).Id, SigningMode.Wet)).Value;

    private static async Task<Outcome> PrepareAsync(TestAgency agency, PrepareNumber command, string by = "dedi") =>
        await agency.Get<NumberPreparationService>().PrepareAsync(command, await agency.ActAsync(by));

    private static async Task<string?> FieldAsync(TestAgency agency, PrepareNumber command)
    {
        var outcome = await PrepareAsync(agency, command);
        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        return Assert.Single(outcome.Refusals).Field;
    }
}
