using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dtks;

public sealed record PurposeRow(string Code, string Name, int? MaximumDecile, int? DaysValid)
{
    public string Label => PurposeRules.Label(Name, MaximumDecile, DaysValid);
}

public sealed record ProgrammeRow(string Code, string Name);

/// <summary>The check that holds now, with the name of who made it.</summary>
public sealed record RecordedCheck
{
    public required RegisterSource Source { get; init; }

    public required string Period { get; init; }

    public required bool IsRegistered { get; init; }

    public required string? FamilyId { get; init; }

    public required int? Decile { get; init; }

    public required IReadOnlyList<string> Programmes { get; init; }

    public required DateTime CheckedAt { get; init; }

    public required string CheckedByName { get; init; }

    public required string PurposeCode { get; init; }

    public required string? ReissueReason { get; init; }
}

/// <summary>Everything the two panels of the register check show.</summary>
public sealed record DtksPanelView
{
    public required string? RequestPurpose { get; init; }

    public required IReadOnlyList<PurposeRow> Purposes { get; init; }

    public required IReadOnlyList<ProgrammeRow> Programmes { get; init; }

    public required RecordedCheck? Check { get; init; }

    public required Guid? DraftLetterId { get; init; }

    public required ReturnedNote? Returned { get; init; }

    public PurposeRow? Purpose(string code) => Purposes.FirstOrDefault(p => p.Code == code);

    /// <summary>A warning where the decile is above what the purpose is meant for.</summary>
    public string? DecileWarning(string purposeCode, int? decile) => PurposeRules.DecileWarning(Purpose(purposeCode)?.MaximumDecile, decile);
}

/// <summary>What the panels of the register check read.</summary>
public sealed class DtksQueries(IDbContextFactory<DinsosDbContext> factory)
{
    public async Task<DtksPanelView> PanelAsync(Guid requestId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var draft = await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId && l.Kind == LetterKinds.DtksCertificate && l.Status == LetterStatus.Draft)
            .Select(l => new { l.Id, l.CreatedAt })
            .FirstOrDefaultAsync(cancellationToken);
        return new DtksPanelView
        {
            RequestPurpose = await db.ServiceRequests.Where(r => r.Id == requestId).Select(r => r.PurposeCode).FirstOrDefaultAsync(cancellationToken),
            Purposes = await db.CertificatePurposes.AsNoTracking()
                .Where(p => p.RetiredAt == null || db.ServiceRequests.Any(r => r.Id == requestId && r.PurposeCode == p.Code))
                .OrderBy(p => p.SortOrder)
                .Select(p => new PurposeRow(p.Code, p.Name, p.MaximumDecile, p.DaysValid)).ToListAsync(cancellationToken),
            Programmes = await db.AidProgrammes.AsNoTracking().Where(p => p.RetiredAt == null).OrderBy(p => p.SortOrder)
                .Select(p => new ProgrammeRow(p.Code, p.Name)).ToListAsync(cancellationToken),
            Check = await CheckAsync(db, requestId, cancellationToken),
            DraftLetterId = draft?.Id,
            Returned = draft is null ? null : await ReturnedNote.FindAsync(db, requestId, draft.CreatedAt, cancellationToken),
        };
    }

    private static async Task<RecordedCheck?> CheckAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        await (from c in db.DtksChecks.AsNoTracking()
               join u in db.Users.AsNoTracking() on c.CheckedById equals u.Id
               where c.RequestId == requestId && c.ReplacedAt == null
               select new RecordedCheck
               {
                   Source = c.Source,
                   Period = c.Period,
                   IsRegistered = c.IsRegistered,
                   FamilyId = c.FamilyId,
                   Decile = c.Decile,
                   Programmes = c.Programmes,
                   CheckedAt = c.CheckedAt,
                   CheckedByName = u.FullName,
                   PurposeCode = c.PurposeCode,
                   ReissueReason = c.ReissueReason,
               }).FirstOrDefaultAsync(cancellationToken);
}
