using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Objections;

/// <summary>Who decides objections: set by administrators, the head of the agency while nothing was ever set.</summary>
public sealed class SuperiorService(SettingsWriter settings, IDbContextFactory<DinsosDbContext> factory)
{
    private static readonly SettingsChange Change = new(Superior.SettingsPart, "atasan-ppid.ubah", "pengaturan");

    public async Task<SuperiorInput> FindAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Superiors.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is { } kept
            ? new SuperiorInput { Place = kept.Place, Name = kept.Name, Title = kept.Title }
            : new SuperiorInput();
    }

    public Task<Outcome> SaveAsync(SuperiorInput input, Guid? seen, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            Change,
            seen,
            act,
            async (scope, text) =>
            {
                var refusals = input.Check();
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var kept = await scope.Db.Superiors.FirstOrDefaultAsync(cancellationToken);
                if (kept is null)
                {
                    kept = new Superior { Id = Guid.CreateVersion7(), Place = SuperiorPlace.HeadOfAgency, Name = "", Title = "" };
                    scope.Db.Superiors.Add(kept);
                }

                var isOutside = input.Place == SuperiorPlace.Outside;
                var (name, title) = (isOutside ? input.Name.Trim() : "", isOutside ? input.Title.Trim() : "");
                text.Changed("atasan PPID", kept.Place, input.Place).Changed("nama", kept.Name, name).Changed("jabatan", kept.Title, title);
                (kept.Place, kept.Name, kept.Title) = (input.Place, name, title);
                return Outcome.Ok();
            },
            cancellationToken);
}
