using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>Letterhead, paper and type, with a sample letter made of what is typed.</summary>
public sealed partial class LetterheadPage
{
    private LetterheadSettings? _settings;
    private LetterheadForm? _form;
    private byte[]? _logo;
    private bool _removesLogo;
    private string? _sample;
    private Guid _userId;

    [Inject]
    public required LetterheadService Service { get; init; }

    [Inject]
    public required LetterheadSamples Samples { get; init; }

    protected override FormErrors Errors { get; } = new("kop");

    protected override Guid? Seen => _settings?.Revision?.Version;

    private bool HasLogo => !_removesLogo && (_logo is not null || _settings?.Agency.LogoFileId is not null);

    private string LogoText => _logo is not null && !_removesLogo ? "Gambar baru dipilih, belum disimpan."
        : HasLogo ? "Lambang terpasang."
        : "Tanpa lambang dicetak gambar netral.";

    private SaveLetterhead Command => new() { Seen = Seen, Input = _form!.Input, Logo = _logo, RemovesLogo = _removesLogo };

    public override void Dispose()
    {
        base.Dispose();
        Samples.Drop(_userId);
    }

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        await ShowSampleAsync();
    }

    private string Id(string field) => Errors.Id(field);

    private string? Error(string field) => Errors.Of(field);

    protected override async Task<Guid?> FindVersionAsync() => (await Service.ReadAsync()).Revision?.Version;

    protected override async Task FillAsync()
    {
        _settings = await Service.ReadAsync();
        _form = new LetterheadForm(_settings.Agency);
        (_logo, _removesLogo) = (null, false);
    }

    private async Task ChooseLogoAsync(InputFileChangeEventArgs change)
    {
        if (change.FileCount == 0)
        {
            return;
        }

        try
        {
            await using var stream = change.File.OpenReadStream(Math.Max(change.File.Size, 1), Gone);
            var buffer = new byte[LetterheadRules.MaxLogoBytes + 1];
            var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, Gone);
            var content = buffer[..read];
            if (Service.CheckLogo(content) is { } refusal)
            {
                Errors.Set([refusal]);
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
            Errors.Set([new Refusal("Unggahan terputus. Pilih gambarnya lagi.", LetterheadService.LogoField)]);
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
        Errors.Set(sample.Refusals);
        if (sample.IsOk)
        {
            _sample = $"/cetak/contoh-kop/{Samples.Keep(_userId, sample.Value)}";
        }
    }

    private async Task SaveAsync()
    {
        if (await ShowAsync(await Service.SaveAsync(Command, await Acting.ActAsync())))
        {
            Done = "Kop surat tersimpan.";
            await ShowSampleAsync();
        }
    }
}
