using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace DinsosIntranet.Shared.Ui;

/// <summary>Asks before a page with changes that are not saved is left.</summary>
public sealed partial class UnsavedChanges
{
    [Inject]
    public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required bool IsDirty { get; set; }

    private async Task AskAsync(LocationChangingContext context)
    {
        if (IsDirty && !await Dialogs.AskAsync("Tinggalkan halaman tanpa menyimpan?", "Tinggalkan", "Perubahan yang belum disimpan akan hilang."))
        {
            context.PreventNavigation();
        }
    }
}
