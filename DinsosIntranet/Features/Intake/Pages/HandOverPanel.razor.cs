using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>The panel at which the letter changes hands: who collects it, on what identity, and for whom.</summary>
public sealed partial class HandOverPanel
{
    private readonly OneAtATime _acts = new();
    private readonly HandOverInput _input = new();
    private IReadOnlyList<FieldError> _errors = [];
    private HandOverView? _view;
    private string? _problem;
    private bool _missing;
    private int _reading;

    [Inject]
    public required HandOverQueries Queries { get; init; }

    [Inject]
    public required HandOverService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    private bool IsKtp => _input.IdentityKind == IdentityKind.Ktp;

    private string NumberLabel => IsKtp ? "NIK di KTP" : "Nomor identitas";

    /// <summary>The page renders again when the request changes: the letter may have been issued or revoked meanwhile.</summary>
    protected override async Task OnParametersSetAsync()
    {
        var reading = ++_reading;
        var view = await Queries.FindAsync(Context.RequestId, Context.Viewer);
        if (reading == _reading)
        {
            if (_view is null && view is { AsksDocument: true, Products: [{ Length: <= HandOverRules.DocumentTitleMaxLength } product, ..] })
            {
                // What the standard promises is mostly what is handed over.
                _input.DocumentTitle = product;
            }

            (_view, _missing) = (view, view is null);
        }
    }

    private static string IdOf(string field) => "serah-" + field;

    private string? ErrorOf(string field) => _errors.FirstOrDefault(e => e.FieldId == IdOf(field))?.Message;

    private async Task HandOverAsync()
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var done = await Service.HandOverAsync(Context.RequestId, _input, await Acting.ActAsync());
        _errors = [.. done.Refusals.Where(r => r.Field is not null).Select(r => new FieldError(IdOf(r.Field!), r.Message))];
        _problem = done.IsOk || _errors.Count > 0 ? null : done.Message;
        if (done.IsOk)
        {
            await OnDone.InvokeAsync($"{(_view?.AsksDocument == true ? "Hasil layanan" : "Surat")} diserahkan. Tanda terima {done.Value.ReceiptNumber} siap dicetak.");
        }
    }
}
