using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Which parts of a case stand on Form A, B and C.</summary>
public sealed partial class FormsPage
{
    public const string Address = "/pengaturan/formulir-kasus";

    private readonly FormErrors _errors = new("formulir");
    private LiveRefresh? _live;
    private FormSettings? _settings;
    private List<Typing> _forms = [];
    private string? _done;
    private bool _dirty;
    private bool _stale;

    [Inject]
    public required CaseForms Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    public void Dispose() => _live?.Dispose();

    protected override Task OnInitializedAsync()
    {
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(ChangedElsewhereAsync), _ => true, Topic.Agency);
        return ReadAsync();
    }

    private void Typed() => (_dirty, _done) = (true, null);

    private void Tick(Typing form, string part, bool isOn)
    {
        _ = isOn ? form.Parts.Add(part) : form.Parts.Remove(part);
        Typed();
    }

    private async Task ReadAsync()
    {
        _settings = await Service.ReadAsync();
        _forms = [.. _settings.Current.Forms.Select(f => new Typing(f.Code) { Title = f.Title, Parts = [.. f.Blocks] })];
        (_dirty, _stale) = (false, false);
    }

    private Task ReloadAsync()
    {
        _done = null;
        _errors.Clear();
        return ReadAsync();
    }

    /// <summary>Another administrator saved: read again, but never under somebody's typing.</summary>
    private async Task ChangedElsewhereAsync()
    {
        if ((await Service.ReadAsync()).Revision?.Version == _settings?.Revision?.Version)
        {
            return;
        }

        _stale = _dirty;
        if (!_stale)
        {
            await ReadAsync();
        }

        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.SaveAsync(
            new SaveForms { Seen = _settings!.Revision?.Version, Forms = [.. _forms.Select(f => new FormTemplate(f.Code, f.Title, [.. f.Parts]))] }, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await ReadAsync();
            _done = $"Formulir tersimpan sebagai versi {_settings!.Current.Number}.";
        }
    }

    /// <summary>One form as it is being changed.</summary>
    private sealed class Typing(string code)
    {
        public string Code { get; } = code;

        public string Title { get; set; } = "";

        public required HashSet<string> Parts { get; init; }
    }
}
