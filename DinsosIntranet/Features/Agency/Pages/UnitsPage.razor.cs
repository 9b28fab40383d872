using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>How a press in one of the panels ended, with the sentence to show where it did what it should.</summary>
public sealed record PanelEnd(Outcome Outcome, string Sentence);

/// <summary>The agency's units and the desks where requests wait.</summary>
public sealed partial class UnitsPage
{
    public const string Address = "/pengaturan/unit-dan-meja";

    private UnitSettings? _settings;
    private string? _done;
    private string? _problem;
    private bool _stale;

    /// <summary>A panel of another round begins anew: what was typed over an older state is not saved over a newer one.</summary>
    private int _round;
    private bool _deskOpen;
    private bool _unitOpen;
    private bool _deskDirty;
    private bool _unitDirty;

    [Inject]
    public required UnitQueries Queries { get; init; }

    private bool IsOpen => _deskOpen || _unitOpen;

    private bool IsDirty => _deskDirty || _unitDirty;

    protected override Task OnInitializedAsync()
    {
        Follow(Topic.Agency, Topic.Accounts);
        return ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        _settings = await Queries.ReadAsync();
        _stale = false;
    }

    private Task ReloadAsync()
    {
        _round++;
        (_deskOpen, _unitOpen, _deskDirty, _unitDirty) = (false, false, false, false);
        (_done, _problem) = (null, null);
        return ReadAsync();
    }

    private async Task EndedAsync(PanelEnd end)
    {
        _done = end.Outcome.IsOk ? end.Sentence : null;

        // The first one moved up: nothing to say.
        _problem = end.Outcome.IsOk || end.Outcome.Message == SettingsWriter.NothingChanged ? null : end.Outcome.Message;
        await ReadAsync();
    }

    /// <summary>Another administrator saved: read again, but never under an open form, which would then save an older state over a newer one.</summary>
    protected override async Task RefreshAsync()
    {
        var now = await Queries.ReadAsync();
        _stale = IsOpen && now.Version != _settings?.Version;
        if (!IsOpen)
        {
            _settings = now;
        }
    }
}
