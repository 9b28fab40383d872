using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Where staff say whom they are close to. What is typed is turned into an index and leaves the screen at once.</summary>
public sealed partial class TiesPage
{
    private readonly FormErrors _errors = new("hubungan");
    private readonly FormErrors _caseErrors = new("hubungan-kasus");
    private DeclareTie _input = new();
    private string _number = "";
    private IReadOnlyList<TieLine> _own = [];
    private Actor? _read;
    private string? _done;

    [Inject]
    public required ConflictService Service { get; init; }

    [Inject]
    public required ConflictQueries Queries { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && !ReferenceEquals(_read, Actor))
        {
            _read = Actor;
            _own = await Queries.OwnAsync(Actor);
        }
    }

    private async Task DeclareAsync()
    {
        _done = null;
        var outcome = await Service.DeclareAsync(_input, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            _input = new DeclareTie { Kind = _input.Kind };
            await SaidAsync("Nomor dinyatakan.");
        }
    }

    private async Task WithdrawAsync(TieLine tie)
    {
        var outcome = await Service.WithdrawAsync(tie.Id, await Acting.ActAsync());
        await SaidAsync(outcome.IsOk ? "Pernyataan dicabut." : outcome.Message);
    }

    private async Task DeclareCaseAsync()
    {
        _done = null;
        var outcome = await Service.DeclareCaseAsync(_number, await Acting.ActAsync());
        _caseErrors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            _number = "";
            await SaidAsync("Hubungan dinyatakan; atasan yang memutuskan.");
        }
    }

    private async Task SaidAsync(string done)
    {
        _done = done;
        _own = await Queries.OwnAsync(Actor!);
    }
}
