using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>One proposal: what approving it erases and keeps, before anything is done, then the password once more.</summary>
public sealed partial class DestructionProposalBox
{
    private FormErrors _errors = null!;
    private FormErrors _declineErrors = null!;
    private bool _isUnderstood;
    private string _password = "";
    private string _reason = "";

    [Inject]
    public required RetentionService Service { get; init; }

    [Inject]
    public required CaseReference Reference { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required DestructionProposal Proposal { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }

    protected override void OnInitialized() => (_errors, _declineErrors) = (new FormErrors($"musnah-{Proposal.Id:N}"), new FormErrors($"tolak-{Proposal.Id:N}"));

    private async Task ApproveAsync()
    {
        var outcome = await Service.ApproveAsync(new ApproveDestruction { Id = Proposal.Id, IsUnderstood = _isUnderstood, Password = _password }, await Acting.ActAsync());
        _password = "";
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync($"Isi {Proposal.Number} dimusnahkan. Berita acaranya ada di register pemusnahan.");
        }
    }

    private async Task DeclineAsync()
    {
        var outcome = await Service.DeclineAsync(Proposal.Id, _reason, await Acting.ActAsync());
        _declineErrors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await OnDone.InvokeAsync($"Usulan {Proposal.Number} ditolak.");
        }
    }
}
