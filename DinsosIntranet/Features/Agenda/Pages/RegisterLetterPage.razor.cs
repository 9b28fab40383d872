using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agenda.Pages;

/// <summary>The form for a letter that came in; its number comes into being with saving.</summary>
public sealed partial class RegisterLetterPage
{
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly FormErrors _errors = new("surat");
    private readonly LetterInput _input = new();
    private string? _problem;
    private bool _dirty;
    private bool _saved;
    private bool _left;

    [Inject]
    public required AgendaService Agenda { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    protected override async Task OnInitializedAsync() => _input.ReceivedOn ??= (await Agencies.GetAsync()).DateOf(Time.GetUtcNow().UtcDateTime);

    /// <summary>Left only once the saved form is rendered without its guard: nobody is asked whether to leave what was just saved.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (_saved && !_left)
        {
            _left = true;
            Navigation.NavigateTo($"/agenda/{_id}?dicatat=ya");
        }
    }

    private async Task RegisterAsync()
    {
        var outcome = await Agenda.RegisterAsync(_id, _input, await Acting.ActAsync());
        _errors.Set(outcome.Kind == OutcomeKind.Refused ? outcome.Refusals : []);
        _problem = outcome.IsOk || outcome.Kind == OutcomeKind.Refused ? null : outcome.Message;
        _saved = outcome.IsOk;
    }
}
