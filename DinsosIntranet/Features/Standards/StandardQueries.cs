using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Standards;

/// <summary>One standard in the list of those in force; an internal procedure stands there too, but is no service of the public.</summary>
public sealed record StandardRow(string Code, string Title, string Regency, string Promise, bool TakesIn, bool IsConfidential, bool IsInternal = false);

/// <summary>A standard to be read in full, with the desks its steps speak of.</summary>
public sealed record StandardReading(ServiceStandard Standard, IReadOnlyList<DeskDefinition> Desks);

/// <summary>
/// The standards in force as pages show them. Intake counts as open only where the program can carry a request through:
/// a standard whose panels are not all built says it is not open, whatever its file says.
/// </summary>
public sealed class StandardQueries(StandardLibrary library, ActionRegistry actions, AgencyDirectory agencies, TimeProvider time)
{
    public async Task<IReadOnlyList<StandardRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var active = await library.ActiveOnAsync(Today(agency), cancellationToken);
        return
        [
            .. active.Select(s => s.Standard).Select(s =>
                new StandardRow(s.Code, s.Title, s.Regency, s.Promise.Published, actions.TakesIn(s), s.Confidentiality == Confidentiality.Secret, s.IsInternal)),
        ];
    }

    /// <summary>Null where no standard with this code is in force.</summary>
    public async Task<StandardReading?> FindAsync(string code, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        if (await library.FindActiveAsync(code, Today(agency), cancellationToken) is not { Standard: var standard })
        {
            return null;
        }

        var desks = agency.Desks.Select(d =>
            new DeskDefinition(d.Code, d.Name, d.SortOrder, [.. d.Members.Select(m => new DeskMember(m.Role.Code(), m.UnitCode))]));
        return new StandardReading(standard with { IntakeOpen = actions.TakesIn(standard) }, [.. desks]);
    }

    private DateOnly Today(AgencySnapshot agency) => agency.DateOf(time.GetUtcNow().UtcDateTime);
}
