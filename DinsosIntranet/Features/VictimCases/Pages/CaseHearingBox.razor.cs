using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The court calendar of a case: questionings and hearings, who accompanies, and whether the social report is there.</summary>
public sealed partial class CaseHearingBox
{
    private readonly FormErrors _errors = new("jadwal");
    private readonly FormErrors _listErrors = new("jadwal-daftar");
    private BookHearing _input = null!;
    private string _companion = "";

    [Parameter, EditorRequired]
    public required CaseFollowUps View { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<TeamLine> Team { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    protected override void OnInitialized() => Begin();

    private void Begin() => (_input, _companion) = (new BookHearing { CaseId = CaseId, HearingId = Guid.CreateVersion7() }, "");

    private string Label(HearingRow row) => IndonesianDates.ShortWithTime(row.StartsAt, Zone);

    private async Task BookAsync()
    {
        _input.CompanionId = Guid.TryParse(_companion, out var id) ? id : null;
        if (await RunAsync(_errors, act => Service.BookHearingAsync(_input, act), "Jadwal disimpan."))
        {
            Begin();
        }
    }

    private Task<bool> CancelAsync(HearingRow row) => RunAsync(_listErrors, act => Service.CancelHearingAsync(CaseId, row.Id, act), "Jadwal dibatalkan.");

    private Task<bool> ReportAsync(HearingRow row) => RunAsync(_listErrors, act => Service.ReportHandedInAsync(CaseId, row.Id, act), "Laporan sosial dicatat terkirim.");

    private Task<bool> LetterAsync(HearingRow row) => RunAsync(_listErrors, act => Service.SubmitCompanionLetterAsync(CaseId, row.Id, act), "Surat tugas diajukan untuk ditandatangani.");
}
