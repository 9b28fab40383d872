using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>Dispositions that name the viewer, unread ones first, then by their day.</summary>
public sealed partial class ReceivedDispositions
{
    private static readonly (ReceivedFilter Filter, string Key, string Text)[] Filters =
    [
        (ReceivedFilter.Pressing, "", "Perlu tindak lanjut"),
        (ReceivedFilter.NotDone, "belum-selesai", "Belum selesai"),
        (ReceivedFilter.All, "semua", "Semua"),
    ];

    private DispositionList<ReceivedDisposition>? _list;
    private AgencySnapshot? _agency;
    private (int Version, int Page, ReceivedFilter Filter, string? Search)? _read;
    private string? _notice;

    [Inject]
    public required DispositionQueries Queries { get; init; }

    [Inject]
    public required DispositionService Dispositions { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>The filter's word in the address; anything unknown shows what presses.</summary>
    [Parameter]
    public string? FilterKey { get; set; }

    [Parameter]
    public int Page { get; set; } = 1;

    /// <summary>What was searched for; null where nothing was.</summary>
    [Parameter]
    public string? Search { get; set; }

    [Parameter]
    public int Version { get; set; }

    private ReceivedFilter Filter => Array.Find(Filters, f => f.Key == FilterKey).Filter;

    private string EmptyText => Search is not null ? "Tidak ditemukan." : Filter switch
    {
        ReceivedFilter.NotDone => "Semua disposisi untuk Anda sudah selesai.",
        ReceivedFilter.All => "Belum ada disposisi yang ditujukan kepada Anda.",
        _ => "Tidak ada disposisi yang perlu tindak lanjut.",
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_read != (Version, Page, Filter, Search))
        {
            _read = (Version, Page, Filter, Search);
            await LoadAsync();
        }
    }

    private static string? Due(ReceivedDisposition row) => row.DueOn is { } due ? $"; batas {IndonesianDates.Short(due)}" : null;

    private static string HrefFor(ReceivedFilter filter, int page) =>
        "/disposisi?lihat=untuk-saya"
        + (filter == ReceivedFilter.Pressing ? "" : "&saring=" + Array.Find(Filters, f => f.Filter == filter).Key)
        + (page == 1 ? "" : $"&hal={page}");

    private async Task LoadAsync()
    {
        var asked = _read;
        _agency = await Queries.AgencyAsync();
        var list = await Queries.ReceivedAsync(Actor, Filter, Page, Search);
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
