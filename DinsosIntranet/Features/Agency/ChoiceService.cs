using System.Text.RegularExpressions;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

public sealed record SaveChoice
{
    public required Guid? Seen { get; init; }

    public required string Code { get; init; }

    public required bool IsNew { get; init; }

    public required string Label { get; init; }

    /// <summary>The figures of the list's kind by field, as typed.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; init; } = new Dictionary<string, string>();
}

public sealed record ChoiceLine(string Code, string Label, bool IsRetired, IReadOnlyDictionary<string, int?> Numbers);

public sealed record ChoiceList(IReadOnlyList<ChoiceLine> Lines, SettingsRevision? Revision, TimeZoneInfo Zone);

/// <summary>The rules every list has in common; apart, because a generic type would make them once for each.</summary>
public static partial class ChoiceRules
{
    public const int CodeMaxLength = 40;
    public const int LabelMaxLength = 120;

    public static bool IsCode(string code) => Code().IsMatch(code);

    [GeneratedRegex(@"\A[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}

/// <summary>Changes one of the lists staff choose from: new entries, other words, another order, retired and taken back.</summary>
public sealed class ChoiceService<T>(ChoiceKind<T> kind, SettingsWriter settings, AgencyDirectory agencies, IDbContextFactory<DinsosDbContext> factory)
    where T : class, IChoice
{
    private const string RecordKind = "daftar";

    public ChoiceKind<T> Kind => kind;

    public async Task<ChoiceList> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var revision = await db.SettingsRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.Part == kind.Part, cancellationToken);
        var rows = await db.Set<T>().AsNoTracking().ToListAsync(cancellationToken);
        return new ChoiceList(
            [
                .. rows.OrderBy(r => r.RetiredAt is not null).ThenBy(r => r.SortOrder)
                    .Select(r => new ChoiceLine(r.Code, r.Label, r.RetiredAt is not null, kind.Numbers.ToDictionary(n => n.Field, n => n.Get(r)))),
            ],
            revision,
            (await agencies.GetAsync(cancellationToken)).Zone);
    }

    public Task<Outcome> SaveAsync(SaveChoice command, ActionContext act, CancellationToken cancellationToken = default) =>
        RunAsync(command.IsNew ? "daftar.tambah" : "daftar.ubah", command.Seen, act, cancellationToken, (scope, text, rows) =>
        {
            var (code, label) = (command.Code.Trim(), command.Label.Trim());
            var numbers = kind.Numbers.Select(n => (Number: n, Value: Parse(command.Numbers.GetValueOrDefault(n.Field), n))).ToList();
            var refusals = Check(command.IsNew, code, label, rows);
            refusals.AddRange(numbers.Where(n => n.Value.Refusal is not null).Select(n => n.Value.Refusal!));
            if (refusals.Count > 0)
            {
                return Outcome.Refused(refusals);
            }

            var row = rows.Find(r => r.Code == code);
            if (row is null && !command.IsNew)
            {
                return Outcome.NotFound();
            }

            text.Fact(kind.Singular, code).Changed("nama", row?.Label, label);
            if (row is null)
            {
                row = kind.Make(code, label, rows.Count == 0 ? 0 : rows.Max(r => r.SortOrder) + 1);
                scope.Db.Set<T>().Add(row);
            }

            row.Label = label;
            foreach (var (number, value) in numbers)
            {
                text.Changed(number.Title.ToLowerInvariant(), number.Get(row), value.Value);
                number.Set(row, value.Value);
            }

            return Outcome.Ok();
        });

    /// <summary>Takes an entry out of use, or into it again. At least one must stay.</summary>
    public Task<Outcome> RetireAsync(Guid? seen, string code, bool retires, ActionContext act, CancellationToken cancellationToken = default) =>
        RunAsync(retires ? "daftar.hentikan" : "daftar.pakai-lagi", seen, act, cancellationToken, (scope, text, rows) =>
        {
            if (rows.Find(r => r.Code == code) is not { } row)
            {
                return Outcome.NotFound();
            }

            if (retires && row.RetiredAt is null && rows.Count(r => r.RetiredAt is null) == 1)
            {
                return Outcome.Refused($"Setidaknya satu {kind.Singular} harus tetap dipakai.");
            }

            text.Fact(kind.Singular, code).Changed("dipakai", row.RetiredAt is null, !retires);
            row.RetiredAt = retires ? scope.Now : null;
            return Outcome.Ok();
        });

    /// <summary>Moves an entry one place up or down among those in use.</summary>
    public Task<Outcome> MoveAsync(Guid? seen, string code, bool up, ActionContext act, CancellationToken cancellationToken = default) =>
        RunAsync("daftar.urutkan", seen, act, cancellationToken, (_, text, rows) =>
        {
            var used = rows.Where(r => r.RetiredAt is null).OrderBy(r => r.SortOrder).ToList();
            var at = used.FindIndex(r => r.Code == code);
            var to = up ? at - 1 : at + 1;
            if (at < 0 || to < 0 || to >= used.Count)
            {
                return Outcome.Refused(SettingsWriter.NothingChanged);
            }

            (used[at], used[to]) = (used[to], used[at]);
            text.Fact(kind.Singular, code).Changed("urutan", at + 1, to + 1);
            for (var i = 0; i < used.Count; i++)
            {
                used[i].SortOrder = i;
            }

            return Outcome.Ok();
        });

    private Task<Outcome> RunAsync(
        string auditAct, Guid? seen, ActionContext act, CancellationToken cancellationToken, Func<WriteScope, AuditText, List<T>, Outcome> change) =>
        settings.RunAsync(
            new SettingsChange(kind.Part, auditAct, RecordKind),
            seen,
            act,
            async (scope, text) => change(scope, text, await scope.Db.Set<T>().ToListAsync(cancellationToken)),
            cancellationToken);

    private static List<Refusal> Check(bool isNew, string code, string label, List<T> rows)
    {
        var refusals = new List<Refusal>();
        if (isNew && (code.Length > ChoiceRules.CodeMaxLength || !ChoiceRules.IsCode(code)))
        {
            refusals.Add(new Refusal($"Isi kode dengan huruf, angka, dan tanda hubung, paling banyak {ChoiceRules.CodeMaxLength}.", nameof(SaveChoice.Code)));
        }
        else if (isNew && rows.Exists(r => string.Equals(r.Code, code, StringComparison.OrdinalIgnoreCase)))
        {
            refusals.Add(new Refusal("Kode ini sudah dipakai.", nameof(SaveChoice.Code)));
        }

        if (label.Length is 0 or > ChoiceRules.LabelMaxLength)
        {
            refusals.Add(new Refusal(label.Length == 0 ? "Isi namanya." : $"Paling banyak {ChoiceRules.LabelMaxLength} huruf.", nameof(SaveChoice.Label)));
        }
        else if (rows.Exists(r => r.Code != code && r.RetiredAt is null && string.Equals(r.Label, label, StringComparison.OrdinalIgnoreCase)))
        {
            refusals.Add(new Refusal("Nama ini sudah ada di daftar.", nameof(SaveChoice.Label)));
        }

        return refusals;
    }

    private static (int? Value, Refusal? Refusal) Parse(string? typed, ChoiceNumber<T> number)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return (null, null);
        }

        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= number.Least && value <= number.Most
            ? (value, null)
            : (null, new Refusal($"Isi angka antara {number.Least} dan {number.Most}, atau kosongkan.", number.Field));
    }
}
