using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>Letterhead, paper and type, with a sample letter made of what is typed.</summary>
public sealed partial class LetterheadPage : IDisposable
{
    private readonly FormErrors _errors = new("kop");
    private readonly CancellationTokenSource _gone = new();
    private LetterheadSettings? _settings;
    private LetterheadForm? _form;
    private LiveRefresh? _live;
    private byte[]? _logo;
    private bool _removesLogo;
    private string? _sample;
    private Guid _userId;
    private bool _dirty;
    private bool _done;
    private bool _stale;

    [Inject]
    public required LetterheadService Service { get; init; }

    [Inject]
    public required LetterheadSamples Samples { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    private bool HasLogo => !_removesLogo && (_logo is not null || _settings?.Agency.LogoFileId is not null);

    private string LogoText => _logo is not null && !_removesLogo ? "Gambar baru dipilih, belum disimpan."
        : HasLogo ? "Lambang terpasang."
        : "Tanpa lambang dicetak gambar netral.";

    private SaveLetterhead Command => new() { Seen = _settings!.Revision?.Version, Input = _form!.Input, Logo = _logo, RemovesLogo = _removesLogo };

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
        Samples.Drop(_userId);
    }

    protected override async Task OnInitializedAsync()
    {
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(ChangedElsewhereAsync), _ => true, Topic.Agency);
        await ReloadAsync();
        await ShowSampleAsync();
    }

    private string Id(string field) => _errors.Id(field);

    private string? Error(string field) => _errors.Of(field);

    private void Typed() => (_dirty, _done) = (true, false);

    private async Task ReloadAsync()
    {
        _settings = await Service.ReadAsync();
        _form = new LetterheadForm(_settings.Agency);
        (_logo, _removesLogo, _dirty, _stale) = (null, false, false, false);
        _errors.Clear();
    }

    private async Task ChangedElsewhereAsync()
    {
        var now = await Service.ReadAsync();
        if (now.Revision?.Version == _settings?.Revision?.Version)
        {
            return;
        }

        _stale = _dirty;
        if (!_dirty)
        {
            await ReloadAsync();
        }

        StateHasChanged();
    }

    private async Task ChooseLogoAsync(InputFileChangeEventArgs change)
    {
        if (change.FileCount == 0)
        {
            return;
        }

        try
        {
            await using var stream = change.File.OpenReadStream(Math.Max(change.File.Size, 1), _gone.Token);
            var buffer = new byte[LetterheadRules.MaxLogoBytes + 1];
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, _gone.Token);
            var content = buffer[..read];
            if (Service.CheckLogo(content) is { } refusal)
            {
                _errors.Set([refusal]);
                return;
            }

            (_logo, _removesLogo) = (content, false);
            Typed();
            await ShowSampleAsync();
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        catch (Exception exception) when (exception is IOException or JSException or TimeoutException)
        {
            _errors.Set([new Refusal("Unggahan terputus. Pilih gambarnya lagi.", LetterheadService.LogoField)]);
        }
    }

    private void RemoveLogo()
    {
        (_logo, _removesLogo) = (null, true);
        Typed();
    }

    private async Task ShowSampleAsync()
    {
        var act = await Acting.ActAsync();
        _userId = act.Actor.UserId;
        var sample = await Service.SampleAsync(Command, act);
        _errors.Set(sample.Refusals);
        if (sample.IsOk)
        {
            _sample = $"/cetak/contoh-kop/{Samples.Keep(_userId, sample.Value)}";
        }
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.SaveAsync(Command, await Acting.ActAsync());
        _done = outcome.IsOk;
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await ReloadAsync();
            await ShowSampleAsync();
        }
    }
}
