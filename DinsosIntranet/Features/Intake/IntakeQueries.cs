using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Intake;

/// <summary>Something a certificate may be used for.</summary>
public sealed record PurposeChoice(string Code, string Name);

/// <summary>
/// A service that takes people in; <paramref name="AsksPurpose"/> where its product is made out for a purpose,
/// <paramref name="Form"/> where it has a form of its own.
/// </summary>
public sealed record ServiceChoice(ServiceStandard Standard, bool AsksPurpose, IApplicationForm? Form = null);

/// <summary>All the form of a new request offers to choose from, read together when it opens.</summary>
public sealed record IntakeChoices(
    IReadOnlyList<ServiceChoice> Services,
    IReadOnlyList<PurposeChoice> Purposes,
    IReadOnlyList<GuestRow> Guests,
    AgencySnapshot Agency,
    PersonRules.Context Rules,
    DateTime Now)
{
    public ServiceChoice? Service(string code) => Services.FirstOrDefault(s => s.Standard.Code == code);
}

/// <summary>Reads what the form of a new request needs.</summary>
public sealed class IntakeQueries(
    IDbContextFactory<DinsosDbContext> factory,
    AgencyDirectory agencies,
    StandardLibrary standards,
    ActionRegistry actions,
    GuestBookQueries guests,
    RegionCatalog regions,
    IEnumerable<IApplicationForm> forms,
    TimeProvider time)
{
    /// <summary>The capability whose certificates name a purpose.</summary>
    private const string PurposeCapability = "Dtks";

    public async Task<IntakeChoices> ChoicesAsync(Guid? guestId, Actor viewer, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(now);
        var services = (await standards.ActiveOnAsync(today, cancellationToken))
            .Where(s => actions.TakesInAtCounter(s.Standard))
            .Select(s => new ServiceChoice(s.Standard, actions.Uses(s.Standard, PurposeCapability), forms.FirstOrDefault(f => f.Code == s.Standard.ApplicationForm)))
            .Where(s => s.Form?.Code == s.Standard.ApplicationForm);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var purposes = await db.CertificatePurposes.AsNoTracking()
            .Where(p => p.RetiredAt == null)
            .OrderBy(p => p.SortOrder)
            .Select(p => new PurposeChoice(p.Code, p.Name))
            .ToListAsync(cancellationToken);
        return new IntakeChoices(
            [.. services],
            purposes,
            await guests.WithoutRequestAsync(today, guestId, viewer, cancellationToken),
            agency,
            new PersonRules.Context(today, regions, agency.Profile.RegencyCode),
            now);
    }
}
