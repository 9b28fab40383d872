using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages;

/// <summary>How the agency takes complaints, as published. Addresses stand as text: some are published in a form no browser could follow.</summary>
public partial class StandardComplaints
{
    [Parameter, EditorRequired] public required ComplaintProcedure Procedure { get; set; }

    [Parameter, EditorRequired] public required string Agency { get; set; }
}
