using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>The form of an objection at the counter. What is typed is kept as a draft until it is registered.</summary>
public sealed partial class NewObjectionPage
{
    private readonly OneAtATime _acts = new();
    private readonly CancellationTokenSource _gone = new();
    private readonly FormErrors _errors = new("keberatan");
    private readonly Guid _id = Guid.CreateVersion7();
    private ObjectionInput _input = new();
    private ObjectionFormView? _view;
    private FormDraft<ObjectionInput>? _draft;
    private RegisteredObjection? _registered;
    private AgencySnapshot? _agency;
    private TimeZoneInfo? _zone;
    private Guid? _shown;
    private string? _problem;
    private bool _missing;

    [Inject]
    public required ObjectionService Service { get; init; }

    [Inject]
    public required ObjectionQueries Queries { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<NewObjectionPage> Logger { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public Guid RequestId { get; set; }

    /// <summary>The ground that carries the group's id, so that the summary leads to it.</summary>
    private GroundChoice? First => _view?.Grounds.FirstOrDefault(g => g.ArisesOn is not null) ?? _view?.Grounds[0];

    private DateOnly? AnswerBy => _view is { } view && _input.ReceivedOn is { } day && day != IndonesianDates.Unreadable && day <= view.Today
        ? ObjectionRules.AnswerBy(day, view.Times, _agency!.Calendar)
        : null;

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is null || _shown == RequestId)
        {
            return;
        }

        _shown = RequestId;
        _agency = await Agencies.GetAsync(_gone.Token);
        _zone = _agency.Zone;
        _view = await Queries.FormAsync(RequestId, Actor, _gone.Token);
        _missing = _view is null;
        if (_view is not { } view)
        {
            return;
        }

        _draft = new FormDraft<ObjectionInput>(Drafts, Actor.UserId, ObjectionService.DraftKey(RequestId), () => _input, InvokeAsync, StateHasChanged, Time, Logger);
        _input = await _draft.FindAsync(_gone.Token) ?? new ObjectionInput { ReceivedOn = view.Today, Purpose = view.Purpose };
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        if (_draft is not null)
        {
            await _draft.DisposeAsync();
        }
    }

    private static string Reach(GroundChoice ground) => ground.ArisesOn is { } day
        ? $"sejak {IndonesianDates.Letter(day)}; diajukan paling lambat {IndonesianDates.Letter(ground.LodgeBy!.Value)}"
        : ground.WhyNot!;

    private void Typed()
    {
        if (!_acts.IsBusy)
        {
            _draft?.Touch();
        }
    }

    private void Received(DateOnly? day)
    {
        _input.ReceivedOn = day;
        Typed();
    }

    private void Toggle(string code, bool isChosen)
    {
        if (isChosen)
        {
            _input.Grounds.Add(code);
        }
        else
        {
            _input.Grounds.Remove(code);
        }
    }

    private async Task RegisterAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        await _draft!.DropAsync();
        var outcome = await Service.RegisterAsync(_id, RequestId, _input, await Acting.ActAsync());
        _errors.Set(outcome.Kind == OutcomeKind.Refused ? outcome.Refusals : []);
        _problem = outcome.IsOk || outcome.Kind == OutcomeKind.Refused ? null : outcome.Message;
        if (outcome.IsOk)
        {
            _registered = outcome.Value;
            return;
        }

        _draft.Touch();
    }
}
