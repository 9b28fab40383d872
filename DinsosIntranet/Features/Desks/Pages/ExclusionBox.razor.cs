using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Who is kept away from the request, for those who may decide that: shows them, adds one, lifts one with a reason.</summary>
public sealed partial class ExclusionBox
{
    private readonly FormErrors _add = new("benturan");
    private readonly FormErrors _lift = new("benturan-cabut");
    private ExclusionView? _view;
    private IReadOnlyList<string> _warnings = [];
    private string? _problem;
    private bool _isAdding;
    private Guid? _userId;
    private ExclusionReason? _reason;
    private Guid? _lifting;
    private string _liftReason = "";

    [Inject]
    public required RequestExclusions Exclusions { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Guid RequestId { get; set; }

    /// <summary>Raised with a sentence after each change: whoever excluded themselves must lose the page.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _view = await Acting.FindAsync() is { } viewer ? await Exclusions.FindAsync(RequestId, viewer) : null;

    private void StartAdding()
    {
        StopLifting();
        (_isAdding, _warnings) = (true, []);
    }

    private void StopAdding()
    {
        (_isAdding, _userId, _reason, _problem) = (false, null, null, null);
        _add.Clear();
    }

    private void StartLifting(Guid id)
    {
        StopAdding();
        (_lifting, _liftReason, _warnings) = (id, "", []);
    }

    private void StopLifting()
    {
        (_lifting, _liftReason, _problem) = (null, "", null);
        _lift.Clear();
    }

    private async Task AddAsync()
    {
        var outcome = await Exclusions.AddAsync(new AddExclusion { RequestId = RequestId, UserId = _userId ?? Guid.Empty, Reason = _reason }, await Acting.ActAsync());
        if (!outcome.IsOk)
        {
            _add.Set(outcome.Refusals);
            _problem = outcome.Refusals.Any(r => r.Field is not null) ? null : outcome.Message;
            return;
        }

        StopAdding();
        _warnings = outcome.Value.Warnings;
        await ReadAsync();
        await OnDone.InvokeAsync(string.Join(' ', _warnings.Prepend("Pegawai dikecualikan dari permohonan ini.")));
    }

    private async Task LiftAsync()
    {
        var outcome = await Exclusions.LiftAsync(_lifting!.Value, _liftReason, await Acting.ActAsync());
        if (!outcome.IsOk)
        {
            _lift.Set(outcome.Refusals);
            _problem = outcome.Refusals.Any(r => r.Field is not null) ? null : outcome.Message;
            return;
        }

        StopLifting();
        await ReadAsync();
        await OnDone.InvokeAsync("Pengecualian dicabut.");
    }
}
