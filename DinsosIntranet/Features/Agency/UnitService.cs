using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

public sealed record SaveUnit
{
    public required Guid? Seen { get; init; }

    public required string Code { get; init; }

    public required bool IsNew { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    /// <summary>Empty where it is "Kepala" and the name of the unit.</summary>
    public string? HeadPosition { get; init; }

    public string? ParentCode { get; init; }
}

/// <summary>
/// The agency's units and the desks where requests wait. Codes are fixed once made and nothing is ever deleted, so that
/// everything recorded keeps its name. Papers carry the names they were issued with.
/// </summary>
public sealed partial class UnitService(SettingsWriter settings, AgencyDirectory agencies, IEnumerable<StructureUses> sources)
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
                var (head, parent) = (NullIfEmpty(command.HeadPosition?.Trim()), NullIfEmpty(command.ParentCode));
                var unit = units.Find(u => u.Code == code);
                if (!command.IsNew && unit is not { RetiredAt: null })
                {
                    return Missing("Unit", unit is not null);
                }

                var refusals = new List<Refusal>();
                var others = units.Where(u => u.Code != code && u.RetiredAt is null).ToList();
                CheckCode(refusals, command.IsNew, code, unit is not null, nameof(command.Code));
                CheckText(refusals, name, others.Select(u => u.Name), nameof(command.Name), UnitRules.NameMaxLength);
                CheckText(refusals, shortName, others.Select(u => u.ShortName), nameof(command.ShortName), UnitRules.ShortNameMaxLength);
                if (head?.Length > UnitRules.HeadPositionMaxLength)
                {
                    refusals.Add(new Refusal($"Paling banyak {UnitRules.HeadPositionMaxLength} huruf.", nameof(command.HeadPosition)));
                }

                if (parent is not null && (!others.Exists(u => u.Code == parent) || UnitRules.WouldCircle(code, parent, units)))
                {
                    refusals.Add(new Refusal("Pilih unit lain: yang dipakai, dan bukan bagian dari unit ini sendiri.", nameof(command.ParentCode)));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                text.Fact("unit", code)
                    .Changed("nama", unit?.Name, name)
                    .Changed("nama pendek", unit?.ShortName, shortName)
                    .Changed("jabatan kepala", unit?.HeadPosition, head)
                    .Changed("induk", unit?.ParentCode, parent);
                if (unit is null)
                {
                    unit = new Unit { Code = code, Name = name, ShortName = shortName, SortOrder = units.Count == 0 ? 0 : units.Max(u => u.SortOrder) + 1 };
                    scope.Db.Units.Add(unit);
                }

                (unit.Name, unit.ShortName, unit.HeadPosition, unit.ParentCode) = (name, shortName, head, parent);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>
    /// Takes a unit out of use where nobody and nothing is in it any more. The day may lie in the past, as the regulation
    /// says it, but not ahead: until that day staff still need the unit.
    /// </summary>
    public Task<Outcome> CloseUnitAsync(Guid? seen, string code, DateOnly? since, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change("unit.hentikan"),
            seen,
            act,
            async (scope, text) =>
            {
                var agency = await agencies.GetAsync(cancellationToken);

                // Nobody is given a role in it meanwhile.
                await AccountLock.TakeAsync(scope, cancellationToken);
                if (await scope.Db.Units.FirstOrDefaultAsync(u => u.Code == code, cancellationToken) is not { RetiredAt: null } unit)
                {
                    return Missing("Unit", await scope.Db.Units.AnyAsync(u => u.Code == code, cancellationToken));
                }

                if (since is not { Year: >= 2000 } day || day > agency.DateOf(scope.Now))
                {
                    return Outcome.Refused("Isi tanggal, paling lambat hari ini.", "Since");
                }

                if (await UsesAsync(scope, StructurePart.Unit, code, cancellationToken) is { Count: > 0 } used)
                {
                    return Outcome.Refused($"{unit.Name} masih dipakai: {string.Join(", ", used.Select(u => u.Text))}.");
                }

                text.Fact("unit", code).Changed("tidak dipakai sejak", null, IndonesianDates.Short(day));
                unit.RetiredAt = agency.Calendar.MidnightAfter(day.AddDays(-1));
                return Outcome.Ok();
            },
            cancellationToken);

    public Task<Outcome> ReopenUnitAsync(Guid? seen, string code, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change("unit.pakai-lagi"),
            seen,
            act,
            async (scope, text) =>
            {
                var units = await scope.Db.Units.ToListAsync(cancellationToken);
                if (units.Find(u => u.Code == code) is not { } unit)
                {
                    return Missing("Unit", exists: false);
                }

                if (units.Exists(u => u.Code == unit.ParentCode && u.RetiredAt is not null))
                {
                    return Outcome.Refused($"{unit.Name} ada di bawah unit yang tidak dipakai lagi. Pakai lagi induknya dahulu.");
                }

                if (units.Exists(u => u.Code != code && u.RetiredAt is null && (Same(u.Name, unit.Name) || Same(u.ShortName, unit.ShortName))))
                {
                    return Outcome.Refused($"Unit lain sekarang bernama {unit.Name} atau {unit.ShortName}. Ubah dahulu nama unit itu.");
                }

                text.Fact("unit", code).Changed("dipakai", unit.RetiredAt is null, after: true);
                unit.RetiredAt = null;
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Moves a unit one place up or down among those below the same parent.</summary>
    public Task<Outcome> MoveUnitAsync(Guid? seen, string code, bool up, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change("unit.urutkan"),
            seen,
            act,
            async (scope, text) =>
            {
                var units = await scope.Db.Units.Where(u => u.RetiredAt == null).OrderBy(u => u.SortOrder).ToListAsync(cancellationToken);
                var parent = units.Find(u => u.Code == code)?.ParentCode;
                var siblings = units.FindAll(u => u.ParentCode == parent);
                var places = siblings.ConvertAll(u => u.SortOrder);
                var at = siblings.FindIndex(u => u.Code == code);
                if (!Swap(siblings, at, up))
                {
                    return Outcome.Refused(SettingsWriter.NothingChanged);
                }

                text.Fact("unit", code).Changed("urutan", at + 1, up ? at : at + 2);
                for (var i = 0; i < siblings.Count; i++)
                {
                    siblings[i].SortOrder = places[i];
                }

                return Outcome.Ok();
            },
            cancellationToken);

    private static SettingsChange Change(string auditAct) => new(SettingsPart.Desks, auditAct, RecordKind);

    private static Outcome Missing(string what, bool exists) =>
        exists ? Outcome.Refused($"{what} ini tidak dipakai lagi. Pakai lagi dahulu.") : Outcome.NotFound($"{what} tidak ditemukan.");

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

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
        if (isNew && !UnitRules.IsCode(code))
        {
            refusals.Add(new Refusal($"Isi kode dengan huruf kecil, angka, dan tanda hubung, paling banyak {UnitRules.CodeMaxLength}.", field));
        }
        else if (isNew && isTaken)
        {
            refusals.Add(new Refusal("Kode ini sudah dipakai.", field));
        }
    }

    private static void CheckText(List<Refusal> refusals, string text, IEnumerable<string> others, string field, int most)
    {
        if (text.Length is 0 || text.Length > most)
        {
            refusals.Add(new Refusal(text.Length == 0 ? "Isi namanya." : $"Paling banyak {most} huruf.", field));
        }
        else if (others.Any(o => Same(o, text)))
        {
            refusals.Add(new Refusal("Nama ini sudah dipakai.", field));
        }
    }

    private async Task<IReadOnlyList<StructureUse>> UsesAsync(WriteScope scope, StructurePart part, string code, CancellationToken cancellationToken)
    {
        var today = (await agencies.GetAsync(cancellationToken)).DateOf(scope.Now);
        List<StructureUse> used = [];
        foreach (var source in sources)
        {
            used.AddRange((await source.ReadAsync(scope.Db, today, cancellationToken)).Where(u => u.Part == part && u.Code == code));
        }

        return used;
    }
}
