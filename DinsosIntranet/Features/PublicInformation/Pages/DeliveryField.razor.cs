using DinsosIntranet.Features.PublicInformation.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>Which way something reaches the applicant.</summary>
public sealed partial class DeliveryField
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public DeliveryWay? Value { get; set; }

    [Parameter]
    public EventCallback<DeliveryWay?> ValueChanged { get; set; }

    private Task ChangeAsync(ChangeEventArgs change) =>
        ValueChanged.InvokeAsync(Enum.TryParse<DeliveryWay>(change.Value as string, out var way) ? way : null);
}
