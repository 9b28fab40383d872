using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>The officials and who stands in for them; one form is open at a time.</summary>
public sealed partial class OfficialsPage
{
    public const string Address = "/pengaturan/pejabat";

    private OfficialsView? _view;
    private (NoticeKind Kind, string Text)? _notice;
    private Guid? _editing;
    private bool _isAdding;
    private bool _typed;
    private int _formNumber;

    [Inject]
    public required OfficialQueries Queries { get; init; }

    [Inject]
    public required OfficialService Officials { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    protected override async Task OnInitializedAsync()
    {
        Follow(Topic.Accounts, Topic.Agency);
        await ReadAsync();
    }

    private static string Period(DateOnly from, DateOnly? until) => $"{IndonesianDates.Short(from)}–{(until is { } end ? IndonesianDates.Short(end) : "seterusnya")}";

    private static string Word(PeriodState state) => state switch
    {
        PeriodState.Now => "Berlaku",
        PeriodState.Coming => "Belum mulai",
        PeriodState.Revoked => "Dicabut",
        _ => "Berakhir",
    };

    private void Open(OfficialLine? official) => (_isAdding, _editing, _notice) = (official is null, official?.Id, null);

    private void Close() => (_isAdding, _editing, _typed) = (false, null, false);

    protected override async Task ReadAsync() => _view = await Queries.ReadAsync();

    private async Task DoneAsync(string sentence)
    {
        Close();
        _formNumber++;
        _notice = (NoticeKind.Done, sentence);
        await ReadAsync();
    }

    private async Task RevokeAsync(StandInLine standIn)
    {
        var title = standIn.Kind.Prefix() + standIn.PositionTitle;
        if (!await Dialogs.AskAsync($"Cabut {standIn.ActingName} sebagai {title}?", "Cabut", "Haknya sebagai pelaksana berakhir seketika. Yang sudah ditandatangani tetap sah.", keep: "Biarkan berlaku"))
        {
            return;
        }

        var outcome = await Officials.RevokeStandInAsync(standIn.Id, await Acting.ActAsync());
        _notice = outcome.IsOk ? (NoticeKind.Done, $"{standIn.ActingName} tidak lagi {title}.") : (NoticeKind.Warning, outcome.Message);
        await ReadAsync();
    }
}
