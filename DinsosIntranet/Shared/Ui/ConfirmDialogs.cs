using Radzen;

namespace DinsosIntranet.Shared.Ui;

public static class ConfirmDialogs
{
    /// <summary>
    /// Asks before something that cannot be undone: the title is the question, the button the verb, Esc keeps things as they are.
    /// </summary>
    /// <returns>True only when the verb was pressed.</returns>
    public static async Task<bool> AskAsync(this DialogService dialogs, string question, string verb, string? detail = null, string keep = "Kembali ke isian")
    {
        var parameters = new Dictionary<string, object?>
        {
            [nameof(ConfirmDialog.Detail)] = detail,
            [nameof(ConfirmDialog.Verb)] = verb,
            [nameof(ConfirmDialog.KeepText)] = keep,
        };
        var answer = await dialogs.OpenAsync<ConfirmDialog>(question, parameters, Options());
        return answer is true;
    }

    /// <summary>How every dialog of the program opens, for those with fields of their own.</summary>
    public static DialogOptions Options(string width = "480px") => new()
    {
        Width = width,
        ShowClose = false,
        CloseDialogOnEsc = true,
        CloseDialogOnOverlayClick = false,
        AutoFocusFirstElement = true,
        Draggable = false,
        Resizable = false,
    };
}
