using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>Who decides objections.</summary>
public sealed partial class SuperiorPage
{
    public const string Address = "/pengaturan/atasan-ppid";

    private AgencySnapshot? _agency;
    private SuperiorInput? _input;

    [Inject]
    public required SuperiorService Service { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    protected override FormErrors Errors { get; } = new("atasan");

    protected override Guid? Seen => _agency?.VersionOf(Superior.SettingsPart);

    protected override async Task<Guid?> FindVersionAsync() => (await Agencies.GetAsync()).VersionOf(Superior.SettingsPart);

    protected override async Task FillAsync()
    {
        // The revision first: what is read after it is at least as new, so nothing unseen is saved over.
        _agency = await Agencies.GetAsync();
        _input = await Service.FindAsync();
    }

    private async Task SaveAsync()
    {
        if (await ShowAsync(await Service.SaveAsync(_input!, Seen, await Acting.ActAsync())))
        {
            Done = "Atasan PPID tersimpan.";
        }
    }
}
