using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks;

/// <summary>What a capability shows of its requests on their page, whatever step they stand at. Registered by the code of its standard.</summary>
public sealed record RequestDetailsPanel(string StandardCode, Type Component);

/// <summary>The section itself: shown to whoever may read what the request holds.</summary>
public abstract class RequestDetails : LiveComponent
{
    [Parameter, EditorRequired]
    public required Guid RequestId { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    [Parameter, EditorRequired]
    public required AgencySnapshot Agency { get; set; }

    /// <summary>Raised when the section changed the request, with a sentence saying what happened.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }
}
