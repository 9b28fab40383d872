using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>Dispositions that name the viewer, unread ones first.</summary>
public sealed partial class ReceivedDispositions
{
    private DispositionList<ReceivedDisposition>? _list;
    private AgencySnapshot? _agency;
    private (int Version, int Page, bool All)? _read;
    private string? _notice;

    [Inject]
    public required DispositionQueries Queries { get; init; }

    [Inject]
    public required DispositionService Dispositions { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter]
    public bool ShowAll { get; set; }

    [Parameter]
    public int Page { get; set; } = 1;

    [Parameter]
    public int Version { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_read != (Version, Page, ShowAll))
        {
            _read = (Version, Page, ShowAll);
            await LoadAsync();
        }
    }

    private static string? Due(ReceivedDisposition row) => row.DueOn is { } due ? $"; batas {IndonesianDates.Short(due)}" : null;

    private string HrefFor(int page) => $"/disposisi?lihat=untuk-saya{(ShowAll ? "&semua=ya" : "")}&hal={page}";

    private async Task LoadAsync()
    {
        var asked = _read;
        _agency = await Queries.AgencyAsync();
        var list = await Queries.ReceivedAsync(Actor, !ShowAll, Page);
        if (asked == _read)
        {
            _list = list;
        }
    }

    private async Task ReadAsync(ReceivedDisposition row)
    {
        var outcome = await Dispositions.MarkReadAsync(row.Id, await Acting.ActAsync());
        _notice = outcome.IsOk ? null : outcome.Message;
        await LoadAsync();
    }
}
