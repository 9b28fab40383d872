using System.Text;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages.Composing;

/// <summary>
/// A standard, or a version of one, written on a page instead of in a file. What is written is kept as a draft; the finished
/// one passes the same check as a file, and is stored by the same import.
/// </summary>
public sealed partial class StandardComposePage : IAsyncDisposable
{
    public const string Address = "/pengaturan/standar/susun";

    /// <summary>Nobody mends hundreds at a time.</summary>
    private const int MostProblems = 30;

    private readonly FormErrors _errors = new("susun");
    private readonly CancellationTokenSource _gone = new();
    private ComposingChoices? _choices;
    private Work? _work;
    private VersionPreview? _preview;
    private IReadOnlyList<StandardProblem> _problems = [];
    private FormDraft<Work>? _draft;
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private string _key = StandardComposing.Blank;

    [Inject]
    public required StandardComposing Composing { get; init; }

    [Inject]
    public required StandardVersionQueries Queries { get; init; }

    [Inject]
    public required StandardImportService Service { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required DraftStore Drafts { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ILogger<StandardComposePage> Logger { get; init; }

    /// <summary>The standard a new version is wanted of.</summary>
    [SupplyParameterFromQuery(Name = "dari")]
    public string? From { get; set; }

    private string SourceText => _work!.Code is { } code ? $"Versi {_work.Draft.Version} dari {code}" : "Standar baru";

    private string? DraftText => _draft?.Text(_zone);

    protected override async Task OnInitializedAsync()
    {
        _zone = (await Agencies.GetAsync(_gone.Token)).Zone;
        _draft = new FormDraft<Work>(Drafts, (await Acting.ActAsync()).Actor.UserId, DraftKeys.NewStandard, () => _work!, InvokeAsync, StateHasChanged, Time, Logger);
        _work = await _draft.FindAsync(_gone.Token);
        var choices = await Composing.ReadAsync(_gone.Token);
        _key = choices.Sources.FirstOrDefault(s => s.Code is not null && s.Code == From)?.Key ?? _key;
        _choices = choices;
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
        await (_draft?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task BeginAsync()
    {
        var draft = await Composing.BeginAsync(_key, _gone.Token);
        if (draft is null)
        {
            _errors.Set([new Refusal("Standar ini tidak ada lagi. Muat ulang halaman.", nameof(Work.Key))]);
            return;
        }

        _errors.Clear();
        _work = new Work { Key = _key, Code = _choices!.Sources.First(s => s.Key == _key).Code, Draft = draft };
    }

    private async Task StartOverAsync()
    {
        await _draft!.DiscardAsync();
        (_work, _preview, _problems) = (null, null, []);
        _errors.Clear();
    }

    private void Changed()
    {
        _preview = null;
        _draft!.Touch();
    }

    private ImportStandard Command() => new() { Content = Encoding.UTF8.GetBytes(_work!.Draft.ToJson()), Code = _work.Code };

    private async Task CheckAsync()
    {
        (_preview, _problems) = (null, []);
        var missing = StandardDraftRules.Check(_work!.Draft);
        if (missing.Count > 0)
        {
            _errors.Set(missing);
            return;
        }

        var check = await Service.CheckAsync(Command(), _gone.Token);
        if (check.IsGood)
        {
            _errors.Clear();
            _preview = await Queries.PreviewAsync(check.File!.Standard, _gone.Token);
            return;
        }

        _problems = check.Problems;
        _errors.Set([.. check.Problems.Take(MostProblems).Select(RefusalOf)]);
    }

    /// <summary>A problem in the words of the page: steps by their number, without lines of a file nobody sees.</summary>
    private Refusal RefusalOf(StandardProblem problem)
    {
        var step = _work!.Draft.Steps.Find(s => s.Id == problem.Step);
        return step is null
            ? new Refusal((problem with { Line = null }).Text)
            : new Refusal($"Langkah {step.Number}: {problem.Message}.", "langkah-" + step.Id);
    }

    private async Task SaveAsync()
    {
        await _draft!.DropAsync();
        var outcome = await Service.ImportAsync(Command(), await Acting.ActAsync());
        if (!outcome.IsOk)
        {
            _preview = null;
            _draft.Touch();
            _errors.Set([.. outcome.Refusals.Select(r => new Refusal(r.Message))]);
            return;
        }

        await _draft.DiscardAsync();
        Navigation.NavigateTo($"{StandardVersionsPage.Address}/{outcome.Value.Code}/{outcome.Value.VersionNumber}");
    }

    /// <summary>What is being written, and what it began from.</summary>
    internal sealed record Work
    {
        public required string Key { get; init; }

        /// <summary>The standard it is a version of; null for a new one.</summary>
        public required string? Code { get; init; }

        public required StandardDraft Draft { get; init; }
    }
}
