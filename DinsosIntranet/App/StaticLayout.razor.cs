using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.App;

/// <summary>The frame of pages that work without a circuit: sign-in, set-up, public verification, messages.</summary>
public sealed partial class StaticLayout
{
    [Inject]
    public required AgencyAccessor Agency { get; init; }
}
