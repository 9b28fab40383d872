using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>Who decides objections.</summary>
public sealed partial class SuperiorPage
{
    public const string Address = "/pengaturan/atasan-ppid";

    private readonly FormErrors _errors = new("atasan");
    private LiveRefresh? _live;
    private AgencySnapshot? _agency;
    private SuperiorInput? _input;
    private bool _dirty;
    private bool _done;
    private bool _stale;

    [Inject]
    public required SuperiorService Service { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    public void Dispose() => _live?.Dispose();

    protected override Task OnInitializedAsync()
    {
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(ChangedElsewhereAsync), _ => true, Topic.Agency);
        return ReadAsync();
    }

    private void Typed() => (_dirty, _done) = (true, false);

    private async Task ReadAsync()
    {
        // The revision first: what is read after it is at least as new, so nothing unseen is saved over.
        _agency = await Agencies.GetAsync();
        _input = await Service.FindAsync();
        (_dirty, _done, _stale) = (false, false, false);
        _errors.Clear();
    }

    private async Task ChangedElsewhereAsync()
    {
        if ((await Agencies.GetAsync()).VersionOf(Superior.SettingsPart) == _agency?.VersionOf(Superior.SettingsPart))
        {
            return;
        }

        _stale = _dirty;
        if (!_dirty)
        {
            await ReadAsync();
        }

        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.SaveAsync(_input!, _agency!.VersionOf(Superior.SettingsPart), await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await ReadAsync();
            _done = true;
        }
    }
}
