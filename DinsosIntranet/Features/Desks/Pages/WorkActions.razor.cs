using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>What may be done with a request besides its step: take, give back, hand on, pause, resume, withdraw.</summary>
public sealed partial class WorkActions
{
    public const string Jeda = "jeda";
    public const string Serahkan = "serahkan";

    private readonly OneAtATime _acts = new();
    private IReadOnlyList<FieldError> _errors = [];
    private IReadOnlyList<Colleague>? _colleagues;
    private string? _open;
    private string? _problem;
    private string _reason = "";
    private string _colleague = "";
    private string _note = "";
    private ElementReference _first;
    private bool _takesFocus;

    [Inject] public required DeskService Desks { get; init; }

    [Inject] public required RequestQueries Requests { get; init; }

    [Inject] public required ICurrentRights CurrentRights { get; init; }

    [Inject] public required IEnumerable<RequestWords> RegisteredWords { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [Parameter, EditorRequired] public required RequestView View { get; set; }

    /// <summary>Which form stands open at the start, or null.</summary>
    [Parameter] public string? Open { get; set; }

    [Parameter, EditorRequired] public required EventCallback<string> OnDone { get; set; }

    /// <summary>Somebody else was first: the page must read again.</summary>
    [Parameter, EditorRequired] public required EventCallback OnConflict { get; set; }

    private RequestRights Rights => View.Rights;

    private RequestWords Words => RequestWords.Of(RegisteredWords, View.Standard.Code);

    private bool HasActs => Rights is not { MayClaim: false, MayRelease: false, MayPause: false, MayResume: false, MayWithdraw: false };

    protected override async Task OnInitializedAsync()
    {
        if ((Open == Jeda && Rights.MayPause) || (Open == Serahkan && Rights.MayRelease))
        {
            await ToggleAsync(Open);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_takesFocus)
        {
            _takesFocus = false;
            await _first.FocusAsync();
        }
    }

    protected override void OnParametersSet()
    {
        // What was open may have become impossible meanwhile (moved on, taken away).
        if ((_open == Jeda && !Rights.MayPause) || (_open == Serahkan && !Rights.MayRelease))
        {
            Close();
        }
    }

    private string Expanded(string form) => _open == form ? "true" : "false";

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == field)?.Message;

    private async Task ToggleAsync(string form)
    {
        var opens = _open != form;
        Close();
        if (opens)
        {
            _open = form;
            if (form == Serahkan)
            {
                _colleagues = await Requests.ColleaguesAsync(View.Place.DeskCode, Actor!);
            }

            _takesFocus = form == Jeda || _colleagues is { Count: > 0 };
        }
    }

    private void Close() => (_open, _problem, _errors, _reason, _colleague, _note) = (null, null, [], "", "", "");

    private Task ClaimAsync() => ActAsync("Anda ambil.", act => Desks.ClaimAsync(View.Id, act));

    private Task ReleaseAsync() => ActAsync($"Dilepas ke antrean {View.Place.DeskName}.", act => Desks.ReleaseAsync(View.Id, act));

    private Task ResumeAsync() => ActAsync("Jam dilanjutkan.", act => Desks.ResumeAsync(View.Id, act));

    private Task PauseAsync() => ActAsync("Jam dijeda.", act => Desks.PauseAsync(View.Id, _reason, _note, act), "jeda-alasan");

    private Task HandToAsync() => Guid.TryParse(_colleague, out var colleague)
        ? ActAsync($"{Words.RequestFirst} diserahkan ke rekan.", act => Desks.HandToAsync(View.Id, colleague, act, CurrentRights), "serah-rekan", Reason)
        : RefuseAsync([new FieldError("serah-rekan", "Pilih rekan dulu.")]);

    private string? Reason => string.IsNullOrWhiteSpace(_note) ? null : _note.Trim();

    private async Task WithdrawAsync()
    {
        var parameters = new Dictionary<string, object?> { [nameof(WithdrawDialog.RequestId)] = View.Id };
        if (await Dialogs.OpenAsync<WithdrawDialog>($"Catat penarikan {Words.Request} {View.Number}", parameters, ConfirmDialogs.Options()) is true)
        {
            await OnDone.InvokeAsync($"Penarikan {Words.Request} tercatat.");
        }
    }

    private async Task ActAsync(string done, Func<ActionContext, Task<Outcome>> work, string? field = null, string? reason = null)
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await work(await Acting.ActAsync(reason));
        if (outcome.IsOk)
        {
            Close();
            await OnDone.InvokeAsync(done);
            return;
        }

        if (field is not null && outcome.Kind == OutcomeKind.Refused)
        {
            await RefuseAsync([.. outcome.Refusals.Select(r => new FieldError(FieldId(r, field), r.Message))]);
            return;
        }

        Close();
        _problem = outcome.Message;
        await OnConflict.InvokeAsync();
    }

    private static string? FieldId(Refusal refusal, string field) => refusal.Field switch
    {
        null => null,
        "note" => "jeda-catatan",
        _ => field,
    };

    private Task RefuseAsync(IReadOnlyList<FieldError> errors)
    {
        _errors = errors;
        return Task.CompletedTask;
    }
}
