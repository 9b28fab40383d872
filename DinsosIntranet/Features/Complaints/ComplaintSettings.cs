using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Complaints.Pages;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

public sealed record SaveSuperior
{
    public required Guid? Seen { get; init; }

    public required string Office { get; init; }

    public required string Place { get; init; }
}

public sealed record SuperiorSettings(string Office, string Place, SettingsRevision? Revision, TimeZoneInfo Zone);

/// <summary>Who decides about a complaint that concerns the head of agency.</summary>
public sealed class ComplaintSettings(SettingsWriter settings, AgencyDirectory agencies, IDbContextFactory<DinsosDbContext> factory)
{
    private const string RecordKind = "atasan-pengaduan";

    public async Task<SuperiorSettings> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var revision = await db.SettingsRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.Part == SettingsPart.Complaints, cancellationToken);
        var superior = await db.ComplaintSuperiors.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return new SuperiorSettings(superior?.Office ?? "", superior?.Place ?? "", revision, (await agencies.GetAsync(cancellationToken)).Zone);
    }

    public Task<Outcome> SaveAsync(SaveSuperior command, ActionContext act, CancellationToken cancellationToken = default) =>
        settings.RunAsync(
            new SettingsChange(SettingsPart.Complaints, "pengaduan.atasan", RecordKind),
            command.Seen,
            act,
            async (scope, text) =>
            {
                var refusals = new List<Refusal>();
                ComplaintRules.RequireText(refusals, command.Office, "Isi jabatan atasan Kepala Dinas.", nameof(command.Office), ComplaintSuperior.OfficeMaxLength);
                ComplaintRules.RequireText(refusals, command.Place, "Isi tempat kedudukannya.", nameof(command.Place), ComplaintSuperior.PlaceMaxLength);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var (office, place) = (command.Office.Trim(), command.Place.Trim());
                var superior = await scope.Db.ComplaintSuperiors.FirstOrDefaultAsync(cancellationToken);
                text.Changed("jabatan", superior?.Office, office).Changed("tempat", superior?.Place, place);
                if (superior is null)
                {
                    scope.Db.ComplaintSuperiors.Add(new ComplaintSuperior { Id = Guid.CreateVersion7(), Office = office, Place = place });
                }
                else
                {
                    (superior.Office, superior.Place) = (office, place);
                }

                return Outcome.Ok();
            },
            cancellationToken);
}

/// <summary>Nobody to give a complaint about the head to.</summary>
internal sealed class ComplaintGaps(IDbContextFactory<DinsosDbContext> factory) : SettingsGaps
{
    public override async Task<IReadOnlyList<SettingsGap>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.ComplaintSuperiors.AnyAsync(cancellationToken)
            ? []
            : [new SettingsGap(45, "Atasan Kepala Dinas belum dicatat. Pengaduan tentang Kepala Dinas belum dapat diserahkan.", SuperiorPage.Address, "Pengaduan")];
    }
}
