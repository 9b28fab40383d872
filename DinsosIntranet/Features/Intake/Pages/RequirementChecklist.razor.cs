using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>
/// What the channel asks for: a tick where it is there, and its scan. A scan ticks its line by itself; a line may be ticked
/// without one, where only the paper was shown.
/// </summary>
public sealed partial class RequirementChecklist
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<StandardRequirement> Requirements { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlySet<string> Present { get; set; }

    [Parameter, EditorRequired]
    public required Guid OwnerId { get; set; }

    [Parameter]
    public IReadOnlyList<AttachmentRow>? Known { get; set; }

    /// <summary>Raised with the code of a requirement and whether it is there.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<(string Code, bool IsPresent)> OnTick { get; set; }

    private static string NoteOf(StandardRequirement requirement) =>
        requirement.Note ?? (requirement.Mandatory ? "wajib" : "bila ada");

    private Task TickAsync(string code, bool isPresent) => OnTick.InvokeAsync((code, isPresent));

    private Task UploadedAsync(string code, AttachmentRow? file) => file is null ? Task.CompletedTask : TickAsync(code, true);
}
