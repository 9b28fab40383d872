using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>
/// The table "Who may do what with a case" of CONTRIBUTING, tried out: every act, every role. sari leads the case, nani took it in.
/// </summary>
public sealed class CaseMatrixTests
{
    private const string Yes = "yes";
    private const string Code = "code";
    private const string No = "no";
    private const string None = "none";

    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["team"] = ["sari"],
        ["head of its unit"] = ["lina"],
        ["head of agency"] = ["ratna"],
        ["other social worker"] = ["gilang"],
        ["head over social workers"] = ["imas"],
        ["other head"] = ["asep"],
        ["secretary"] = ["hendra"],
        ["secretariat"] = ["dedi"],
        ["counter, others"] = ["nani", "yusup", "lilis", "opik"],
        ["supervisor"] = ["maman"],
        ["administrator"] = ["admin"],
    };

    private static readonly Dictionary<string, Func<Try, Task<string>>> Acts = new()
    {
        ["page of a case"] = async t => await SeenAsync(t),
        ["page of a locked case"] = async t => await SeenAsync(await t.LockedAsync()),
        ["open the content"] = async t => Right(await t.OpenAsync()),
        ["open a locked case"] = async t => Right(await (await t.LockedAsync()).OpenAsync()),
        ["reveal a block"] = async t => Right(await (await t.OpenedAsync()).Cases.RevealAsync(t.Id, t.Block, await t.ActAsync())),
        ["begin a block with what was told"] = async t => Right(await (await t.OpenedAsync()).Cases.BeginBlockAsync(t.Id, CaseBlocks.Victim, await t.ActAsync())),
        ["save a block"] = async t => Right(await (await t.OpenedAsync()).Agency.Data.SaveAsync(t.Id, CaseBlocks.Consent, new Dictionary<string, string> { ["layanan"] = "ya" }, by: t.User)),
        ["remove a block"] = async t => Right(await (await t.OpenedAsync()).Cases.RemoveBlockAsync(t.Id, t.Block, Guid.Empty, await t.ActAsync())),
        ["switch the police clock"] = async t => Right(await (await t.OpenedAsync()).Cases.SetPoliceClockAsync(t.Id, true, await t.ActAsync())),
        ["record a printing"] = async t => Right(await (await t.OpenedAsync()).Cases.PrintAsync(t.Id, "A", "sidang", await t.ActAsync())),
        ["fetch somebody else's printing"] = async t => await (await t.OpenedAsync()).Agency.Get<CaseFormWriter>().FetchAsync(await t.PrintedAsync(), await t.ActorAsync()) is null ? None : Yes,
        ["break the glass"] = async t => Right(await t.Agency.Data.BreakGlassAsync(t.Id, t.User)),
        ["break the glass of a locked case"] = async t => Right(await (await t.LockedAsync()).Agency.Data.BreakGlassAsync(t.Id, t.User)),
        ["review an emergency"] = async t => Right(await t.Cases.ReviewEmergencyAsync(t.Id, await t.EmergencyAsync(), true, await t.ActAsync())),
        ["take in a member"] = async t => Right(await t.Cases.AddMemberAsync(t.Id, t.Agency.UserId("wahyu"), await t.ActAsync())),
        ["make somebody lead"] = async t => Right(await t.Cases.MakeLeadAsync(t.Id, Guid.Empty, await t.ActAsync())),
        ["let a member go"] = async t => Right(await t.Cases.RemoveMemberAsync(t.Id, Guid.Empty, await t.ActAsync())),
        ["lock"] = async t => Right(await t.Cases.LockAsync(t.Id, await t.ActAsync())),
        ["unlock"] = async t => Right(await (await t.LockedAsync()).Cases.UnlockAsync(t.Id, await t.ActAsync())),
        ["find by NIK"] = async t => await FoundAsync(t, TestData.VictimNik),
        ["find by phone"] = async t => await FoundAsync(t, TestData.SafePhone),
        ["find by code"] = async t => await FoundAsync(t, t.Number),
        ["submit the assessment"] = async t => Right(await (await t.OpenedAsync()).Cases.SubmitAssessmentAsync(t.Id, await t.ActAsync())),
        ["decide on the assessment"] = async t => Right(await (await t.OpenedAsync()).Cases.DecideAssessmentAsync(new Decision { CaseId = t.Id, Id = await t.ReviewAsync(), State = ReviewState.Approved }, await t.ActAsync())),
        ["send a referral"] = async t => Right(await (await t.OpenedAsync()).Cases.SendReferralAsync(t.Id, Guid.Empty, Guid.Empty, await t.ActAsync())),
        ["record the answer to a referral"] = async t => Right(await (await t.OpenedAsync()).Cases.AnswerReferralAsync(new AnswerReferral { CaseId = t.Id, ReferralId = Guid.Empty, State = ReferralState.Accepted }, await t.ActAsync())),
        ["book a hearing"] = async t => Right(await (await t.OpenedAsync()).Cases.BookHearingAsync(new BookHearing { CaseId = t.Id, HearingId = Guid.CreateVersion7() }, await t.ActAsync())),
        ["cancel a hearing"] = async t => Right(await (await t.OpenedAsync()).Cases.CancelHearingAsync(t.Id, Guid.Empty, await t.ActAsync())),
        ["hand in the social report"] = async t => Right(await (await t.OpenedAsync()).Cases.ReportHandedInAsync(t.Id, Guid.Empty, await t.ActAsync())),
        ["submit the companion's letter"] = async t => Right(await (await t.OpenedAsync()).Cases.SubmitCompanionLetterAsync(t.Id, Guid.Empty, await t.ActAsync())),
        ["read an attachment"] = async t => Right(await (await t.OpenedAsync()).Cases.OpenAttachmentAsync(t.Id, Guid.Empty, "menangani", await t.ActAsync())),
        ["remove an attachment"] = async t => Right(await (await t.OpenedAsync()).Cases.RemoveAttachmentAsync(t.Id, Guid.Empty, await t.ActAsync())),
        ["print a report or letter"] = async t => Right(await (await t.OpenedAsync()).Cases.PrintPaperAsync(t.Id, CasePaperKind.Redacted, null, "sidang", await t.ActAsync())),
        ["propose the closing"] = async t => Right(await (await t.OpenedAsync()).Cases.ProposeClosureAsync(new ProposeClosure { CaseId = t.Id }, await t.ActAsync())),
        ["decide on the closing"] = async t => Right(await (await t.OpenedAsync()).Cases.DecideClosureAsync(new Decision { CaseId = t.Id, Id = await t.ClosureAsync(), State = ReviewState.Approved }, await t.ActAsync())),
        ["reopen"] = async t => Right(await (await t.OpenedAsync()).Cases.ReopenAsync(new ReopenCase { CaseId = t.Id }, await t.ActAsync())),
        ["hold against destruction"] = async t => Right(await t.Agency.Data.Retention.HoldAsync(new PlaceHold { Number = t.Number }, await t.ActAsync())),
        ["lift a hold"] = async t => Right(await t.Agency.Data.Retention.LiftAsync(Guid.Empty, "", await t.ActAsync())),
        ["propose the destruction"] = async t => Right(await t.Agency.Data.Retention.ProposeAsync(new ProposeDestruction { CaseId = t.Id }, await t.ActAsync())),
        ["decide on the destruction"] = async t => Right(await t.Agency.Data.Retention.DeclineAsync(Guid.Empty, "", await t.ActAsync())),
        ["take out the destruction register"] = async t => Right(await t.Agency.Get<DestructionExport>().RecordAsync(await t.ActAsync())),
        ["take the list without names out"] = async t => Right(await t.Agency.Get<CaseListExport>().RecordAsync(CaseFilter.Running, "rapat", await t.ActAsync())),
        ["read or take out the recap"] = async t => await t.Agency.Get<CaseRecap>().OfAsync(null, await t.ActorAsync()) is null == (Right(await t.Agency.Get<CaseRecapExport>().RecordAsync(null, await t.ActAsync())) == No)
            ? Right(await t.Agency.Get<CaseRecapExport>().RecordAsync(null, await t.ActAsync()))
            : "read and taken out differ",
        ["change what stands on the forms"] = async t => Right(await t.Agency.Get<CaseForms>().SaveAsync(new SaveForms { Seen = null, Forms = t.Agency.Get<CaseReference>().Forms }, await t.ActAsync())),
        ["declare a tie"] = async t => Right(await t.Agency.Get<ConflictService>().DeclareAsync(new DeclareTie(), await t.ActAsync())),
        ["decide on a proposed conflict"] = async t => Right(await t.Agency.Get<ConflictService>().DecideAsync(new DecideConflict { Id = await t.ConflictAsync(), Accept = false }, await t.ActAsync())),
        ["decide on one of a locked case"] = async t => Right(await t.Agency.Get<ConflictService>().DecideAsync(new DecideConflict { Id = await (await t.LockedAsync()).ConflictAsync(), Accept = false }, await t.ActAsync())),
        ["leave the step"] = async t => Right(await (await t.OpenedAsync()).Agency.Data.LeaveAsync(t.Id, TestData.CaseReporting, "tidak-ada", t.User)),
    };

    public static TheoryData<string> Rows() => [.. Table().Rows.Select(r => r.Act)];

    [Fact]
    public void Table_NamesEveryRoleAndEveryAct()
    {
        var (columns, rows) = Table();

        Assert.Equal(Columns.Keys, columns);
        Assert.Equal(Acts.Keys, rows.Select(r => r.Act));
        Assert.Equal(StaffRoles.All.Order(), Columns.Values.SelectMany(u => u).Select(u => DemoAgency.People.First(p => p.UserName == u).Role).Distinct().Order());
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task Act_ByEveryRole_AsTheTableSays(string act)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (columns, rows) = Table();
        var cells = rows.Single(r => r.Act == act).Cells;
        var differing = new List<string>();
        foreach (var (column, expected) in columns.Zip(cells))
        {
            foreach (var user in Columns[column])
            {
                // What one role did must not change what the next may do.
                var registered = await agency.Data.OpenedCaseAsync();
                Assert.True((await agency.Data.SaveAsync(registered.Id, CaseBlocks.Victim, TestData.VictimValues())).IsOk);
                var found = await Acts[act](new Try(agency, user, registered, (await agency.Data.BlockIdAsync(registered.Id, CaseBlocks.Victim))!.Value));
                if (found != expected)
                {
                    differing.Add($"{user} ({column}): {found}, not {expected}");
                }
            }
        }

        Assert.Empty(differing);
    }

    private static (IReadOnlyList<string> Columns, IReadOnlyList<(string Act, IReadOnlyList<string> Cells)> Rows) Table()
    {
        var lines = File.ReadLines(Path.Combine(RepositoryRoot.Path, "CONTRIBUTING.md"))
            .SkipWhile(l => l != "## Who may do what with a case").SkipWhile(l => !l.StartsWith('|')).TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        return (lines[0][1..], [.. lines.Skip(2).Select(l => (l[0], (IReadOnlyList<string>)l[1..]))]);
    }

    private static async Task<string> SeenAsync(Try t) => await t.Agency.Get<CaseQueries>().FindAsync(t.Id, await t.ActorAsync()) switch
    {
        null => None,
        { Sight: CaseSight.Outline, Content: null } => Code,
        { Sight: CaseSight.Content } => Yes,
        _ => "content without sight",
    };

    private static async Task<string> FoundAsync(Try t, string text)
    {
        var outcome = await t.Agency.Get<CaseSearch>().FindAsync(text, await t.ActAsync());
        return !outcome.IsOk ? Right(outcome) : outcome.Value.Contains(t.Id) ? Yes : None;
    }

    private static string Right(Outcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Forbidden => No,
        OutcomeKind.NotFound when outcome.Message.Contains("tidak untuk Anda", StringComparison.Ordinal) => None,
        OutcomeKind.Refused when outcome.Refusals.Any(r => r.Field == CaseService.OpeningField) => "closed",
        _ => Yes,
    };

    private static string Right<T>(Outcome<T> outcome) => Right(outcome.IsOk ? Outcome.Ok() : outcome.AsFailure());

    /// <summary>One role trying one act on a case of its own.</summary>
    private sealed record Try(TestAgency Agency, string User, RegisteredCase Case, Guid Block)
    {
        public Guid Id => Case.Id;

        public string Number => Case.Number;

        public CaseService Cases => Agency.Data.Cases;

        public Task<ActionContext> ActAsync() => Agency.ActAsync(User);

        public Task<Actor> ActorAsync() => Agency.ActorAsync(User);

        public Task<Outcome> OpenAsync() => Agency.Data.OpenCaseAsync(Id, User);

        /// <summary>Opens the content first, for whoever may.</summary>
        public async Task<Try> OpenedAsync()
        {
            await OpenAsync();
            return this;
        }

        /// <summary>The same case, locked: known to sari and one more who takes no part here.</summary>
        public async Task<Try> LockedAsync()
        {
            await Cases.AddMemberAsync(Id, Agency.UserId("wahyu"), await Agency.ActAsync("sari"));
            Assert.True((await Cases.LockAsync(Id, await Agency.ActAsync("sari"))).IsOk);
            return this;
        }

        public async Task<Guid> PrintedAsync()
        {
            // Of sari's own printing lina is the somebody else, so that "team" tries a foreign one too.
            var by = User == "sari" ? "lina" : "sari";
            await Agency.Data.OpenCaseAsync(Id, by);
            return (await Cases.PrintAsync(Id, "A", "sidang", await Agency.ActAsync(by))).Value;
        }

        /// <summary>An assessment sari has submitted.</summary>
        public Task<Guid> ReviewAsync() => AddAsync(new AssessmentReview
        {
            Id = Guid.CreateVersion7(),
            CaseId = Id,
            Round = 1,
            AssessmentVersion = Guid.Empty,
            PlanVersion = Guid.Empty,
            SubmittedAt = Agency.Time.Now,
            SubmittedById = Agency.UserId("sari"),
            SubmittedByText = "Sari",
            Version = Guid.CreateVersion7(),
        }, r => r.Id);

        /// <summary>A closing sari has proposed.</summary>
        public Task<Guid> ClosureAsync() => AddAsync(new CaseClosure
        {
            Id = Guid.CreateVersion7(),
            CaseId = Id,
            Round = 1,
            Payload = "",
            ProposedAt = Agency.Time.Now,
            ProposedById = Agency.UserId("sari"),
            ProposedByText = "Sari",
            Version = Guid.CreateVersion7(),
        }, c => c.Id);

        /// <summary>A conflict proposed for somebody who takes no part here.</summary>
        public Task<Guid> ConflictAsync() => AddAsync(new CaseConflict
        {
            Id = Guid.CreateVersion7(),
            CaseId = Id,
            UserId = Agency.UserId("wahyu"),
            UserText = "Wahyu",
            Ground = ConflictGround.Declared,
            FoundAt = Agency.Time.Now,
            Version = Guid.CreateVersion7(),
        }, c => c.Id);

        private async Task<Guid> AddAsync<T>(T row, Func<T, Guid> id)
            where T : class
        {
            await using var db = Agency.OpenDb();
            db.Add(row);
            await db.SaveChangesAsync();
            return id(row);
        }

        public async Task<Guid> EmergencyAsync()
        {
            var by = User == "gilang" ? "imas" : "gilang";
            Assert.True((await Agency.Data.BreakGlassAsync(Id, by)).IsOk);
            await using var db = Agency.OpenDb();
            return db.CaseEmergencies.Where(e => e.CaseId == Id).Select(e => e.Id).Single();
        }
    }
}
