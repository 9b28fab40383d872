using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>The roles of one person: given, proposed, withdrawn, taken away.</summary>
public sealed partial class RolePanel
{
    private RoleInput _input = new();
    private string? _roleError;
    private string? _unitError;

    [Inject]
    public required RoleService Roles { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Parameter, EditorRequired]
    public required StaffDetail Person { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Unit> Units { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter, EditorRequired]
    public required bool IsSelf { get; set; }

    [Parameter]
    public EventCallback<PageNotice> OnDone { get; set; }

    private string Decision(RoleProposalLine proposal)
    {
        var by = proposal.DecidedAt is { } at ? $" {proposal.DecidedBy}, {IndonesianDates.ShortWithTime(at, Zone)}" : "";
        return proposal.State switch
        {
            RoleProposalState.Approved => "Disetujui" + by,
            RoleProposalState.Declined => $"Ditolak{by}: {proposal.Reason}",
            RoleProposalState.Withdrawn => "Ditarik" + by,
            _ => "Menunggu persetujuan Kepala Dinas atau Sekretaris Dinas",
        };
    }

    private async Task AddAsync()
    {
        (_roleError, _unitError) = (null, null);
        if (_input.Choice is not { } choice)
        {
            _roleError = "Pilih peran.";
            return;
        }

        var outcome = await Roles.AddAsync(Person.Id, choice, await Acting.ActAsync());
        if (outcome.IsOk)
        {
            _input = new RoleInput();
            await OnDone.InvokeAsync(PageNotice.Of(outcome, outcome.Value == RoleGrant.Holds
                ? "Peran ditambahkan dan langsung berlaku."
                : "Peran diusulkan. Berlaku setelah disetujui Kepala Dinas atau Sekretaris Dinas."));
            return;
        }

        _roleError = outcome.Refusals.FirstOrDefault(r => r.Field == nameof(RoleChoice.Role))?.Message;
        _unitError = outcome.Refusals.FirstOrDefault(r => r.Field == nameof(RoleChoice.UnitCode))?.Message;
        if (_roleError is null && _unitError is null)
        {
            await OnDone.InvokeAsync(PageNotice.Of(outcome, ""));
        }
    }

    private async Task RemoveAsync(StaffRoleLine role) =>
        await OnDone.InvokeAsync(PageNotice.Of(
            await Roles.RemoveAsync(Person.Id, role.Choice, await Acting.ActAsync()), $"Peran {role.Title} dicabut. Berlaku seketika."));

    private async Task WithdrawAsync(RoleProposalLine proposal) =>
        await OnDone.InvokeAsync(PageNotice.Of(await Roles.WithdrawAsync(proposal.Id, await Acting.ActAsync()), "Usulan ditarik."));
}
