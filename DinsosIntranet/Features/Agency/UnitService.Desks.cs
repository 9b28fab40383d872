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
                var desk = desks.Find(d => d.Code == code);
                if (!command.IsNew && desk is not { RetiredAt: null })
                {
                    return Missing("Meja", desk is not null);
                }

                var refusals = new List<Refusal>();
                CheckCode(refusals, command.IsNew, code, desk is not null, nameof(command.Code));
                CheckText(refusals, name, desks.Where(d => d.Code != code && d.RetiredAt is null).Select(d => d.Name), nameof(command.Name), UnitRules.DeskNameMaxLength);
                if (DeskSeats.Fault(seats, unit => units.Exists(u => u.Code == unit)) is { } fault)
                {
                    refusals.Add(new Refusal(fault, nameof(command.Seats)));
                }
                else if (desk is not null && await StrandedAsync(scope, desk, seats, cancellationToken) is var waiting and > 0)
                {
                    refusals.Add(new Refusal($"{waiting} permohonan menunggu di meja {desk.Name}, dan dengan susunan ini tidak ada pegawai aktif yang bertugas di situ.", nameof(command.Seats)));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                string Words(IEnumerable<(StaffRole, string?)> members) => UnitRules.Members(members.Order(), u => units.Find(x => x.Code == u)?.ShortName ?? u);
                text.Fact("meja", code)
                    .Changed("nama", desk?.Name, name)
                    .Changed("petugas", desk is null ? null : Words(desk.Members.Select(m => (m.Role, m.UnitCode))), Words(seats.Select(s => (s.Role, s.UnitCode))));
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

    /// <summary>Takes a desk out of use, where no standard and no request needs it.</summary>
    public Task<Outcome> CloseDeskAsync(Guid? seen, string code, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change("meja.hentikan"),
            seen,
            act,
            async (scope, text) =>
            {
                var desk = await scope.Db.Desks.FirstOrDefaultAsync(d => d.Code == code, cancellationToken);
                if (desk is null)
                {
                    return Missing("Meja", exists: false);
                }

                if (await UsesAsync(scope, StructurePart.Desk, code, cancellationToken) is { Count: > 0 } used)
                {
                    return Outcome.Refused($"Meja {desk.Name} masih dipakai: {string.Join(", ", used.Select(u => u.Text))}.");
                }

                text.Fact("meja", code).Changed("dipakai", desk.RetiredAt is null, after: false);
                desk.RetiredAt ??= scope.Now;
                return Outcome.Ok();
            },
            cancellationToken);

    public Task<Outcome> ReopenDeskAsync(Guid? seen, string code, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change("meja.pakai-lagi"),
            seen,
            act,
            async (scope, text) =>
            {
                var desks = await scope.Db.Desks.Include(d => d.Members).ToListAsync(cancellationToken);
                if (desks.Find(d => d.Code == code) is not { } desk)
                {
                    return Missing("Meja", exists: false);
                }

                if (desks.Exists(d => d.Code != code && d.RetiredAt is null && Same(d.Name, desk.Name)))
                {
                    return Outcome.Refused($"Meja lain sekarang bernama {desk.Name}. Ubah dahulu nama meja itu.");
                }

                await CloseGoneSeatsAsync(scope, desk, cancellationToken);
                if (desk.Members.Count == 0)
                {
                    return Outcome.Refused($"Unit yang bertugas di meja {desk.Name} tidak dipakai lagi. Pakai lagi unitnya dahulu.");
                }

                text.Fact("meja", code).Changed("dipakai", desk.RetiredAt is null, after: true);
                desk.RetiredAt = null;
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

    /// <summary>How many requests lie at a desk that nobody would serve any more; 0 where none lies there, or nobody loses it.</summary>
    private async Task<int> StrandedAsync(WriteScope scope, Desk desk, List<DeskSeat> seats, CancellationToken cancellationToken)
    {
        if (DeskSeats.Of(desk).ToHashSet().SetEquals(seats))
        {
            return 0;
        }

        var today = (await agencies.GetAsync(cancellationToken)).DateOf(scope.Now);
        var holders = await SeatHolders.ReadAsync(scope.Db, today, cancellationToken);
        return UnitSettings.Admitted(holders, seats).Count > 0 ? 0 : (await UsesAsync(scope, StructurePart.Desk, desk.Code, cancellationToken)).Sum(u => u.Waiting);
    }

    /// <summary>Seats of units closed while the desk was out of use stay empty.</summary>
    private static async Task CloseGoneSeatsAsync(WriteScope scope, Desk desk, CancellationToken cancellationToken)
    {
        var units = await scope.Db.Units.AsNoTracking().Where(u => u.RetiredAt == null).Select(u => u.Code).ToListAsync(cancellationToken);
        Seat(scope.Db, desk, [.. DeskSeats.Of(desk).Where(s => s.UnitCode is null || units.Contains(s.UnitCode))]);
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
}
