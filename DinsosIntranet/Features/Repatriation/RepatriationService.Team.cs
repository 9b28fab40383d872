using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>Who goes, where the migrants are met, and when.</summary>
public sealed record PlanJourney
{
    public AssignmentInput Team { get; init; } = new();

    public string Point { get; set; } = "";

    public DateOnly? MeetOn { get; set; }
}

/// <summary>The branch Ya: the team and what it books.</summary>
public sealed partial class RepatriationService
{
    /// <summary>Forms the team, books its people and its vehicle for every day, and puts its letter before the signer.</summary>
    public Task<Outcome> SubmitTeamAsync(Guid requestId, PlanJourney plan, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.ajukan-tim", [PlanAction], async (scope, work, file) =>
        {
            var team = plan.Team;
            var plate = BookingKeys.PlateIn(team.Vehicle);
            var refusals = new List<Refusal>();
            Require(refusals, plate is not null, "Isi kendaraan dengan nomor polisinya, misalnya Avanza A 1234 XY.", nameof(team.Vehicle));
            Require(refusals, team.Members.Any(m => m.Duty.Trim().Equals(RepatriationRules.Driver, StringComparison.OrdinalIgnoreCase)), $"Satu orang bertugas sebagai {RepatriationRules.Driver}.", nameof(team.Members));
            Require(refusals, plan.Point.Trim().Length is > 0 and <= RepatriationFile.PointMaxLength, "Isi titik debarkasi.", nameof(plan.Point));
            Require(refusals, team.From is { } first && team.Until is { } last && plan.MeetOn >= first && plan.MeetOn <= last, "Isi tanggal penjemputan, dalam masa tugas tim.", nameof(plan.MeetOn));
            Require(refusals, team.From is not { } from || team.Until is not { } until || until.DayNumber - from.DayNumber < RepatriationRules.MostDays, $"Satu perjalanan paling lama {RepatriationRules.MostDays} hari.", nameof(team.Until));
            if (refusals.Count == 0)
            {
                refusals.AddRange(await BookAsync(scope, requestId, team, plate!, cancellationToken));
            }

            if (refusals.Count > 0)
            {
                return Outcome.Refused(refusals);
            }

            var sent = await assignments.SubmitAsync(scope, work, team, cancellationToken);
            if (!sent.IsOk)
            {
                return sent.AsFailure();
            }

            (file.Point, file.MeetOn) = (plan.Point.Trim(), plan.MeetOn);
            file.Changed(scope.Actor.NameAndPosition, scope.Now);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Takes the letter back; people and vehicle are free again.</summary>
    public Task<Outcome> RecallTeamAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.tarik-tim", [PlanAction], async (scope, work, _) =>
        {
            var recalled = await assignments.RecallAsync(scope, work, cancellationToken);
            if (recalled.IsOk)
            {
                await FreeAsync(scope, requestId, null, cancellationToken);
            }

            return recalled;
        }, cancellationToken);

    /// <summary>The letter is signed: the team is formed, and with it the promise is kept.</summary>
    public Task<Outcome> FormTeamAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.bentuk-tim", [PlanAction], async (scope, work, file) =>
        {
            if (vault.Open(file).Migrants.Count is var people && people == 0)
            {
                return Outcome.Refused("Data migran belum diisi.");
            }

            if (await AssignmentService.LetterAsync(scope.Db, requestId, cancellationToken) is not { Status: LetterStatus.Issued } letter)
            {
                return Outcome.Refused("Surat tugas tim belum terbit.");
            }

            scope.Db.EscortStops.AddRange(Enumerable.Range(0, people + 1).Select(order => new EscortStop { Id = Guid.NewGuid(), RequestId = requestId, Order = order, Version = Guid.CreateVersion7() }));
            await flow.AdvanceAsync(scope, work, new StepTaken(work.Step.MainOutcome.Code, $"Tim pengantar terbentuk, surat tugas nomor {letter.Number}", To: new Destination(null, scope.Actor.UserId, scope.Actor.Name)), cancellationToken);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Gives up a team whose letter is signed before it set out, to form another; people and vehicle are free again.</summary>
    public Task<Outcome> ReplaceTeamAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.ganti-tim", [PlanAction], async (scope, work, _) =>
        {
            var ended = await assignments.EndAsync(scope, work, cancellationToken);
            if (ended.IsOk)
            {
                await FreeAsync(scope, requestId, null, cancellationToken);
                flow.AddHistory(scope, work, "Tim pengantar disusun ulang", null);
            }

            return ended;
        }, cancellationToken);

    /// <summary>Lets go what a journey has booked; only the days after <paramref name="after"/> where one is named.</summary>
    private static async Task FreeAsync(WriteScope scope, Guid requestId, DateOnly? after, CancellationToken cancellationToken) =>
        scope.Db.EscortBookings.RemoveRange(await scope.Db.EscortBookings.Where(b => b.RequestId == requestId && (after == null || b.Day > after)).ToListAsync(cancellationToken));

    /// <summary>
    /// Books every day for everybody; what is taken is said by whom. Days of journeys that ended are free again. The unique
    /// index catches two who book at once: the later one comes here again and finds the other's rows.
    /// </summary>
    private static async Task<IReadOnlyList<Refusal>> BookAsync(WriteScope scope, Guid requestId, AssignmentInput team, string plate, CancellationToken cancellationToken)
    {
        var (begin, end) = (team.From!.Value, team.Until!.Value);
        var members = team.Members.Select((m, i) => (m.StaffId, Index: i)).Where(m => m.StaffId is not null).ToDictionary(m => BookingKeys.Person(m.StaffId!.Value), m => m.Index);
        List<string> keys = [.. members.Keys, BookingKeys.Vehicle(plate)];
        var db = scope.Db;
        var taken = await (from b in db.EscortBookings
                           join w in db.WorkItems on b.RequestId equals w.Id
                           where b.Day >= begin && b.Day <= end && (keys.Contains(b.Key) || b.RequestId == requestId)
                           orderby b.Day
                           select new { Booking = b, w.Number, IsOver = w.ClosedAt != null || w.Id == requestId }).ToListAsync(cancellationToken);
        var refusals = taken.Where(t => !t.IsOver).GroupBy(t => t.Booking.Key).Select(g =>
        {
            var first = g.First();
            var journey = scope.Actor.IsExcludedFrom(first.Booking.RequestId) ? "perjalanan lain" : first.Number;
            return members.TryGetValue(g.Key, out var index)
                ? new Refusal($"Sudah bertugas untuk {journey} pada {IndonesianDates.Short(first.Booking.Day)}.", AssignmentRules.Field(index, nameof(MemberInput.Name)))
                : new Refusal($"Kendaraan ini sudah dipakai untuk {journey} pada {IndonesianDates.Short(first.Booking.Day)}.", nameof(AssignmentInput.Vehicle));
        }).ToList();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        await FreeAsync(scope, requestId, null, cancellationToken);
        db.EscortBookings.RemoveRange(taken.Where(t => t.Booking.RequestId != requestId).Select(t => t.Booking));
        await db.SaveChangesAsync(cancellationToken);
        for (var day = begin; day <= end; day = day.AddDays(1))
        {
            db.EscortBookings.AddRange(keys.Select(key => new EscortBooking { Id = Guid.CreateVersion7(), RequestId = requestId, Key = key, Day = day }));
        }

        return [];
    }
}
