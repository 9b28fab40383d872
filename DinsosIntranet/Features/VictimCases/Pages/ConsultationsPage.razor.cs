using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Consultations without a case: three choices at the counter or by phone, and how many there were.</summary>
public sealed partial class ConsultationsPage
{
    private readonly FormErrors _errors = new("konsultasi");
    private RecordConsultation _input = New();
    private IReadOnlyList<ConsultationMonth>? _months;
    private bool _done;

    [Inject]
    public required ConsultationBook Book { get; init; }

    [Inject]
    public required CaseReference Reference { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_months is null && Actor is not null)
        {
            _months = await Book.MonthsAsync(Actor);
        }
    }

    private static RecordConsultation New() => new() { Id = Guid.CreateVersion7() };

    private async Task SaveAsync()
    {
        var outcome = await Book.RecordAsync(_input, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        _done = outcome.IsOk;
        if (outcome.IsOk)
        {
            (_input, _months) = (New(), await Book.MonthsAsync(Actor!));
        }
    }
}
