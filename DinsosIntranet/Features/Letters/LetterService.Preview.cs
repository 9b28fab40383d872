using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public sealed partial class LetterService
{
    /// <summary>The letter as it would be, with KONSEP across it; nothing is stored.</summary>
    public async Task<Outcome<byte[]>> PreviewAsync(Guid letterId, Actor viewer, AgencyProfile agency, DateOnly today, DateTime now, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var letter = await db.Letters.AsNoTracking().FirstOrDefaultAsync(l => l.Id == letterId, cancellationToken);
        if (letter is null || letter.Status != LetterStatus.Draft)
        {
            return Outcome.NotFound("Konsep surat tidak ditemukan.");
        }

        var content = Content(letter.Kind);
        var date = await db.NumberPreparations.AsNoTracking().Where(p => p.RequestId == letter.RequestId && p.Kind == letter.Kind).Select(p => (DateOnly?)p.DatedOn).FirstOrDefaultAsync(cancellationToken) ?? today;
        letter.DatedOn = date;
        letter.ValidUntil = await content.ValidUntilAsync(db, letter, date, cancellationToken);
        letter.ApprovedAt = now;
        var role = await SigningRoleAsync(db, letter, content, viewer, cancellationToken);
        var place = PlaceAndDate(agency, date);
        var replaced = await ReplacedLetter.OfAsync(db, letter.RequestId, cancellationToken);
        var signature = role is null ? null : await Letterheads.SignatureAsync(db, agency, viewer, role, today, place, cancellationToken);
        if (signature is null)
        {
            role = new RoleInUnit(StaffRole.HeadOfAgency, null);
            var head = await db.Officials.AsNoTracking().Where(o => o.Role == StaffRole.HeadOfAgency && o.From <= today).OrderByDescending(o => o.From).FirstOrDefaultAsync(cancellationToken);
            signature = new SignatureBlock([$"KEPALA {agency.Name.ToUpperInvariant()}", agency.Regency.ToUpperInvariant() + ","], place, head?.NameWithTitles ?? "", head?.Rank, head is null ? null : Letterheads.NipText(agency, head.Nip));
        }

        return await content.RenderAsync(db, agency, new LetterParticulars(letter, signature, CertifiedBy(agency, role!), null, [], IsDraft: true, replaced), cancellationToken);
    }

    /// <summary>The role by which the viewer would sign at the desk where the letter is signed; null where they would not.</summary>
    private async Task<RoleInUnit?> SigningRoleAsync(DinsosDbContext db, Letter letter, ILetterContent content, Actor viewer, CancellationToken cancellationToken)
    {
        var item = await db.WorkItems.AsNoTracking().Where(w => w.Id == letter.RequestId).Select(w => new { w.DeskCode, w.StandardVersionId }).FirstAsync(cancellationToken);
        var desks = await db.Desks.AsNoTracking().Include(d => d.Members).ToListAsync(cancellationToken);
        var code = content.IsBesideSteps ? content.SigningDesk((await standards.GetAsync(item.StandardVersionId, cancellationToken)).Standard, desks) : item.DeskCode;
        return desks.Find(d => d.Code == code)?.MembershipOf(viewer) is { Role: StaffRole.HeadOfAgency or StaffRole.AgencySecretary or StaffRole.HeadOfDivision } role ? role : null;
    }
}
