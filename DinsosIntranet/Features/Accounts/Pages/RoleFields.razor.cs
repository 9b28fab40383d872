using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>One role and unit as chosen; empty texts where nothing is.</summary>
public sealed class RoleInput
{
    public string Role { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>Null while no role is chosen.</summary>
    public RoleChoice? Choice => Role.Length > 0 && StaffRoles.FromCode(Role) is { } role ? new RoleChoice(role, Unit.Length > 0 ? Unit : null) : null;
}

/// <summary>Choosing a role and its unit; says so where it will need approval.</summary>
public sealed partial class RoleFields
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required RoleInput Input { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Unit> Units { get; set; }

    [Parameter]
    public string? RoleError { get; set; }

    [Parameter]
    public string? UnitError { get; set; }

    [Parameter]
    public EventCallback OnTyped { get; set; }

    /// <summary>The button beside the fields.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>A role of the whole agency has no unit: a unit chosen before leaves with it.</summary>
    private Task ChangedAsync()
    {
        if (Input.Choice is { UnitCode: not null } choice && RoleRules.IsForWholeAgency(choice.Role))
        {
            Input.Unit = "";
        }

        return OnTyped.InvokeAsync();
    }
}
