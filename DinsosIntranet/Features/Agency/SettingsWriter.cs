using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

/// <summary>One kind of change of the settings: the part it belongs to, the act of the trail, the kind of record it names.</summary>
public sealed record SettingsChange(string Part, string Act, string RecordKind);

/// <summary>
/// Runs every change of the settings the same way: administrators only, on the revision they had before them, recorded
/// with old and new; where nothing differs nothing is written. Everybody sees the change at once.
/// </summary>
public sealed class SettingsWriter(WriteRunner writes, AgencyDirectory agencies)
{
    public const string NothingChanged = "Tidak ada perubahan untuk disimpan.";

    /// <summary>Runs one change; nothing is written unless all of it may be.</summary>
    /// <param name="what">The part, and how the trail names the change.</param>
    /// <param name="seen">The revision the page showed; null where the part was never changed.</param>
    /// <param name="change">Checks and changes, and notes in the text what became different.</param>
    /// <param name="act">Who changes it.</param>
    /// <param name="cancellationToken">Ends the waiting, not a change already saved.</param>
    public async Task<Outcome> RunAsync(
        SettingsChange what, Guid? seen, ActionContext act, Func<WriteScope, AuditText, Task<Outcome>> change, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                var text = new AuditText();
                scope.Audit(what.Act, what.RecordKind, agency.Profile.Id, text);
                if (!Policies.Admits(Policies.Settings, scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var revision = await scope.Db.SettingsRevisions.FirstOrDefaultAsync(r => r.Part == what.Part, cancellationToken);
                if (revision?.Version != seen)
                {
                    return Outcome.Conflict(revision is null
                        ? "Pengaturan ini berubah sejak Anda buka. Muat ulang halaman ini."
                        : $"Pengaturan ini sudah diubah {revision.ChangedBy} pada {IndonesianDates.ShortWithTime(revision.ChangedAt, agency.Zone)}. Muat ulang halaman ini, lalu ulangi perubahan Anda.");
                }

                var changed = await change(scope, text);
                if (!changed.IsOk)
                {
                    return changed;
                }

                if (!text.HasChanges)
                {
                    return Outcome.Refused(NothingChanged);
                }

                Touch(scope, revision, what.Part);
                scope.Publish(Topic.Agency, agency.Profile.Id);
                return Outcome.Ok();
            },
            cancellationToken);
        if (outcome.IsOk)
        {
            agencies.Forget();
        }

        return outcome;
    }

    private static void Touch(WriteScope scope, SettingsRevision? revision, string part)
    {
        if (revision is null)
        {
            scope.Db.SettingsRevisions.Add(new SettingsRevision { Part = part, ChangedAt = scope.Now, ChangedBy = scope.Actor.Name, Version = Guid.CreateVersion7() });
            return;
        }

        (revision.ChangedAt, revision.ChangedBy) = (scope.Now, scope.Actor.Name);

        // The same administrator within the same millisecond would change no column, and so no version.
        scope.Db.Entry(revision).Property(r => r.ChangedAt).IsModified = true;
    }
}
