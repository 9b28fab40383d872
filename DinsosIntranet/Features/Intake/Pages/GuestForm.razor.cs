using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>The form for the next guest; after each one it is empty again with the focus in its first field.</summary>
public sealed partial class GuestForm
{
    private readonly OneAtATime _acts = new();
    private AddGuest _guest = new();
    private IReadOnlyList<Refusal> _refusals = [];
    private IReadOnlyList<FieldError> _errors = [];
    private GuestBookEntry? _added;
    private ElementReference _name;
    private bool _toName = true;

    [Inject]
    public required GuestBookService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Unit> Units { get; set; }

    /// <summary>Raised with the new entry's id.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<Guid> OnAdded { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_toName)
        {
            _toName = false;
            await _name.FocusAsync();
        }
    }

    private string? ErrorOf(string field) => _refusals.Of(field);

    private async Task AddAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await Service.AddAsync(_guest, await Acting.ActAsync());
        _refusals = outcome.Refusals;
        _errors = [.. outcome.Refusals.Select(FieldNames.ErrorOf)];
        _added = null;
        if (outcome.IsOk)
        {
            (_guest, _added, _toName) = (new AddGuest(), outcome.Value, true);
            await OnAdded.InvokeAsync(outcome.Value.Id);
        }
    }
}
