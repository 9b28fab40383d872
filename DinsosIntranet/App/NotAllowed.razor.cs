using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.App;

/// <summary>Shown in place of a page the signed-in person may not open; what it says about the trail, it does.</summary>
public sealed partial class NotAllowed
{
    [Inject]
    public required ActorAccessor Actors { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    protected override async Task OnInitializedAsync() =>
        await Actors.RecordRefusalAsync(new Uri(Navigation.Uri).AbsolutePath);
}
