using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>Who decides about a complaint that concerns the head of agency.</summary>
public sealed partial class SuperiorPage
{
    public const string Address = "/pengaturan/pengaduan";

    private SuperiorSettings? _settings;
    private string _office = "";
    private string _place = "";

    [Inject]
    public required ComplaintSettings Service { get; init; }

    protected override FormErrors Errors { get; } = new("atasan");

    protected override Guid? Seen => _settings?.Revision?.Version;

    protected override async Task<Guid?> FindVersionAsync() => (await Service.ReadAsync()).Revision?.Version;

    protected override async Task FillAsync()
    {
        _settings = await Service.ReadAsync();
        (_office, _place) = (_settings.Office, _settings.Place);
    }

    private async Task SaveAsync()
    {
        if (await ShowAsync(await Service.SaveAsync(new SaveSuperior { Seen = Seen, Office = _office, Place = _place }, await Acting.ActAsync())))
        {
            Done = "Atasan Kepala Dinas tersimpan.";
        }
    }
}
