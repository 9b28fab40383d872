using DinsosIntranet.Features.Repatriation.Domain;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The journey: when the team left, and to whom each of the people was handed over at home.</summary>
public sealed partial class EscortPanel
{
    private DateOnly? _departed;
    private Migrant? _chosen;
    private Dictionary<string, string> _values = [];

    private void Choose(Migrant migrant)
    {
        (_chosen, _values) = (migrant, []);
        Errors.Clear();
    }

    private Task DepartAsync() => RunAsync(act => Service.DepartAsync(Context.RequestId, _departed, act), "Keberangkatan dicatat.");

    private async Task HandOverAsync()
    {
        if (await RunAsync(act => Service.HandOverAsync(Context.RequestId, _chosen!.Id, _values, act), "Serah terima dicatat."))
        {
            _chosen = null;
            await RevealAsync();
        }
    }
}
