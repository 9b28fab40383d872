using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

public sealed record SaveUnit
{
    public required Guid? Seen { get; init; }

    public required string Code { get; init; }

    public required bool IsNew { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public string? ParentCode { get; init; }
}

/// <summary>The agency's units and the desks where requests wait. Codes are fixed once made; nothing is ever deleted.</summary>
public sealed partial class UnitService(SettingsWriter settings, AgencyDirectory agencies, IEnumerable<StructureUses> uses)
{
    public const string RecordKind = "unit";

    public Task<Outcome> SaveUnitAsync(SaveUnit command, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change(command.IsNew ? "unit.tambah" : "unit.ubah"),
            command.Seen,
            act,
            async (scope, text) =>
            {
                var units = await scope.Db.Units.ToListAsync(cancellationToken);
                var (code, name, shortName) = (command.Code.Trim(), command.Name.Trim(), command.ShortName.Trim());
                var parent = string.IsNullOrEmpty(command.ParentCode) ? null : command.ParentCode;
                var refusals = new List<Refusal>();
                CheckCode(refusals, command.IsNew, code, units.Exists(u => u.Code == code), nameof(command.Code));
                CheckText(refusals, name, nameof(command.Name), UnitRules.NameMaxLength);
                CheckText(refusals, shortName, nameof(command.ShortName), UnitRules.ShortNameMaxLength);
                if (parent is not null && (!units.Exists(u => u.Code == parent && u.RetiredAt is null) || UnitRules.WouldCircle(code, parent, units)))
                {
                    refusals.Add(new Refusal("Pilih unit lain sebagai induk.", nameof(command.ParentCode)));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var unit = units.Find(u => u.Code == code);
                if (unit is null && !command.IsNew)
                {
                    return Outcome.NotFound("Unit tidak ditemukan.");
                }

                text.Fact("unit", code).Changed("nama", unit?.Name, name).Changed("nama pendek", unit?.ShortName, shortName).Changed("induk", unit?.ParentCode, parent);
                if (unit is null)
                {
                    unit = new Unit { Code = code, Name = name, ShortName = shortName, SortOrder = units.Count == 0 ? 0 : units.Max(u => u.SortOrder) + 1 };
                    scope.Db.Units.Add(unit);
                }

                (unit.Name, unit.ShortName, unit.ParentCode) = (name, shortName, parent);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Takes a unit out of use, where nobody and nothing is in it any more, or into use again.</summary>
    public Task<Outcome> RetireUnitAsync(Guid? seen, string code, bool retires, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change(retires ? "unit.hentikan" : "unit.pakai-lagi"),
            seen,
            act,
            async (scope, text) =>
            {
                var unit = await scope.Db.Units.FirstOrDefaultAsync(u => u.Code == code, cancellationToken);
                if (unit is null)
                {
                    return Outcome.NotFound("Unit tidak ditemukan.");
                }

                if (!retires && unit.ParentCode is { } parent && await scope.Db.Units.AnyAsync(u => u.Code == parent && u.RetiredAt != null, cancellationToken))
                {
                    return Outcome.Refused($"{unit.Name} ada di bawah unit yang tidak dipakai lagi. Pakai lagi induknya dahulu.");
                }

                if (retires && await UsesOfUnitAsync(scope, code, cancellationToken) is { Count: > 0 } used)
                {
                    return Outcome.Refused($"{unit.Name} masih dipakai: {string.Join(", ", used)}.");
                }

                text.Fact("unit", code).Changed("dipakai", unit.RetiredAt is null, !retires);
                unit.RetiredAt = retires ? scope.Now : null;
                return Outcome.Ok();
            },
            cancellationToken);

    public Task<Outcome> MoveUnitAsync(Guid? seen, string code, bool up, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change("unit.urutkan"),
            seen,
            act,
            async (scope, text) =>
            {
                var units = await scope.Db.Units.Where(u => u.RetiredAt == null).OrderBy(u => u.SortOrder).ToListAsync(cancellationToken);
                var at = units.FindIndex(u => u.Code == code);
                if (!Swap(units, at, up))
                {
                    return Outcome.Refused(SettingsWriter.NothingChanged);
                }

                text.Fact("unit", code).Changed("urutan", at + 1, up ? at : at + 2);
                for (var i = 0; i < units.Count; i++)
                {
                    units[i].SortOrder = i;
                }

                return Outcome.Ok();
            },
            cancellationToken);

    private static SettingsChange Change(string auditAct) => new(SettingsPart.Desks, auditAct, RecordKind);

    private static bool Swap<T>(List<T> list, int at, bool up)
    {
        var to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= list.Count)
        {
            return false;
        }

        (list[at], list[to]) = (list[to], list[at]);
        return true;
    }

    private static void CheckCode(List<Refusal> refusals, bool isNew, string code, bool isTaken, string field)
    {
        if (isNew && (code.Length > UnitRules.CodeMaxLength || !ChoiceRules.IsCode(code)))
        {
            refusals.Add(new Refusal($"Isi kode dengan huruf, angka, dan tanda hubung, paling banyak {UnitRules.CodeMaxLength}.", field));
        }
        else if (isNew && isTaken)
        {
            refusals.Add(new Refusal("Kode ini sudah dipakai.", field));
        }
    }

    private static void CheckText(List<Refusal> refusals, string text, string field, int most)
    {
        if (text.Length is 0 || text.Length > most)
        {
            refusals.Add(new Refusal(text.Length == 0 ? "Isi namanya." : $"Paling banyak {most} huruf.", field));
        }
    }

    private async Task<List<string>> UsesOfUnitAsync(WriteScope scope, string code, CancellationToken cancellationToken)
    {
        var today = (await agencies.GetAsync(cancellationToken)).DateOf(scope.Now);
        var staff = await scope.Db.RoleAssignments.CountAsync(
            r => r.UnitCode == code && scope.Db.Users.Any(u => u.Id == r.UserId && u.DisabledAt == null), cancellationToken);
        var officials = await scope.Db.Officials.CountAsync(o => o.UnitCode == code && (o.Until == null || o.Until >= today), cancellationToken);
        var desks = await scope.Db.Desks.Where(d => d.RetiredAt == null && d.Members.Any(m => m.UnitCode == code)).Select(d => d.Name).ToListAsync(cancellationToken);
        var children = await scope.Db.Units.Where(u => u.ParentCode == code && u.RetiredAt == null).Select(u => u.Name).ToListAsync(cancellationToken);
        var proposals = await scope.Db.RoleProposals.CountAsync(p => p.UnitCode == code && p.State == RoleProposalState.Waiting, cancellationToken);
        List<string> used = [];
        foreach (var use in uses)
        {
            used.AddRange(await use.OfUnitAsync(scope.Db, code, today, cancellationToken));
        }

        if (staff > 0)
        {
            used.Add($"{staff} peran pegawai");
        }

        if (officials > 0)
        {
            used.Add($"{officials} pejabat");
        }

        if (proposals > 0)
        {
            used.Add($"{proposals} usulan peran");
        }

        used.AddRange(desks.Select(d => "meja " + d));
        used.AddRange(children.Select(c => "unit " + c));
        return used;
    }
}
