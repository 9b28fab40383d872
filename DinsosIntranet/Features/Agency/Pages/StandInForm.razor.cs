using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>Who exercises an official's position, as what, and between which days.</summary>
public sealed partial class StandInForm
{
    private IReadOnlyList<FieldError> _errors = [];
    private string? _problem;
    private Guid? _officialId;
    private Guid? _actingId;
    private StandInKind _kind = StandInKind.Daily;
    private DateOnly? _from;
    private DateOnly? _until;

    [Inject]
    public required OfficialService Officials { get; init; }

    [Inject]
    public required ActingUser ActingUser { get; init; }

    [Parameter, EditorRequired]
    public required OfficialsView View { get; set; }

    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Parameter]
    public EventCallback OnTyped { get; set; }

    private OfficialLine? Official => View.Officials.FirstOrDefault(o => o.Id == _officialId);

    private OfficialCandidate? Acting => View.Candidates.FirstOrDefault(c => c.UserId == _actingId);

    protected override void OnInitialized() => (_from, _until) = (View.Today, View.Today);

    private static string IdOf(string field) => "pelaksana-" + field;

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == IdOf(field))?.Message;

    private Task TypedAsync() => OnTyped.InvokeAsync();

    private async Task SaveAsync()
    {
        (_errors, _problem) = ([], null);
        var outcome = await Officials.AddStandInAsync(
            new AddStandIn { OfficialId = _officialId ?? Guid.Empty, ActingUserId = _actingId ?? Guid.Empty, Kind = _kind, From = _from, Until = _until },
            await ActingUser.ActAsync());
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync(
                $"{Acting!.Name} menjadi {_kind.Prefix()}{Official!.PositionTitle}, {IndonesianDates.Short(_from!.Value)} sampai dengan {IndonesianDates.Short(_until!.Value)}.");
        }
        else if (outcome.Refusals.Any(r => r.Field is not null))
        {
            _errors = [.. outcome.Refusals.Select(r => new FieldError(r.Field is null ? null : IdOf(r.Field), r.Message))];
        }
        else
        {
            _problem = outcome.Message;
        }
    }
}
