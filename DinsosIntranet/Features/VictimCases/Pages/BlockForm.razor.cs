using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>
/// One block being filled in. It saves itself a second after the last key; what is missing never stops it. Nothing is kept
/// in a draft or in the browser: what was typed is in the case, encrypted, or still on this screen.
/// </summary>
public sealed partial class BlockForm : IDisposable
{
    public static readonly TimeSpan SaveDelay = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _saving = new(1, 1);
    private FormErrors _errors = null!;
    private BlockValues _values = new();
    private Dictionary<string, string> _typed = [];
    private ITimer? _timer;
    private Guid? _version;
    private bool _isChanged;
    private bool _isRefused;
    private bool _gone;
    private string? _conflict;
    private string? _state;

    [Inject]
    public required CaseService Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required Guid CaseId { get; set; }

    [Parameter, EditorRequired]
    public required BlockDefinition Definition { get; set; }

    [Parameter, EditorRequired]
    public required Guid BlockId { get; set; }

    [Parameter]
    public Guid? ParentId { get; set; }

    /// <summary>What the values were read at; null for a new block.</summary>
    [Parameter]
    public Guid? Version { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> Values { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnNeedsOpening { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback OnClose { get; set; }

    protected override void OnInitialized()
    {
        _errors = new FormErrors($"{Definition.Code}-{BlockId:N}".ToLowerInvariant());
        _version = Version;

        // An answer to a field the block no longer has would be refused and could not be taken away.
        _typed = Values.Where(v => Definition.Field(v.Key) is not null).ToDictionary();
        _values = BlockValues.From(_typed);
        _timer = Time.CreateTimer(_ => _ = InvokeAsync(AutoSaveAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _gone = true;
        _timer?.Dispose();
        _saving.Dispose();
    }

    /// <summary>As typed, blanks included, so that the caret stays where it is.</summary>
    private string Raw(string field) => _typed.GetValueOrDefault(field, "");

    private void ChangeAsync(BlockField field, string text)
    {
        _typed[field.Code] = text;
        _values[field.Code] = text;
        (_isChanged, _state) = (true, "Belum disimpan");
        _timer!.Change(SaveDelay, Timeout.InfiniteTimeSpan);
    }

    private async Task AutoSaveAsync()
    {
        try
        {
            if (!_gone)
            {
                await SaveAsync();
                StateHasChanged();
            }
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    /// <summary>What was typed a moment ago is saved before the form goes; where it cannot be, the form stays and says why.</summary>
    private async Task FinishAsync()
    {
        if (await SaveAsync())
        {
            await OnClose.InvokeAsync();
        }
    }

    private async Task<bool> SaveAsync()
    {
        await _saving.WaitAsync();
        try
        {
            return !_isChanged || await SaveChangedAsync();
        }
        finally
        {
            if (!_gone)
            {
                _saving.Release();
            }
        }
    }

    private async Task<bool> SaveChangedAsync()
    {
        _isChanged = false;
        var values = new Dictionary<string, string>(_values.All);
        var outcome = await Service.SaveBlockAsync(
            new SaveBlock { CaseId = CaseId, BlockId = BlockId, Kind = Definition.Code, ParentId = ParentId, Version = _version, Values = values }, await Acting.ActAsync());
        if (outcome.IsOk)
        {
            (_version, _conflict, _isRefused) = (outcome.Value.Version, null, false);
            _errors.Clear();
            _state = "Tersimpan pukul " + IndonesianDates.Time(outcome.Value.SavedAt, Zone);
            return true;
        }

        (_isChanged, _isRefused, _state) = (true, true, "Belum disimpan");
        if (outcome.Kind == OutcomeKind.Refused && outcome.Refusals.All(r => r.Field is not null && r.Field != CaseService.OpeningField))
        {
            _errors.Set(outcome.Refusals);
            _conflict = null;
        }
        else
        {
            _errors.Clear();
            _conflict = outcome.Message;
        }

        if (outcome.Refusals.Any(r => r.Field == CaseService.OpeningField))
        {
            await OnNeedsOpening.InvokeAsync();
        }

        return false;
    }
}
