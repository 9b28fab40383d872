using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>The one time recovery codes are seen.</summary>
public sealed partial class RecoveryCodeList
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Codes { get; set; }
}
