using Bunit;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Tests.Support;

/// <summary>What a test does on a rendered component.</summary>
internal static class RenderedVerbs
{
    /// <summary>Finds and acts in one turn of the renderer, so that nothing is drawn anew between the two.</summary>
    public static void Act<TComponent>(this IRenderedComponent<TComponent> rendered, Action act)
        where TComponent : IComponent => rendered.InvokeAsync(act).GetAwaiter().GetResult();
}
