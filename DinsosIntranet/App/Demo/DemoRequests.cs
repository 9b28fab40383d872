using System.Diagnostics;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Demo;

/// <summary>
/// Requests at every step of standards 002 and 004, cases of standard 003, journeys of standard 000, made once through the same services staff use, so that a first start shows the
/// program at work. Acts run in the order of their time, as they would have happened.
/// </summary>
internal sealed partial class DemoRequests(
    IDbContextFactory<DinsosDbContext> factory,
    AgencyDirectory agencies,
    StandardLibrary standards,
    ActionRegistry actions,
    ActorDirectory actors,
    IntakeService intake,
    DeskService desks,
    RequestExclusions exclusions,
    AgendaService agenda,
    DispositionService dispositions,
    DtksService dtks,
    LetterService letters,
    HandOverService handOvers,
    InformationService information,
    ComplaintService complaints,
    ObjectionService objections,
    GuestBookService guests,
    CaseService cases,
    ConsultationBook consultations,
    WithdrawalService withdrawals,
    RetentionService retention,
    RepatriationService repatriations,
    RepatriationVault vault,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<DemoRequests> logger)
{
    /// <summary>False leaves the demonstration agency without requests; tests start from there.</summary>
    public const string Setting = "Demo:Permohonan";

    private const string Standard = "dtks";

    private readonly List<(DateTime At, Func<DateTime, Task<Outcome>> Act)> _plan = [];
    private Dictionary<string, Guid> _staff = [];
    private DemoClock? _clock;

    public async Task CreateAsync(CancellationToken cancellationToken = default)
    {
        if (configuration.GetValue(Setting, true))
        {
            await MakeAsync(cancellationToken);
        }
    }

    /// <summary>Does nothing where there are requests already, or where the standard does not take people in.</summary>
    internal async Task MakeAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var standard = await standards.FindActiveAsync(Standard, agency.DateOf(now), cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (standard is null || !actions.TakesIn(standard.Standard) || await db.WorkItems.AnyAsync(cancellationToken))
        {
            return;
        }

        _staff = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.UserName!, u => u.Id, cancellationToken);
        var watch = Stopwatch.StartNew();
        _clock = new DemoClock(agency.Calendar, now);
        Plan();
        PlanInformation();
        PlanComplaints();
        PlanGuests();
        PlanLetters();
        PlanCases();
        PlanRetention();
        PlanRepatriations();
        PlanRecap();
        foreach (var (at, act) in _plan.OrderBy(p => p.At))
        {
            var outcome = await act(at);
            if (!outcome.IsOk)
            {
                logger.LogWarning("The demonstration's requests are incomplete: {Refusal}", outcome.Message);
                return;
            }
        }

        logger.LogInformation("Demonstration requests made in {Milliseconds} ms.", watch.ElapsedMilliseconds);
    }

    private void Plan()
    {
        var people = DemoResidents.People;

        // Finished: not in the register, the sheet was given.
        var finished = Register(people[8], "rujukan-rs", 210);
        ToOperator(finished, 208);
        Check(finished, 200, isRegistered: false);
        Move(finished, 196, "tati", "6-informasi", "informasi-diberikan");

        // Finished: the certificate was handed over.
        var handedOver = Register(people[11], "spmb", 262);
        ToOperator(handedOver, 260);

        // One of the operators is family of the applicant.
        Add(handedOver, 259, "hendra", async (id, act) => await exclusions.AddAsync(new AddExclusion { RequestId = id, UserId = _staff["yusup"], Reason = ExclusionReason.Related }, act));
        Check(handedOver, 255, isRegistered: true);
        Submit(handedOver, 254);
        Approve(handedOver, 252, SigningMode.AgencySeal);
        Add(handedOver, 249, "nani", async (id, act) => await handOvers.HandOverAsync(id, new HandOverInput { IdentityNumber = people[11].Nik }, act));

        // The certificate is ready to be fetched.
        var ready = Register(people[9], "pip", 170);
        ToOperator(ready, 168);
        Check(ready, 162, isRegistered: true);
        Submit(ready, 160);
        Approve(ready, 158, SigningMode.AgencySeal);

        // Approved and numbered, waiting for ink.
        var inked = Register(people[10], "spmb", 96);
        ToOperator(inked, 94);
        Check(inked, 90, isRegistered: true);
        Submit(inked, 88);
        Approve(inked, 84, SigningMode.Wet);

        // The clock stands still: SIKS-NG was out of order.
        var paused = Register(people[1], "pbi-jk", 74);
        ToOperator(paused, 72);
        Add(paused, 68, "yusup", (id, act) => desks.ClaimAsync(id, act));
        Add(paused, 66, "yusup", (id, act) => desks.PauseAsync(id, "sistem-pusat", null, act));

        // Waiting for the applicant's form: no clock yet.
        Register(people[2], "pln", 52, isComplete: false);

        // Late at the head of division.
        var late = Register(people[3], "kip-k", 19);
        Forward(late, 17);
        Dispose(late, 12);

        // Held by an operator, close to its time.
        var held = Register(people[5], "pip", 13.2, subject: DemoResidents.Child);
        ToOperator(held, 12.6);
        Add(held, 9, "yusup", (id, act) => desks.ClaimAsync(id, act));

        // Awaiting signature.
        var unsigned = Register(people[0], "spmb", 12.4);
        ToOperator(unsigned, 11.8);
        Check(unsigned, 6, isRegistered: true);
        Submit(unsigned, 4);

        // On the head's desk, in the operators' queue, and just recorded.
        var atHead = Register(people[6], "kip-k", 9);
        Forward(atHead, 7);
        ToOperator(Register(people[7], "pln", 5), 4.6);
        Register(people[4], "rujukan-rs", 2);
    }

    private Guid Register(PersonInput applicant, string purpose, double minutesAgo, bool isComplete = true, PersonInput? subject = null)
    {
        var command = new RegisterRequest
        {
            RequestId = Guid.CreateVersion7(),
            StandardCode = Standard,
            ChannelCode = "tatap-muka",
            Applicant = applicant,
            Subject = subject,
            Relation = subject is null ? null : "Anak",
            PurposeCode = purpose,
            Requirements = [new RequirementInput("kartu-identitas", true), new RequirementInput("formulir", isComplete, isComplete ? null : "menyusul")],
        };
        Add(command.RequestId, minutesAgo, "nani", async (_, act) => await intake.RegisterAsync(command, act));
        return command.RequestId;
    }

    /// <summary>Agenda, disposition and assignment, a few seconds apart.</summary>
    private void ToOperator(Guid request, double minutesAgo)
    {
        Forward(request, minutesAgo);
        Dispose(request, minutesAgo - 0.1);
        Add(request, minutesAgo - 0.2, "asep", async (id, act) => await dispositions.GiveAsync(
            new GiveDisposition { RequestId = id, ToDeskCode = "operator-siks-ng", Instructions = ["proses-lanjut"] }, act));
    }

    private void Forward(Guid request, double minutesAgo) =>
        Add(request, minutesAgo, "dedi", async (id, act) => await dispositions.ForwardAsync(new ForwardToHead { RequestId = id, Urgency = Urgency.Normal }, act));

    private void Dispose(Guid request, double minutesAgo) =>
        Add(request, minutesAgo, "ratna", async (id, act) => await dispositions.GiveAsync(
            new GiveDisposition { RequestId = id, ToDeskCode = "kabid-linjamsos", Instructions = ["proses-lanjut"] }, act));

    private void Check(Guid request, double minutesAgo, bool isRegistered) =>
        Add(request, minutesAgo, "euis", async (id, act) =>
        {
            await using var db = await factory.CreateDbContextAsync();
            var purpose = await db.ServiceRequests.Where(r => r.Id == id).Select(r => r.PurposeCode).FirstAsync();
            return await dtks.RecordAsync(
                new RecordDtksCheck
                {
                    RequestId = id,
                    Source = RegisterSource.Dtsen,
                    Period = Period(act.Now),
                    IsRegistered = isRegistered,
                    FamilyId = isRegistered ? "3602-0299-71" : null,
                    Decile = isRegistered ? 3 : null,
                    Programmes = isRegistered ? ["PKH", "BPNT"] : [],
                    CheckedAt = act.Now,
                    PurposeCode = purpose!,
                },
                act);
        });

    private void Submit(Guid request, double minutesAgo) => Add(request, minutesAgo, "euis", (id, act) => dtks.SubmitAsync(id, act));

    private void Approve(Guid request, double minutesAgo, SigningMode mode) =>
        Add(request, minutesAgo, "asep", async (id, act) =>
        {
            await using var db = await factory.CreateDbContextAsync();
            var letter = await db.Letters.Where(l => l.RequestId == id && l.Status == LetterStatus.Draft).Select(l => l.Id).FirstAsync();
            return await letters.ApproveAsync(new ApproveLetter { LetterId = letter, Mode = mode, Password = DemoAgency.Password }, act);
        });

    private void Move(Guid request, double minutesAgo, string by, string step, string outcome) =>
        Add(request, minutesAgo, by, (id, act) => desks.MoveAsync(new MoveRequest { RequestId = id, StepId = step, Outcome = outcome }, act));

    /// <summary>Guests of today; one has gone, one card is still at the counter.</summary>
    private void PlanGuests()
    {
        var left = Guid.Empty;
        Add(55, async act => Remember(await guests.AddAsync(DemoResidents.Guests[0], act), id => left = id));
        Add(41, async act => await guests.AddAsync(DemoResidents.Guests[1], act));
        Add(31, async act => await guests.ReturnIdCardAsync(left, act));
        Add(30.9, async act => await guests.LeaveAsync(left, act));
        Add(18, async act => await guests.AddAsync(DemoResidents.Guests[2], act));
        Add(6, async act => await guests.AddAsync(DemoResidents.Guests[3], act));

        void Add(double minutesAgo, Func<ActionContext, Task<Outcome>> work) => AddAt(_clock!.MinutesAgoToday(minutesAgo), "tati", work);
    }

    private static Outcome<GuestBookEntry> Remember(Outcome<GuestBookEntry> outcome, Action<Guid> keep)
    {
        if (outcome.IsOk)
        {
            keep(outcome.Value.Id);
        }

        return outcome;
    }

    private void Add(Guid request, double minutesAgo, string by, Func<Guid, ActionContext, Task<Outcome>> work) =>
        AddAt(_clock!.MinutesAgo(minutesAgo), by, act => work(request, act));

    private void AddAt(DateTime at, string by, Func<ActionContext, Task<Outcome>> work) =>
        _plan.Add((at, async moment =>
        {
            var actor = await actors.FindAsync(_staff[by]) ?? throw new InvalidOperationException($"The demonstration has no account '{by}'.");
            return await work(new ActionContext(actor, moment, "contoh"));
        }
    ));

    private static string Period(DateTime at)
    {
        var quarter = ((at.Month - 1) / 3) switch { 0 => "I", 1 => "II", 2 => "III", _ => "IV" };
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Triwulan {quarter} {at.Year}");
    }
}
