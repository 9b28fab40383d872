using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>What stands in the fields; kept as typed until it is accepted.</summary>
public sealed class ParticularsInput
{
    public string FullName { get; set; } = "";

    public string UserName { get; set; } = "";

    public string Position { get; set; } = "";

    public string Nip { get; set; } = "";

    public static ParticularsInput Of(StaffDetail person) => new()
    {
        FullName = person.FullName,
        UserName = person.UserName,
        Position = person.Position,
        Nip = person.Nip ?? "",
    };
}

/// <summary>The fields of a person's particulars, for a new person and an existing one.</summary>
public sealed partial class ParticularsFields
{
    [Parameter, EditorRequired]
    public required ParticularsInput Input { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<FieldError> Errors { get; set; }

    [Parameter]
    public EventCallback OnTyped { get; set; }

    /// <summary>Odd dates only warn: the number is copied from a decree.</summary>
    private string? NipWarning => string.IsNullOrWhiteSpace(Input.Nip) || ErrorOf(nameof(AccountParticulars.Nip)) is not null
        ? null
        : Nip.Read(Input.Nip).Findings.FirstOrDefault(f => f.Level == FindingLevel.Warning)?.Message;

    private string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.FieldId == field)?.Message;

    private Task TypedAsync() => OnTyped.InvokeAsync();
}
