using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

public sealed record SaveDesk
{
    public required Guid? Seen { get; init; }

    public required string Code { get; init; }

    public required bool IsNew { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<DeskSeat> Seats { get; init; }
}

public sealed partial class UnitService
{
    public Task<Outcome> SaveDeskAsync(SaveDesk command, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change(command.IsNew ? "meja.tambah" : "meja.ubah"),
            command.Seen,
            act,
            async (scope, text) =>
            {
                var desks = await scope.Db.Desks.Include(d => d.Members).ToListAsync(cancellationToken);
                var units = await scope.Db.Units.AsNoTracking().Where(u => u.RetiredAt == null).ToListAsync(cancellationToken);
                var (code, name, seats) = (command.Code.Trim(), command.Name.Trim(), command.Seats.Distinct().ToList());
                var refusals = new List<Refusal>();
                CheckCode(refusals, command.IsNew, code, desks.Exists(d => d.Code == code), nameof(command.Code));
                CheckText(refusals, name, nameof(command.Name), UnitRules.DeskNameMaxLength);
                var desk = desks.Find(d => d.Code == code);
                if (desk is null && !command.IsNew)
                {
                    return Outcome.NotFound("Meja tidak ditemukan.");
                }

                if (DeskSeats.Fault(seats, code => units.Exists(u => u.Code == code)) is { } fault)
                {
                    refusals.Add(new Refusal(fault, nameof(command.Seats)));
                }
                else if (desk is not null && !DeskSeats.Of(desk).ToHashSet().SetEquals(seats) && await StrandedAsync(scope, code, seats, cancellationToken) is var waiting and > 0)
                {
                    refusals.Add(new Refusal($"{waiting} permohonan menunggu di meja {desk.Name}, dan dengan susunan ini tidak ada pegawai aktif yang bertugas di situ.", nameof(command.Seats)));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                string Words(IEnumerable<(StaffRole, string?)> members) => UnitRules.Members(members, u => units.Find(x => x.Code == u)?.ShortName ?? u);
                text.Fact("meja", code)
                    .Changed("nama", desk?.Name, name)
                    .Changed("petugas", desk is null ? null : Words(desk.Members.Select(m => (m.Role, m.UnitCode)).Order()), Words(seats.Select(s => (s.Role, s.UnitCode)).Order()));
                if (desk is null)
                {
                    desk = new Desk { Code = code, Name = name, SortOrder = desks.Count == 0 ? 0 : desks.Max(d => d.SortOrder) + 1 };
                    scope.Db.Desks.Add(desk);
                }

                desk.Name = name;
                desk.UnitCode = seats.Select(s => s.UnitCode).Distinct().ToList() is [var only] ? only : null;
                Seat(scope.Db, desk, seats);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Takes a desk out of use, where no standard and no request needs it, or into use again.</summary>
    public Task<Outcome> RetireDeskAsync(Guid? seen, string code, bool retires, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change(retires ? "meja.hentikan" : "meja.pakai-lagi"),
            seen,
            act,
            async (scope, text) =>
            {
                var desk = await scope.Db.Desks.Include(d => d.Members).FirstOrDefaultAsync(d => d.Code == code, cancellationToken);
                if (desk is null)
                {
                    return Outcome.NotFound("Meja tidak ditemukan.");
                }

                if (retires && await UsesOfDeskAsync(scope, code, cancellationToken) is { Count: > 0 } used)
                {
                    return Outcome.Refused($"Meja {desk.Name} masih dipakai: {string.Join(", ", used)}.");
                }

                var units = await scope.Db.Units.AsNoTracking().Where(u => u.RetiredAt == null).Select(u => u.Code).ToListAsync(cancellationToken);
                if (!retires && DeskSeats.Fault([.. DeskSeats.Of(desk)], units.Contains) is { } fault)
                {
                    return Outcome.Refused($"{fault} Ubah dahulu yang bertugas di meja {desk.Name}.");
                }

                text.Fact("meja", code).Changed("dipakai", desk.RetiredAt is null, !retires);
                desk.RetiredAt = retires ? scope.Now : null;
                return Outcome.Ok();
            },
            cancellationToken);

    public Task<Outcome> MoveDeskAsync(Guid? seen, string code, bool up, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change("meja.urutkan"),
            seen,
            act,
            async (scope, text) =>
            {
                var desks = await scope.Db.Desks.Where(d => d.RetiredAt == null).OrderBy(d => d.SortOrder).ToListAsync(cancellationToken);
                var at = desks.FindIndex(d => d.Code == code);
                if (!Swap(desks, at, up))
                {
                    return Outcome.Refused(SettingsWriter.NothingChanged);
                }

                text.Fact("meja", code).Changed("urutan", at + 1, up ? at : at + 2);
                for (var i = 0; i < desks.Count; i++)
                {
                    desks[i].SortOrder = i;
                }

                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>How many requests wait at a desk that nobody would serve; 0 where none waits or somebody would.</summary>
    private static async Task<int> StrandedAsync(WriteScope scope, string code, List<DeskSeat> seats, CancellationToken cancellationToken)
    {
        var waiting = await scope.Db.WorkItems.CountAsync(w => w.DeskCode == code && w.ClosedAt == null, cancellationToken);
        if (waiting == 0)
        {
            return 0;
        }

        var roles = seats.Select(s => s.Role).ToList();
        var held = await scope.Db.RoleAssignments.AsNoTracking()
            .Where(r => roles.Contains(r.Role) && scope.Db.Users.Any(u => u.Id == r.UserId && u.DisabledAt == null && u.PasswordHash != null))
            .Select(r => new { r.Role, r.UnitCode })
            .Distinct()
            .ToListAsync(cancellationToken);
        return held.Exists(h => seats.Exists(s => s.Admits(h.Role, h.UnitCode))) ? 0 : waiting;
    }

    private static void Seat(DinsosDbContext db, Desk desk, List<DeskSeat> seats)
    {
        foreach (var gone in desk.Members.Where(m => !seats.Contains(new DeskSeat(m.Role, m.UnitCode))).ToList())
        {
            desk.Members.Remove(gone);
            db.Remove(gone);
        }

        foreach (var seat in seats.Where(s => !desk.Members.Exists(m => m.Role == s.Role && m.UnitCode == s.UnitCode)))
        {
            var member = new DeskMember { Id = Guid.CreateVersion7(), DeskCode = desk.Code, Role = seat.Role, UnitCode = seat.UnitCode };
            desk.Members.Add(member);

            // Its key is given by the program: without this it would be taken for a row that exists.
            db.Add(member);
        }
    }

    private async Task<List<string>> UsesOfDeskAsync(WriteScope scope, string code, CancellationToken cancellationToken)
    {
        var today = (await agencies.GetAsync(cancellationToken)).DateOf(scope.Now);
        List<string> used = [];
        foreach (var use in uses)
        {
            used.AddRange(await use.OfDeskAsync(scope.Db, code, today, cancellationToken));
        }

        var waiting = await scope.Db.WorkItems.CountAsync(w => w.DeskCode == code && w.ClosedAt == null, cancellationToken);
        return waiting > 0 ? [.. used, $"{waiting} permohonan"] : used;
    }
}
