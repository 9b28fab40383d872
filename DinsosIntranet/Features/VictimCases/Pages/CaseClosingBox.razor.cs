using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>Closing a case: what is missing, the proposal with the victim's own words, the supervisor's answer, and taking the case up again.</summary>
public sealed partial class CaseClosingBox
{
    private static readonly (ReviewState, string)[] Choices = [(ReviewState.Approved, "Setujui"), (ReviewState.Revision, "Kembalikan")];

    private readonly FormErrors _errors = new("tutup");
    private readonly FormErrors _reopenErrors = new("buka-lagi");
    private readonly HashSet<string> _checks = [];
    private ProposeClosure _input = null!;
    private string _reopenReason = "";

    [Parameter, EditorRequired]
    public required CaseFollowUps View { get; set; }

    /// <summary>The case is still being worked on.</summary>
    [Parameter, EditorRequired]
    public required bool IsOpen { get; set; }

    protected override void OnInitialized() => Begin();

    private void Begin()
    {
        _input = new ProposeClosure { CaseId = CaseId };
        _checks.Clear();
    }

    private static string Words(ClosureRow row) => row switch
    {
        { Reopened: not null } => "Ditutup, lalu dibuka lagi",
        { State: ReviewState.Waiting } => "Menunggu putusan atasan",
        { State: ReviewState.Approved } => "Disetujui",
        _ => "Dikembalikan",
    };

    private void Tick(string code, bool isTicked)
    {
        if (isTicked)
        {
            _checks.Add(code);
        }
        else
        {
            _checks.Remove(code);
        }
    }

    private async Task ProposeAsync()
    {
        _input.Checks = [.. _checks];
        if (await RunAsync(_errors, act => Service.ProposeClosureAsync(_input, act), "Penutupan diajukan kepada atasan."))
        {
            Begin();
        }
    }

    private async Task ReopenAsync()
    {
        if (await RunAsync(_reopenErrors, act => Service.ReopenAsync(new ReopenCase { CaseId = CaseId, Reason = _reopenReason }, act), "Kasus dibuka lagi."))
        {
            _reopenReason = "";
        }
    }
}
