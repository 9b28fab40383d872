using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.App;

/// <summary>The person's name in the app bar and the menu behind it. Signing out is a plain form post.</summary>
public sealed partial class PersonMenu
{
    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }
}
