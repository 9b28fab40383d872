using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Register = DinsosIntranet.Features.Intake.RequestQueries;
using RequestReader = DinsosIntranet.Features.Desks.RequestQueries;

namespace DinsosIntranet.Tests.Features.Desks;

/// <summary>One way somebody meets a request: who, how it comes to stand where they would, and whether they see it.</summary>
internal sealed record ExclusionReading(string UserName, Func<TestAgency, Task<Guid>> Prepare, Func<TestAgency, Actor, Guid, Task<bool>> Sees);

/// <summary>Every list, count, page and file of the program in which a request can be met.</summary>
internal static class ExclusionReadings
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static Dictionary<string, ExclusionReading> All { get; } = new()
    {
        ["desk, queue"] = new("euis", At(TestData.Checking), async (a, who, id) => (await DeskAsync(a, who)).Queues.Any(q => q.Rows.Any(r => r.Id == id))),
        ["desk, counts"] = new("euis", At(TestData.Checking), async (a, who, _) => (await DeskAsync(a, who)).Counts.All > 0),
        ["desk, next"] = new("euis", At(TestData.Checking), async (a, who, id) => (await DeskAsync(a, who)).Next.Any(n => n.Id == id)),
        ["desk, held"] = new("yusup", HeldAsync, async (a, who, id) => (await DeskAsync(a, who)).Mine.Rows.Any(r => r.Id == id)),
        ["desk, done today"] = new("asep", HandedOverAsync, async (a, who, _) => (await DeskAsync(a, who)).DoneToday > 0),
        ["desk, dispositions"] = new("euis", DisposedToEuisAsync, async (a, who, _) => (await DeskAsync(a, who)).Dispositions.Total > 0),
        ["desk, letters for ink"] = new("dedi", InkAsync, async (a, who, id) => (await DeskAsync(a, who)).UnsignedLetters!.Rows.Any(r => r.RequestId == id)),
        ["menu, desk"] = new("euis", At(TestData.Checking), async (a, who, _) => (await CountsAsync(a, who)).Desk > 0),
        ["menu, dispositions"] = new("asep", At(TestData.Assigning), async (a, who, _) => (await CountsAsync(a, who)).Dispositions > 0),
        ["menu, received"] = new("euis", DisposedToEuisAsync, async (a, who, _) => (await CountsAsync(a, who)).Dispositions > 0),
        ["menu, letters"] = new("asep", At(TestData.Signing), async (a, who, _) => (await CountsAsync(a, who)).Letters > 0),
        ["menu, letters beside"] = new("ratna", RefusalAsync, async (a, who, _) => (await CountsAsync(a, who)).Letters > 0),
        ["menu, ready"] = new("nani", At(TestData.HandingOver), async (a, who, _) => (await CountsAsync(a, who)).Ready > 0),
        ["cases, file"] = new("imas", async a => (await a.Data.CaseAsync()).Id, async (a, who, id) => await a.Get<CaseQueries>().AllAsync(who, CaseFilter.Running).AnyAsync(r => r.Id == id)),
        ["board"] = new("maman", At(TestData.Checking), async (a, who, id) => (await BoardAsync(a)).View(BoardFilter.All, who.ExcludedRequests).Rows.Any(r => r.Tiles.Any(t => t.Id == id))),
        ["board, counts"] = new("maman", At(TestData.Checking), async (a, who, _) => (await BoardAsync(a)).View(BoardFilter.All, who.ExcludedRequests).Counts.Running > 0),
        ["request page"] = new("ratna", At(TestData.Checking), async (a, who, id) => await a.Get<RequestReader>().FindAsync(id, who) is not null),
        ["request page, papers"] = new("nani", At(TestData.HandingOver), async (a, who, id) => (await a.Get<ApplicantPapers>().ListAsync(id, who)).Count > 0),
        ["register"] = new("ratna", At(TestData.Checking), async (a, who, id) => (await RegisterAsync(a, who, null)).Rows.Any(r => r.Id == id)),
        ["register, count"] = new("ratna", At(TestData.Checking), async (a, who, _) => (await RegisterAsync(a, who, null)).Count > 0),
        ["register, number"] = new("nani", At(TestData.Checking), async (a, who, _) => (await RegisterAsync(a, who, "DTKS-2026-0001")).Count > 0),
        ["register, name"] = new("nani", At(TestData.Checking), async (a, who, _) => (await RegisterAsync(a, who, "aminah")).Count > 0),
        ["persons, number"] = new("nani", At(TestData.Checking), async (a, who, _) => (await a.Get<PersonQueries>().SearchAsync("DTKS-2026-0001", who)).Count > 0),
        ["persons, name"] = new("nani", At(TestData.Checking), async (a, who, _) => (await a.Get<PersonQueries>().SearchAsync("siti aminah", who)).Count > 0),
        ["person, data"] = new("nani", At(TestData.Checking), async (a, who, id) => (await a.Get<PersonQueries>().OpenAsync(await ApplicantAsync(a, id), Act(a, who))).IsOk),
        ["merge, search"] = new("dedi", At(TestData.Checking), async (a, who, _) => (await a.Get<PersonMergeQueries>().SearchAsync("aminah", who)).Count > 0),
        ["merge, person"] = new("dedi", At(TestData.Checking), async (a, who, id) => await a.Get<PersonMergeQueries>().CandidatesAsync(await ApplicantAsync(a, id), who) is not null),
        ["correction, other requests"] = new("dedi", At(TestData.Checking), OthersAsync),
        ["checklist"] = new("nani", At(TestData.Intake), async (a, who, id) => await a.Get<ChecklistQueries>().FindAsync(id, who) is not null),
        ["withdrawal"] = new("nani", At(TestData.Checking), async (a, who, id) => await a.Get<WithdrawalService>().FindAsync(id, who) is not null),
        ["guest book"] = new("nani", FromGuestBookAsync, async (a, who, _) => (await a.Get<GuestBookQueries>().PageAsync(Today, 1, who)).Rows.Any(r => r.RequestNumber is not null || r.RequestId is not null)),
        ["hand-over, list"] = new("nani", At(TestData.HandingOver), async (a, who, id) => (await a.Get<HandOverQueries>().WaitingAsync(null, who)).Any(r => r.RequestId == id)),
        ["hand-over, one"] = new("nani", At(TestData.HandingOver), async (a, who, id) => await a.Get<HandOverQueries>().FindAsync(id, who) is not null),
        ["scans, list"] = new("ratna", ScannedAsync, async (a, who, id) => (await a.Get<AttachmentService>().ListAsync(id, who)).Count > 0),
        ["scans, file"] = new("ratna", ScannedAsync, async (a, who, id) => (await a.Get<AttachmentService>().OpenAsync(await ScanOfAsync(a, id), Act(a, who))).IsOk),
        ["dispositions, inbox"] = new("asep", At(TestData.Assigning), async (a, who, id) => (await a.Get<DispositionQueries>().InboxAsync(who, 1)).Rows.Any(r => r.RequestId == id)),
        ["dispositions, inbox count"] = new("asep", At(TestData.Assigning), async (a, who, _) => (await a.Get<DispositionQueries>().CountAsync(who)).Waiting > 0),
        ["dispositions, case"] = new("asep", At(TestData.Assigning), async (a, who, id) => await a.Get<DispositionQueries>().FindAsync(id, who) is not null),
        ["dispositions, received"] = new("euis", DisposedToEuisAsync, async (a, who, id) => (await a.Get<DispositionQueries>().ReceivedAsync(who, ReceivedFilter.All, 1)).Rows.Any(r => r.Subject.Id == id)),
        ["dispositions, received count"] = new("euis", DisposedToEuisAsync, async (a, who, _) => (await a.Get<DispositionQueries>().CountAsync(who)).Received > 0),
        ["dispositions, sent"] = new("asep", DisposedToEuisAsync, async (a, who, id) => (await a.Get<DispositionQueries>().SentAsync(who, SentFilter.All, 1)).Rows.Any(r => r.Subject.Id == id)),
        ["dispositions, sent count"] = new("asep", DisposedToEuisAsync, async (a, who, _) => (await a.Get<DispositionQueries>().CountAsync(who)).HasSent),
        ["dispositions, under a standing one"] = new("ratna", StandingAsync, async (a, who, _) => (await a.Get<DispositionQueries>().ReviewsAsync(who)).Any(r => r.Count > 0)),
        ["dispositions, what a colleague holds"] = new("asep", HeldAsync, async (a, who, _) => (await a.Get<DispositionQueries>().PeopleAsync("operator-siks-ng", who)).Any(p => p.Holds > 0)),
        ["disposition sheet"] = new("dedi", At(TestData.Assigning), async (a, who, id) => (await a.Get<DispositionSheetWriter>().PrintAsync(id, false, Act(a, who))).IsOk),
        ["agenda book"] = new("dedi", At(TestData.Disposing), async (a, who, _) => (await a.Get<AgendaQueries>().BookAsync(new AgendaFilter(), 1, who)).Total > 0),
        ["signing list"] = new("asep", At(TestData.Signing), async (a, who, id) => (await SigningAsync(a, who)).ToSign.Any(r => r.RequestId == id)),
        ["signing list, ink"] = new("asep", InkAsync, async (a, who, id) => (await SigningAsync(a, who)).AwaitingInk.Any(r => r.RequestId == id)),
        ["signing list, beside"] = new("ratna", RefusalAsync, async (a, who, id) => (await SigningAsync(a, who)).ToSign.Any(r => r.RequestId == id)),
        ["letter page"] = new("ratna", At(TestData.HandingOver), async (a, who, id) => await a.Get<LetterQueries>().FindAsync((await a.Data.LetterOfAsync(id)).Id, who, Today) is not null),
        ["letter page, replaced by"] = new("ratna", ReplacementAsync, async (a, who, id) => (await a.Get<LetterQueries>().FindAsync(await ReplacedAsync(a, id), who, Today))!.ReplacedBy is not null),
        ["letter book"] = new("dedi", At(TestData.HandingOver), async (a, who, id) => (await a.Get<LetterQueries>().BookAsync(new LetterFilter(null, null, null, null), 1, Today, who)).Rows.Any(r => r.RequestId == id)),
        ["letter, numbers to insert behind"] = new("dedi", FirstOfTwoLettersAsync, async (a, who, _) => (await a.Get<LetterQueries>().NumberChoicesAsync(await a.Data.DraftIdAsync(), 2026, who)).Count > 0),
        ["letter, file"] = new("dedi", At(TestData.HandingOver), async (a, who, id) => (await a.Get<LetterPapers>().OpenAsync((await a.Data.LetterOfAsync(id)).Id, PrintWay.Printed, Act(a, who))).IsOk),
        ["letter, draft"] = new("dedi", At(TestData.Signing), async (a, who, id) => (await a.Get<LetterPapers>().PreviewAsync((await a.Data.LetterOfAsync(id)).Id, Act(a, who))).IsOk),
        ["print register"] = new("ratna", PrintedAsync, async (a, who, id) => (await a.Get<LetterQueries>().PrintsAsync(new PrintFilter(null, null, null, null, null, null), 1, who)).Rows.Any(r => r.RequestId == id)),
        ["print register, count"] = new("ratna", PrintedAsync, async (a, who, _) => (await a.Get<LetterQueries>().PrintsAsync(new PrintFilter(null, null, null, null, null, null), 1, who)).Total > 0),
        ["register of information"] = new("lilis", Informing, async (a, who, id) => (await a.Get<InformationRegister>().PageAsync(new RegisterFilter(), 1, who)).Rows.Any(r => r.Id == id)),
        ["register of information, file"] = new("lilis", Informing, async (a, who, id) => await a.Get<InformationRegister>().AllAsync(new RegisterFilter(), who, default).AnyAsync(r => r.Id == id)),
        ["figures of information"] = new("lilis", Informing, async (a, who, _) => (await a.Get<InformationFigures>().OfAsync(2026, who))!.Received > 0),
        ["register of objections"] = new("lilis", Objected, async (a, who, id) => (await a.Get<ObjectionRegister>().PageAsync(new ObjectionFilter(), 1, who)).Rows.Any(r => r.RequestId == id)),
        ["register of objections, file"] = new("lilis", Objected, async (a, who, id) => await a.Get<ObjectionRegister>().AllAsync(new ObjectionFilter(), who, default).AnyAsync(r => r.RequestId == id)),
        ["objections waiting"] = new("lilis", Objected, async (a, who, _) => (await a.Get<ObjectionQueries>().WaitingAsync(who)).Total > 0),
        ["objections of a request"] = new("lilis", Objected, async (a, who, id) => await a.Get<ObjectionQueries>().OfRequestAsync(id, who) is not null),
        ["page of an objection"] = new("lilis", Objected, async (a, who, _) => await a.Get<ObjectionQueries>().FindAsync(await AnObjectionAsync(a), who) is not null),
        ["complaint book"] = new("opik", Complained, async (a, who, id) => (await a.Get<ComplaintBook>().PageAsync(new BookFilter(), 1, who)).Rows.Any(r => r.Id == id)),
        ["complaint, examination"] = new("gilang", Examined, async (a, who, id) => await a.Get<InvestigationQueries>().FindAsync(id, who) is not null),
        ["complaint, team"] = new("gilang", Examined, async (a, who, _) => (await a.Get<InvestigationQueries>().WaitingAsync(who)).Count > 0),
        ["complaint, reminder"] = new("opik", Reminded, async (a, who, _) => (await a.Get<InvestigationQueries>().WaitingAsync(who)).Count > 0),
        ["letter of assignment"] = new("gilang", Examined, async (a, who, id) => await a.Get<AssignmentQueries>().FindAsync(id, who) is not null),
        ["repatriation, list"] = new("gilang", UnderWay, async (a, who, id) => (await a.Get<RepatriationQueries>().ListAsync(who, RepatriationFilter.Running, 1)).Rows.Any(r => r.Id == id)),
        ["repatriation, count"] = new("gilang", UnderWay, async (a, who, _) => (await a.Get<RepatriationQueries>().ListAsync(who, RepatriationFilter.Mine, 1)).Total > 0),
        ["repatriation, calendar"] = new("gilang", UnderWay, async (a, who, id) => (await a.Get<RepatriationQueries>().CalendarAsync(who, Today, Today)).Any(e => e.RequestId == id)),
        ["repatriation, visits"] = new("ratna", HandedHome, async (a, who, id) => (await a.Get<RepatriationQueries>().DueVisitsAsync(who)).Any(v => v.RequestId == id)),
        ["repatriation, figures"] = new("ratna", HandedHome, async (a, who, _) => (await a.Get<RepatriationFigures>().OfYearAsync(2026, who)).Total.Recorded > 0),
        ["information panel"] = new("lilis", Informing, async (a, who, id) => await a.Get<InformationQueries>().PanelAsync(id, await a.Get<AgencyDirectory>().GetAsync(), who) is not null),
        ["earlier letter of the same person"] = new("yusup", HandedOverAsync, EarlierLetterAsync),
        ["clocks to recalculate"] = new("admin", WrongClockAsync, async (a, who, id) => (await a.Get<ClockRecalculation>().PreviewAsync(who)).Moves.Any(m => m.WorkItemId == id)),
        ["clocks to recalculate, offer"] = new("admin", WrongClockAsync, async (a, who, _) => await a.Get<ClockRecalculation>().OfferAsync(who) is not null),
        ["open requests of a standard's version"] = new("ratna", At(TestData.Checking), async (a, who, _) => (await a.Get<StandardVersionQueries>().FindAsync("dtks", who))!.Versions.Any(v => v.OpenRequests > 0)),
        ["cases"] = new("gilang", async a => (await a.Data.CaseAsync()).Id, async (a, who, id) => (await a.Get<CaseQueries>().ListAsync(who, CaseFilter.Running, 1)).Total > 0 && await a.Get<CaseQueries>().FindAsync(id, who) is not null),
        ["cases past their term"] = new("dedi", async a => (await a.Data.OldCaseAsync()).Id, async (a, who, _) => (await a.Get<RetentionQueries>().DueAsync(1, who)).Total > 0),
        ["exclusions"] = new("ratna", At(TestData.Checking), async (a, who, id) => await a.Get<RequestExclusions>().FindAsync(id, who) is not null),
    };

    internal static Task<Guid> UnderWay(TestAgency agency) => agency.Data.RepatriationUnderWayAsync();

    internal static async Task<Guid> HandedHome(TestAgency agency)
    {
        var id = await UnderWay(agency);
        Require(await agency.Data.Repatriation.DepartAsync(id, Today, await agency.ActAsync("yayah")));
        Require(await agency.Data.HandOverAsync(id, (await agency.Data.MigrantsAsync(id))[0].Id, TestData.MigrantHandOver()));
        return id;
    }

    internal static async Task<Guid> DisposedToEuisAsync(TestAgency agency)
    {
        var id = await At(TestData.Assigning)(agency);
        Require(await agency.Get<DispositionService>().GiveAsync(TestData.ToOperators(id) with { ToUserId = agency.UserId("euis") }, await agency.ActAsync("asep")));
        return id;
    }

    internal static async Task<Guid> InkAsync(TestAgency agency)
    {
        var letter = await agency.Data.LetterToSignAsync();
        Require(await agency.Data.ApproveAsync(letter.Id, SigningMode.Wet));
        return letter.RequestId;
    }

    internal static async Task<Guid> ScannedAsync(TestAgency agency)
    {
        var id = await At(TestData.Checking)(agency);
        await agency.Data.ScanAsync(id);
        return id;
    }

    internal static async Task<Guid> ScanOfAsync(TestAgency agency, Guid requestId)
    {
        await using var db = agency.OpenDb();
        return await db.Attachments.Where(f => f.OwnerId == requestId).Select(f => f.Id).FirstAsync();
    }

    internal static async Task<Guid> ApplicantAsync(TestAgency agency, Guid requestId)
    {
        await using var db = agency.OpenDb();
        return await db.ServiceRequests.Where(r => r.Id == requestId).Select(r => r.ApplicantId).FirstAsync();
    }

    private static Func<TestAgency, Task<Guid>> At(string step) => async agency => (await agency.Data.RequestAtAsync(step)).Id;

    private static async Task<Guid> Objected(TestAgency agency)
    {
        var id = (await agency.Data.ObjectionAsync()).Id;
        await using var db = agency.OpenDb();
        return await db.Objections.Where(o => o.Id == id).Select(o => o.RequestId).SingleAsync();
    }

    private static async Task<Guid> AnObjectionAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        return await db.Objections.Select(o => o.Id).SingleAsync();
    }

    private static async Task<Guid> Informing(TestAgency agency) => (await agency.Data.InformationAtAsync(TestData.InformationDeciding)).Id;

    private static ActionContext Act(TestAgency agency, Actor who) => ActionContext.For(who, agency.Time, "tes");

    private static async Task<Guid> Complained(TestAgency agency) => (await agency.Data.ComplainAsync()).Id;

    internal static async Task<Guid> Examined(TestAgency agency) => (await agency.Data.HeavyAtAsync(TestData.TeamInvestigating)).Id;

    private static async Task<Guid> Reminded(TestAgency agency)
    {
        var id = await Complained(agency);
        agency.Time.SetLocal(2026, 11, 27, 9, 0);
        await agency.Get<ComplaintReminders>().MakeAsync();
        return id;
    }

    private static Task<MyDesk> DeskAsync(TestAgency agency, Actor who) => agency.Get<DeskQueries>().MyDeskAsync(who, new DeskView());

    private static Task<WaitingCounts> CountsAsync(TestAgency agency, Actor who) => agency.Get<WaitingWork>().CountAsync(who);

    private static Task<RequestPage> RegisterAsync(TestAgency agency, Actor who, string? text) => agency.Get<Register>().SearchAsync(new RequestFilter { Text = text }, 0, 20, who);

    private static async Task<SigningList> SigningAsync(TestAgency agency, Actor who) =>
        await agency.Get<LetterQueries>().WaitingAsync(who, await agency.Get<AgencyDirectory>().GetAsync(), agency.Time.Now);

    private static async Task<BoardSnapshot> BoardAsync(TestAgency agency)
    {
        var reader = agency.Get<BoardReader>();
        return await reader.MakeAsync(await reader.ReadAsync(default), null, agency.Time.Now, null, default);
    }

    private static async Task<Guid> HeldAsync(TestAgency agency)
    {
        var id = await At(TestData.Checking)(agency);
        Require(await agency.Get<DeskService>().ClaimAsync(id, await agency.ActAsync("yusup")));
        return id;
    }

    private static async Task<Guid> HandedOverAsync(TestAgency agency) => (await agency.Data.HandedOverAsync()).RequestId;

    private static async Task<Guid> RefusalAsync(TestAgency agency)
    {
        var id = (await agency.Data.InformationAtAsync(TestData.InformationRefusing)).Id;
        Require(await agency.Data.Information.SubmitRefusalAsync(id, "", await agency.ActAsync("lilis")));
        return id;
    }

    private static async Task<Guid> PrintedAsync(TestAgency agency)
    {
        var id = await At(TestData.HandingOver)(agency);
        Require(await agency.Get<LetterPapers>().OpenAsync((await agency.Data.LetterOfAsync(id)).Id, PrintWay.Printed, await agency.ActAsync("nani")));
        return id;
    }

    private static async Task<Guid> FromGuestBookAsync(TestAgency agency)
    {
        var guest = await agency.Get<GuestBookService>().AddAsync(new AddGuest { Name = "Siti Aminah", Purpose = "DTKS" }, await agency.ActAsync("nani"));
        Require(guest);
        return (await agency.Data.RegisterAsync(TestData.Request() with { GuestBookEntryId = guest.Value.Id })).Id;
    }

    private static async Task<Guid> StandingAsync(TestAgency agency)
    {
        Require(await agency.Get<StandingDispositionService>().CreateAsync(
            new CreateStandingDisposition { StandardCode = "dtks", StepId = TestData.Disposing, ToDeskCode = "kabid-linjamsos", Instructions = ["proses-lanjut"], From = Today, Until = Today }, await agency.ActAsync("ratna")));
        var id = await At(TestData.Agenda)(agency);
        Require(await agency.Get<DispositionService>().ForwardAsync(new ForwardToHead { RequestId = id, Urgency = Urgency.Normal }, await agency.ActAsync("dedi")));
        return id;
    }

    /// <summary>The request that replaces another one's letter: it is the one to be hidden.</summary>
    private static async Task<Guid> ReplacementAsync(TestAgency agency)
    {
        var letter = await agency.Data.HandedOverAsync();
        var opened = await agency.Get<ReplacementService>().OpenAsync(new OpenReplacement { LetterId = letter.Id, Kind = ReplacementKind.Correction, Reason = "nama salah" }, await agency.ActAsync("nani"));
        Require(opened);
        return opened.Value.RequestId;
    }

    private static async Task<Guid> ReplacedAsync(TestAgency agency, Guid requestId)
    {
        await using var db = agency.OpenDb();
        return (await db.ServiceRequests.Where(r => r.Id == requestId).Select(r => r.ReplacesLetterId).FirstAsync())!.Value;
    }

    private static async Task<Guid> FirstOfTwoLettersAsync(TestAgency agency)
    {
        var first = await agency.Data.IssuedAsync();
        await agency.Data.IssuedAsync();
        await agency.Data.LetterToSignAsync();
        return first.RequestId;
    }

    private static async Task<Guid> WrongClockAsync(TestAgency agency)
    {
        var id = await At(TestData.Checking)(agency);
        await using var db = agency.OpenDb();
        var clock = await db.WorkClocks.SingleAsync(c => c.WorkItemId == id);
        clock.DueAt = clock.DueAt!.Value.AddHours(1);
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>Whether the correction of another request of the same person leads to this one.</summary>
    private static async Task<bool> OthersAsync(TestAgency agency, Actor who, Guid id)
    {
        var applicant = await ApplicantAsync(agency, id);
        await using var db = agency.OpenDb();
        if (await db.ServiceRequests.Where(r => r.Id != id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync() is not { } other)
        {
            var person = DinsosIntranet.Features.Intake.Domain.PersonInput.Of(await db.Persons.SingleAsync(p => p.Id == applicant));
            other = (await agency.Data.RegisterAsync(TestData.Request() with { Applicant = person })).Id;
        }

        var form = (await agency.Get<CorrectionService>().OpenAsync(other, Act(agency, who))).Value;
        return form.OtherCount > 0 || form.OtherRequests.Any(o => o.Id == id);
    }

    /// <summary>Whether the check of another request of the same person names this one's letter.</summary>
    private static async Task<bool> EarlierLetterAsync(TestAgency agency, Actor who, Guid id)
    {
        var applicant = await ApplicantAsync(agency, id);
        await using var db = agency.OpenDb();
        if (await db.ServiceRequests.Where(r => r.Id != id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync() is not { } other)
        {
            var person = DinsosIntranet.Features.Intake.Domain.PersonInput.Of(await db.Persons.SingleAsync(p => p.Id == applicant));
            other = (await agency.Data.RegisterAsync(TestData.Request() with { Applicant = person })).Id;
        }

        return await agency.Get<DtksService>().FindEarlierAsync(other, "pip", Today, who) is not null;
    }

    private static void Require(Outcome outcome) => Assert.True(outcome.IsOk, outcome.Message);
}
