using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The letter to the body that holds the information: typed, on its way, sent.</summary>
public sealed partial class ReferralBox : IAsyncDisposable
{
    private readonly FormErrors _errors = new("terusan");
    private ReferralInput _input = new();
    private FormDraft<ReferralInput>? _draft;
    private DeliveryWay? _way;

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<ReferralBox> Logger { get; init; }

    [Parameter, EditorRequired]
    public required InformationPanelView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter, EditorRequired]
    public required bool CanWork { get; set; }

    [Parameter, EditorRequired]
    public required Func<ReferralInput, Task<Outcome>> OnSubmit { get; set; }

    [Parameter, EditorRequired]
    public required Func<DeliveryWay?, Task<Outcome>> OnSend { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnRecall { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnIssued { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (_input.Address, _input.Note) = (View.Information.OtherBodyAddress ?? "", View.Information.ReferralNote ?? "");
        if (CanWork)
        {
            _draft = new FormDraft<ReferralInput>(Drafts, Viewer.UserId, $"{View.Information.Id:N}:terusan", () => _input, InvokeAsync, StateHasChanged, Time, Logger);
            _input = await _draft.FindAsync() ?? _input;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_draft is not null)
        {
            await _draft.DisposeAsync();
        }
    }

    private void Typed() => _draft?.Touch();

    private async Task SubmitAsync()
    {
        var outcome = await OnSubmit(_input);
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk && _draft is not null)
        {
            await _draft.DiscardAsync();
        }
    }

    private async Task SendAsync() => _errors.Set((await OnSend(_way)).Refusals);
}
