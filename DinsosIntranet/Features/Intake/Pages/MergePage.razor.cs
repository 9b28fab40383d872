using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>
/// Leads from a record to the one that is the same person, and to both side by side. Whom it is about stands in the
/// address as ids only; what is searched for does not, because it names people.
/// </summary>
public sealed partial class MergePage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<MergePair> _pairs = [];
    private IReadOnlyList<MergeCandidate> _candidates = [];
    private PersonHit? _person;
    private MergeForm? _form;
    private string? _problem;
    private string? _done;
    private (string?, string?)? _shown;
    private bool _isLoaded;

    [Inject] public required PersonMergeQueries Queries { get; init; }

    [Inject] public required PersonMergeService Service { get; init; }

    [Inject] public required ActingUser Acting { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [SupplyParameterFromQuery] public string? Orang { get; set; }

    [SupplyParameterFromQuery] public string? Dengan { get; set; }

    private bool MayMerge => Actor is not null && MergeRules.MayMerge(Actor);

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is null || _shown == (Orang, Dengan))
        {
            return;
        }

        _shown = (Orang, Dengan);
        await ReadAsync();
    }

    internal static string CompareHref(Guid one, Guid other) => $"/orang/gabung?orang={one}&dengan={other}";

    private async Task ReadAsync()
    {
        (_form, _person, _problem, _isLoaded) = (null, null, null, false);
        if (Orang is null)
        {
            _pairs = await Queries.PairsAsync(Actor!, _gone.Token);
        }
        else if (!MayMerge)
        {
            _problem = "Penggabungan dilakukan oleh Front Office atau sekretariat.";
        }
        else if (Guid.TryParse(Orang, out var one) && Guid.TryParse(Dengan, out var other))
        {
            var opened = await Service.OpenAsync(one, other, await Acting.ActAsync(), _gone.Token);
            (_form, _problem) = (opened.IsOk ? opened.Value : null, opened.IsOk ? null : opened.Message);
        }
        else if (await Queries.CandidatesAsync(one, Actor!, _gone.Token) is { } found)
        {
            _done = null;
            (_person, _candidates) = found;
        }
        else
        {
            _problem = "Data orang ini tidak ada, atau tidak untuk Anda. Cari lagi.";
        }

        _isLoaded = true;
    }

    private void Merged()
    {
        _done = "Kedua catatan sudah menjadi satu. Surat yang sudah terbit tidak berubah.";
        Navigation.NavigateTo("/orang/gabung");
    }
}
