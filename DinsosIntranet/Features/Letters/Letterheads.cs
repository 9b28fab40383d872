using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>Letterhead and signature blocks from the agency's particulars and its officials (Permendagri 1/2023 pasal 44).</summary>
public static class Letterheads
{
    public static Letterhead Of(AgencyProfile agency) => new(
        "PEMERINTAH " + agency.Regency.ToUpperInvariant(),
        agency.Name.ToUpperInvariant(),
        agency.AddressLines.Split('\n'),
        agency.Logo,
        PageOf(agency));

    /// <summary>The agency's paper, margins and type.</summary>
    public static PageSetup PageOf(AgencyProfile agency)
    {
        var sheet = agency.Paper switch
        {
            PaperSize.F4 => PageSetup.F4,
            PaperSize.F4Narrow => PageSetup.F4Narrow,
            _ => PageSetup.A4,
        };
        return sheet with
        {
            TopMm = agency.MarginTop,
            RightMm = agency.MarginRight,
            BottomMm = agency.MarginBottom,
            LeftMm = agency.MarginLeft,
            FontSize = agency.FontSize,
            LineSpacing = agency.LineSpacing,
            FontFamily = agency.FontFamily.Length == 0 ? null : agency.FontFamily,
        };
    }

    /// <summary>A NIP as the agency prints it; with a full stop where its own rule says so.</summary>
    public static string NipText(AgencyProfile agency, string nip) => $"{agency.NipLabel} {Nip.Format(nip)}";

    /// <summary>
    /// The block of whoever signs as the head of agency or, one level down, on the head's behalf (a.n.). Somebody standing
    /// in signs with "Plh." or "Plt." before the title and with their own name, rank and NIP.
    /// </summary>
    public static async Task<SignatureBlock?> SignatureAsync(
        DinsosDbContext db, AgencyProfile agency, Actor actor, RoleInUnit role, DateOnly date, string? placeAndDate, CancellationToken cancellationToken)
    {
        var position = await db.Officials.AsNoTracking()
            .Where(o => o.Role == role.Role && o.UnitCode == role.UnitCode && o.From <= date && (o.Until == null || o.Until >= date))
            .OrderByDescending(o => o.From)
            .FirstOrDefaultAsync(cancellationToken);
        if (position is null)
        {
            return null;
        }

        var own = position.UserId == actor.UserId
            ? position
            : await db.Officials.AsNoTracking().FirstOrDefaultAsync(o => o.UserId == actor.UserId && o.From <= date && (o.Until == null || o.Until >= date), cancellationToken);
        if (own is null)
        {
            return null;
        }

        var title = SignatureTitle.Lines(agency, role.Role, position.PositionTitle, role.ActingTitle is { } acting ? acting[..5] : "");
        return new SignatureBlock(title, placeAndDate, own.NameWithTitles, own.Rank, NipText(agency, own.Nip));
    }

    /// <summary>The block of a member of staff who serves at a desk: name and, for civil servants, NIP.</summary>
    public static async Task<SignatureBlock> OfficerAsync(DinsosDbContext db, AgencyProfile agency, Actor actor, string title, CancellationToken cancellationToken)
    {
        var nip = await db.Users.AsNoTracking().Where(u => u.Id == actor.UserId).Select(u => u.Nip).FirstOrDefaultAsync(cancellationToken);
        return new SignatureBlock([title], PlaceAndDate: null, actor.Name, Rank: null, nip is null ? null : NipText(agency, nip));
    }
}
