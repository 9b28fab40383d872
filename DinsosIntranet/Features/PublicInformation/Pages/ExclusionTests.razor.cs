using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The consequence tests of one request and the form for another; what is typed stays until it is recorded.</summary>
public sealed partial class ExclusionTests : IAsyncDisposable
{
    private readonly FormErrors _errors = new("uji");
    private ExclusionTestInput _input = new();
    private FormDraft<ExclusionTestInput>? _draft;
    private bool _open;

    [Inject]
    public required InformationReference Reference { get; init; }

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<ExclusionTests> Logger { get; init; }

    [Parameter, EditorRequired]
    public required Guid RequestId { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ExclusionTest> Tests { get; set; }

    /// <summary>Words found in the request: the letters they point to are ticked to begin with.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> FlaggedWords { get; set; }

    [Parameter, EditorRequired]
    public required bool CanEdit { get; set; }

    [Parameter, EditorRequired]
    public required Func<ExclusionTestInput, Task<Outcome>> OnAdd { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<Guid> OnRemove { get; set; }

    private string? Hint => FlaggedWords.Count == 0 ? null : $"Kata {string.Join(", ", FlaggedWords)} menunjuk huruf {string.Join(", ", Reference.Words.GroundsOf(FlaggedWords))}. Periksa sendiri.";

    private string PeriodHelp => _input.Grounds.Overlaps(Reference.NotPermanent)
        ? "Pengecualian menurut huruf a sampai f tidak bersifat permanen (pasal 20)."
        : "Misalnya 30 tahun, atau selama yang bersangkutan tidak mengizinkan.";

    protected override async Task OnInitializedAsync()
    {
        if (!CanEdit)
        {
            return;
        }

        _draft = new FormDraft<ExclusionTestInput>(Drafts, Viewer.UserId, $"{RequestId:N}:uji", () => _input, InvokeAsync, StateHasChanged, Time, Logger);
        if (await _draft.FindAsync() is { } kept)
        {
            (_input, _open) = (kept, true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_draft is not null)
        {
            await _draft.DisposeAsync();
        }
    }

    private void Typed() => _draft?.Touch();

    private void Open()
    {
        _open = true;
        if (_input.Grounds.Count == 0)
        {
            _input.Grounds = [.. Reference.Words.GroundsOf(FlaggedWords)];
        }
    }

    private void Close() => _open = false;

    private void Tick(string code, bool isTicked)
    {
        _input.Grounds.Remove(code);
        if (isTicked)
        {
            _input.Grounds.Add(code);
        }
    }

    private async Task AddAsync()
    {
        var outcome = await OnAdd(_input);
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            (_input, _open) = (new ExclusionTestInput(), false);
            await (_draft?.DiscardAsync() ?? Task.CompletedTask);
        }
    }
}
