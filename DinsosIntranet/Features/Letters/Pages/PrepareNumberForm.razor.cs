using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>What number a draft will get: the next one, or what the secretariat prepares here.</summary>
public sealed partial class PrepareNumberForm
{
    private readonly OneAtATime _acts = new();
    private bool _isOpen;
    private NumberSource _source;
    private string _after = "";
    private string _typed = "";
    private DateOnly? _date;
    private string _reason = "";
    private string? _problem;
    private IReadOnlyList<NumberChoice> _choices = [];
    private IReadOnlyList<Refusal> _refusals = [];
    private IReadOnlyList<FieldError> _errors = [];

    [Inject]
    public required NumberPreparationService Service { get; init; }

    [Inject]
    public required LetterQueries Queries { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required LetterView View { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    [Parameter, EditorRequired]
    public required bool MayPrepare { get; set; }

    /// <summary>Raised with a sentence when something was prepared or released.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    private string? ErrorOf(string field) => _refusals.FirstOrDefault(r => r.Field == field)?.Message;

    private async Task OpenAsync()
    {
        _choices = await Queries.NumberChoicesAsync(View.Letter.Id, Today.Year, (await Acting.ActAsync()).Actor);
        _isOpen = true;
    }

    private Task PrepareAsync() => RunAsync(
        async act => await Service.PrepareAsync(
            new PrepareNumber
            {
                LetterId = View.Letter.Id,
                Source = _source,
                AfterSequence = int.TryParse(_after, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : null,
                TypedNumber = _typed,
                DatedOn = _date,
                Reason = _reason,
            },
            act),
        "Nomor disiapkan. Penanda tangan melihatnya sebelum menyetujui.");

    private Task ReleaseAsync() => RunAsync(async act => await Service.ReleaseAsync(View.Letter.Id, act), "Surat memakai nomor berikutnya.");

    private async Task RunAsync(Func<ActionContext, Task<Outcome>> write, string done)
    {
        using var turn = _acts.Begin();
        if (turn is null)
        {
            return;
        }

        var outcome = await write(await Acting.ActAsync());
        (_refusals, _errors) = (outcome.Refusals, FieldError.From([.. outcome.Refusals.Where(r => r.Field is not null)]));
        _problem = outcome.Refusals.FirstOrDefault(r => r.Field is null)?.Message;
        if (outcome.IsOk)
        {
            _isOpen = false;
            await OnDone.InvokeAsync(done);
        }
    }
}
