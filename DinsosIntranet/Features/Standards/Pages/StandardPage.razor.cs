using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>One standard as the public reads it.</summary>
public sealed partial class StandardPage
{
    private StandardReading? _reading;
    private bool _missing;

    [Inject]
    public required StandardQueries Queries { get; init; }

    [Parameter]
    public string Code { get; set; } = "";

    private string Title => _reading?.Standard.ShortTitle ?? (_missing ? "Standar tidak ditemukan" : "Standar layanan");

    protected override void OnInitialized() => Follow(Topic.Standards);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override async Task ReadAsync()
    {
        var asked = Code;
        var reading = await Queries.FindAsync(asked);
        if (asked == Code)
        {
            (_reading, _missing) = (reading, reading is null);
        }
    }
}
