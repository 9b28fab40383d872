using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages.Composing;

/// <summary>What a standard is called, who answers for it, what it promises and what comes out.</summary>
public sealed partial class GeneralSection
{
    private static readonly string[] Units = ["menit-kerja", "jam-kerja", "hari-kerja", "hari-kalender", "jam-kalender", PublishedUnits.Unlimited];

    /// <summary>A new version of a standard that is there keeps its code.</summary>
    [Parameter, EditorRequired]
    public required bool IsNewVersion { get; set; }

    private Task ChooseUnitAsync(ChangeEventArgs change)
    {
        var most = Draft.Promise.Most;
        most.Unit = change.Value?.ToString() ?? "";
        most.Amount = most.Unit == PublishedUnits.Unlimited ? null : most.Amount ?? 1;
        return ChangedAsync();
    }

    private Task SetProductAsync(int at, ChangeEventArgs change)
    {
        Draft.Products[at] = change.Value?.ToString() ?? "";
        return ChangedAsync();
    }

    private Task AddProductAsync()
    {
        Draft.Products.Add("");
        return ChangedAsync();
    }

    private Task RemoveProductAsync(int at)
    {
        Draft.Products.RemoveAt(at);
        return ChangedAsync();
    }
}
