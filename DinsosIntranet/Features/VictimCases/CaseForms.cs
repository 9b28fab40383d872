using System.Text.Json;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed record SaveForms
{
    public required Guid? Seen { get; init; }

    public required IReadOnlyList<FormTemplate> Forms { get; init; }
}

/// <summary>The forms as they are now; <paramref name="Number"/> is 0 for those that came with the program.</summary>
public sealed record CurrentForms(int Number, IReadOnlyList<FormTemplate> Forms);

public sealed record FormVersionLine(int Number, DateTime SavedAt, string SavedBy);

/// <summary><paramref name="History"/>: the versions saved here, newest first.</summary>
public sealed record FormSettings(CurrentForms Current, IReadOnlyList<FormVersionLine> History, SettingsRevision? Revision, TimeZoneInfo Zone);

/// <summary>Which parts of a case stand on Form A, B and C: read for screen and paper, changed by administrators.</summary>
public sealed class CaseForms(SettingsWriter settings, AgencyDirectory agencies, IDbContextFactory<DinsosDbContext> factory, CaseReference reference)
{
    private const string RecordKind = "formulir-kasus";
    private const int HistoryShown = 10;

    private static readonly SettingsChange Change = new(SettingsPart.CaseForms, "kasus.formulir", RecordKind);

    public async Task<CurrentForms> CurrentAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await CurrentAsync(db, cancellationToken);
    }

    public async Task<FormSettings> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var revision = await db.SettingsRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.Part == SettingsPart.CaseForms, cancellationToken);
        var history = await db.FormVersions.AsNoTracking()
            .OrderByDescending(v => v.Number)
            .Take(HistoryShown)
            .Select(v => new FormVersionLine(v.Number, v.SavedAt, v.SavedByText))
            .ToListAsync(cancellationToken);
        return new FormSettings(await CurrentAsync(db, cancellationToken), history, revision, (await agencies.GetAsync(cancellationToken)).Zone);
    }

    /// <summary>A new version of all forms, for whatever is printed from now on; what was printed stays what it was.</summary>
    public Task<Outcome> SaveAsync(SaveForms command, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change,
            command.Seen,
            act,
            async (scope, text) =>
            {
                var forms = FormRules.Normalise(command.Forms);
                if (FormRules.Check(forms, [.. reference.Forms.Select(f => f.Code)]) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                var before = await CurrentAsync(scope.Db, cancellationToken);
                foreach (var (old, form) in before.Forms.Zip(forms))
                {
                    text.Changed($"judul formulir {form.Code}", old.Title, form.Title).Changed($"isi formulir {form.Code}", string.Join(' ', old.Blocks), string.Join(' ', form.Blocks));
                }

                if (text.HasChanges)
                {
                    scope.Db.FormVersions.Add(new FormVersion
                    {
                        Id = OrderedId.Create(),
                        Number = before.Number + 1,
                        Content = JsonSerializer.Serialize(forms),
                        SavedAt = scope.Now,
                        SavedByText = scope.Actor.Name,
                    });
                }

                return Outcome.Ok();
            },
            cancellationToken);

    internal async Task<CurrentForms> CurrentAsync(DinsosDbContext db, CancellationToken cancellationToken)
    {
        var version = await db.FormVersions.AsNoTracking().OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
        return version is null ? new CurrentForms(0, reference.Forms) : new CurrentForms(version.Number, Whole(JsonSerializer.Deserialize<List<FormTemplate>>(version.Content)!));
    }

    /// <summary>A part that is newer than the saved version stands where the program puts it, so that no paper loses it.</summary>
    private IReadOnlyList<FormTemplate> Whole(IReadOnlyList<FormTemplate> saved)
    {
        var missing = FormParts.All.Select(p => p.Code).Except(saved.SelectMany(f => f.Blocks)).ToList();
        return missing.Count == 0
            ? saved
            : FormRules.Normalise(saved.Select(f => f with { Blocks = [.. f.Blocks, .. missing.Where(m => reference.Forms.First(r => r.Code == f.Code).Blocks.Contains(m))] }));
    }
}
