using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>Who is to be brought home: written down while it is verified and planned, then to be read. What is typed is kept nowhere but here until it is saved.</summary>
public sealed partial class MigrantsBox
{
    private readonly FormErrors _errors = new("migran");
    private List<Migrant> _typed = [];
    private Guid _seen;
    private bool _isDirty;

    [Parameter, EditorRequired]
    public required RepatriationContent Content { get; set; }

    private bool MayEdit => Journey.CanWork && View.Sight == RepatriationSight.Content && (Journey.IsAt(RepatriationService.VerifyAction) || Journey.IsAt(RepatriationService.PlanAction));

    protected override void OnParametersSet()
    {
        // What somebody is typing is never replaced: saving it says that others were first.
        if (_seen != View.File.Version && !_isDirty)
        {
            _seen = View.File.Version;
            _typed = [.. Content.Migrants.Select(m => new Migrant { Id = m.Id, Values = new Dictionary<string, string>(m.Values) })];
            while (_typed.Count < View.File.People)
            {
                _typed.Add(new Migrant { Id = Guid.CreateVersion7() });
            }
        }
    }

    private void Add()
    {
        _typed.Add(new Migrant { Id = Guid.CreateVersion7() });
        _isDirty = true;
    }

    private void Remove(Migrant migrant)
    {
        _typed.Remove(migrant);
        _errors.Clear();
        _isDirty = true;
    }

    private async Task SaveAsync()
    {
        var typed = _typed;
        if (await RunAsync(_errors, async act =>
            {
                var outcome = await Service.SaveMigrantsAsync(Journey.Id, typed, _seen, act);
                _isDirty &= !outcome.IsOk;
                return outcome;
            }, "Data migran tersimpan."))
        {
            _errors.Clear();
        }
    }
}
