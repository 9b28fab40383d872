using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>The viewer's standing dispositions: what holds, what ended, revoked at once where needed, and the form for a new one.</summary>
public sealed partial class StandingDispositions
{
    private IReadOnlyList<StandingLine>? _lines;
    private (NoticeKind Kind, string Text)? _notice;
    private int? _read;
    private bool _asking;

    [Inject]
    public required DispositionQueries Queries { get; init; }

    [Inject]
    public required StandingDispositionService Standing { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Parameter]
    public int Version { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_read != Version)
        {
            _read = Version;
            _lines = await Queries.StandingAsync(Actor);
        }
    }

    private static string StateText(StandingLine line) => line.State switch
    {
        StandingState.Holds => "Berlaku",
        StandingState.Coming => "Belum mulai",
        StandingState.Revoked => "Dicabut",
        _ => "Berakhir",
    };

    private async Task CreatedAsync(string sentence)
    {
        _notice = (NoticeKind.Done, sentence);
        _lines = await Queries.StandingAsync(Actor);
    }

    private async Task RevokeAsync(StandingLine line)
    {
        if (_asking)
        {
            return;
        }

        _asking = true;
        try
        {
            await AskAndRevokeAsync(line);
        }
        finally
        {
            _asking = false;
        }
    }

    private async Task AskAndRevokeAsync(StandingLine line)
    {
        var question = $"Cabut disposisi tetap {line.Service} ke {line.To}?";
        if (!await Dialogs.AskAsync(question, "Cabut disposisi tetap", "Mulai sekarang permohonan menunggu disposisi Anda lagi. Yang sudah diteruskan tetap berjalan.", keep: "Biarkan berlaku"))
        {
            return;
        }

        var outcome = await Standing.RevokeAsync(line.Id, await Acting.ActAsync());
        _notice = outcome.IsOk ? (NoticeKind.Done, "Disposisi tetap dicabut.") : (NoticeKind.Warning, outcome.Message);
        _lines = await Queries.StandingAsync(Actor);
    }
}
