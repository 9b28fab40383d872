using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>What waits for the head or the secretary: approved, or declined with a reason.</summary>
public sealed partial class RoleApprovalPage
{
    public const string Address = "/persetujuan-peran";

    private IReadOnlyList<RoleProposalLine>? _waiting;
    private TimeZoneInfo? _zone;
    private PageNotice? _notice;
    private Guid? _declining;
    private string _reason = "";
    private string? _reasonError;

    [Inject]
    public required StaffQueries Queries { get; init; }

    [Inject]
    public required RoleService Roles { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Follow(Topic.Accounts);
        await ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        _zone = (await Agencies.GetAsync()).Zone;
        _waiting = await Queries.WaitingAsync();
    }

    private async Task ApproveAsync(RoleProposalLine proposal) =>
        await ShowAsync(await Roles.ApproveAsync(proposal.Id, await Acting.ActAsync()), $"{proposal.Title} untuk {proposal.Person} disetujui dan berlaku sekarang.");

    private void StartDeclining(RoleProposalLine proposal) => (_declining, _reason, _reasonError) = (proposal.Id, "", null);

    private async Task DeclineAsync(RoleProposalLine proposal)
    {
        var outcome = await Roles.DeclineAsync(proposal.Id, _reason, await Acting.ActAsync());
        _reasonError = outcome.Refusals.FirstOrDefault(r => r.Field is not null)?.Message;
        if (_reasonError is null)
        {
            _declining = null;
            await ShowAsync(outcome, $"Usulan {proposal.Title} untuk {proposal.Person} ditolak.");
        }
    }

    private async Task ShowAsync(Outcome outcome, string done)
    {
        _notice = PageNotice.Of(outcome, done);
        await ReadAsync();
    }
}
