using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>What the viewer gave: to whom, whether it was read and done, and, while it is unread, how to take it back.</summary>
public sealed partial class SentDispositions
{
    private static readonly (SentFilter Filter, string Key, string Text)[] Filters =
    [
        (SentFilter.All, "", "Semua"),
        (SentFilter.Unread, "belum-dibaca", "Belum dibaca"),
        (SentFilter.Near, "dekat", "Mendekati batas"),
        (SentFilter.Late, "lewat", "Lewat batas"),
    ];

    private DispositionList<SentDisposition>? _list;
    private AgencySnapshot? _agency;
    private (int Version, int Page, SentFilter Filter, string? Search)? _read;
    private (NoticeKind Kind, string Text)? _notice;
    private Guid? _recalling;
    private string? _reason;
    private string? _error;

    [Inject]
    public required DispositionQueries Queries { get; init; }

    [Inject]
    public required DispositionService Dispositions { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>The filter's word in the address; anything unknown shows all.</summary>
    [Parameter]
    public string? FilterKey { get; set; }

    [Parameter]
    public int Page { get; set; } = 1;

    /// <summary>What was searched for; null where nothing was.</summary>
    [Parameter]
    public string? Search { get; set; }

    [Parameter]
    public int Version { get; set; }

    private SentFilter Filter => Array.Find(Filters, f => f.Key == FilterKey).Filter;

    private string EmptyText => Search is not null ? "Tidak ditemukan." : Filter switch
    {
        SentFilter.Unread => "Semua disposisi yang Anda beri sudah dibaca atau diambil.",
        SentFilter.Near => "Tidak ada disposisi yang mendekati batas.",
        SentFilter.Late => "Tidak ada disposisi yang lewat batas.",
        _ => "Belum ada disposisi yang diberikan.",
    };

    protected override async Task OnParametersSetAsync()
    {
        if (_read != (Version, Page, Filter, Search))
        {
            _read = (Version, Page, Filter, Search);
            await LoadAsync();
        }
    }

    private static string? Due(SentDisposition row) => row.DueOn is { } due ? $"; batas {IndonesianDates.Short(due)}" : null;

    private static string HrefFor(SentFilter filter, int page) =>
        "/disposisi?lihat=" + DispositionsPage.Sent
        + (filter == SentFilter.All ? "" : "&saring=" + Array.Find(Filters, f => f.Filter == filter).Key)
        + (page == 1 ? "" : $"&hal={page}");

    private async Task LoadAsync()
    {
        var asked = _read;
        _agency = await Queries.AgencyAsync();
        var list = await Queries.SentAsync(Actor, Filter, Page, Search);
        if (asked == _read)
        {
            _list = list;
        }
    }

    private void Ask(SentDisposition row) => (_recalling, _reason, _error, _notice) = (row.Id, null, null, null);

    private void Keep() => _recalling = null;

    private async Task RemindAsync(SentDisposition row)
    {
        var outcome = await Dispositions.RemindAsync(row.Id, await Acting.ActAsync());
        _notice = outcome.IsOk
            ? (NoticeKind.Done, $"{row.Subject.Number}: {row.ToText} diingatkan.")
            : (NoticeKind.Warning, $"{row.Subject.Number}: {outcome.Message}");
        await LoadAsync();
    }

    private async Task RecallAsync(SentDisposition row)
    {
        var outcome = await Dispositions.RecallAsync(row.Id, _reason, await Acting.ActAsync());
        if (outcome.Refusals.Any(r => r.Field is not null))
        {
            _error = outcome.Message;
            return;
        }

        _recalling = null;
        _notice = outcome.IsOk
            ? (NoticeKind.Done, $"Disposisi {row.Subject.Number} ditarik. Suratnya kembali di Menunggu.")
            : (NoticeKind.Warning, $"{row.Subject.Number}: {outcome.Message}");
        await LoadAsync();
    }
}
