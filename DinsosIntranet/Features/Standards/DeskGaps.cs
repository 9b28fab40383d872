using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Pages;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Features.Standards;

/// <summary>Desks that a standard open for intake leads to and where nobody can work.</summary>
internal sealed class DeskGaps(StandardLibrary library, ActionRegistry actions, UnitQueries units) : SettingsGaps
{
    public override async Task<IReadOnlyList<SettingsGap>> ReadAsync(CancellationToken cancellationToken)
    {
        var settings = await units.ReadAsync(cancellationToken);
        var open = (await library.ActiveOnAsync(settings.Today, cancellationToken)).Select(s => s.Standard).Where(actions.TakesIn);
        var reached = open.SelectMany(s => s.Steps.Select(step => step.Desk).Append(s.SigningDesk)).ToHashSet();
        var empty = settings.Desks.Where(d => d.Staff.Count == 0 && reached.Contains(d.Desk.Code)).Select(d => d.Desk.Name).ToList();
        return empty.Count == 0
            ? []
            : [new SettingsGap(20, $"Meja tanpa pegawai: {string.Join(", ", empty)}. Permohonan yang sampai di sana akan menunggu.", UnitsPage.Address, "Unit dan meja")];
    }
}
