using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The visits to those who are home: when they are due, and what they found.</summary>
public sealed partial class VisitsBox
{
    private readonly FormErrors _errors = new("kunjungan");
    private Dictionary<string, string> _values = [];
    private Guid? _open;

    private void Choose(VisitLine visit)
    {
        _errors.Clear();
        (_open, _values) = (_open == visit.Id ? null : visit.Id, []);
    }

    private async Task SaveAsync(VisitLine visit)
    {
        if (await RunAsync(_errors, act => Service.RecordVisitAsync(Journey.Id, visit.Id, _values, act), "Kunjungan dicatat."))
        {
            _open = null;
        }
    }
}
