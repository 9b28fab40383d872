using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Putting the assessment before the supervisor, and the supervisor's answer.</summary>
public sealed partial class CaseAssessmentBox
{
    private static readonly (ReviewState, string)[] Choices = [(ReviewState.Approved, "Setujui"), (ReviewState.Revision, "Minta diperbaiki"), (ReviewState.Rejected, "Tolak")];

    private readonly FormErrors _errors = new("asesmen");

    [Parameter, EditorRequired]
    public required CaseFollowUps View { get; set; }

    private static string Words(ReviewState state) => state switch
    {
        ReviewState.Waiting => "Menunggu putusan atasan",
        ReviewState.Approved => "Disetujui",
        ReviewState.Revision => "Diminta diperbaiki",
        _ => "Ditolak",
    };

    private Task<bool> SubmitAsync() => RunAsync(_errors, act => Service.SubmitAssessmentAsync(CaseId, act), "Asesmen diajukan kepada atasan.");
}
