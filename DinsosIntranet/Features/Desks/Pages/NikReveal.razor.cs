using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>A masked NIK that can be opened for half a minute; each opening is written to the trail.</summary>
public sealed partial class NikReveal
{
    public static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(30);

    private readonly OneAtATime _acts = new();
    private ITimer? _timer;
    private string? _nik;
    private string? _problem;
    private bool _gone;

    [Inject] public required RequestOpening Opening { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired] public required Guid RequestId { get; set; }

    [Parameter, EditorRequired] public required Guid PersonId { get; set; }

    [Parameter, EditorRequired] public required string PersonName { get; set; }

    [Parameter, EditorRequired] public required string? MaskedNik { get; set; }

    [Parameter] public string? NoNikReason { get; set; }

    public void Dispose()
    {
        _gone = true;
        _timer?.Dispose();
    }

    private async Task FlipAsync()
    {
        if (_nik is not null)
        {
            Hide();
            return;
        }

        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await Opening.RevealNikAsync(RequestId, PersonId, await Acting.ActAsync());
        _problem = outcome.IsOk ? null : outcome.Message;
        if (outcome.IsOk && !_gone)
        {
            _nik = outcome.Value;
            _timer?.Dispose();
            _timer = Time.CreateTimer(_ => _ = InvokeAsync(Hide), null, ShownFor, Timeout.InfiniteTimeSpan);
        }
    }

    private void Hide()
    {
        _nik = null;
        if (!_gone)
        {
            StateHasChanged();
        }
    }
}
