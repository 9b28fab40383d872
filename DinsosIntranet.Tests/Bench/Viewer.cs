using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

// A renderer of one's own is what this is about; the types may change with Blazor, and then this file does.
#pragma warning disable BL0006

namespace DinsosIntranet.Tests.Bench;

/// <summary>
/// One person looking at a page: a renderer and a dispatcher of its own, as a circuit has. It walks each batch as the
/// server does to serialise it, but sends nothing.
/// </summary>
internal sealed class Viewer : Renderer
{
    private readonly ServiceProvider _services;
    private readonly Action _onRendered;

    private Viewer(ServiceProvider services, Action onRendered)
        : base(services, NullLoggerFactory.Instance)
    {
        _services = services;
        _onRendered = onRendered;
    }

    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    /// <summary>Edits and frames of all batches so far.</summary>
    public long Work { get; private set; }

    public static async Task<Viewer> OpenAsync<TPage>(object feed, Action onRendered)
        where TPage : IComponent
    {
        var services = new ServiceCollection();
        services.AddSingleton(feed.GetType(), feed);
        services.AddSingleton<NavigationManager, FixedAddress>();
        services.AddSupplyValueFromQueryProvider();
        var viewer = new Viewer(services.BuildServiceProvider(), onRendered);
        await viewer.Dispatcher.InvokeAsync(async () =>
        {
            var id = viewer.AssignRootComponentId(viewer.InstantiateComponent(typeof(TPage)));
            await viewer.RenderRootComponentAsync(id);
        });
        return viewer;
    }

    public Task CloseAsync() => Dispatcher.InvokeAsync(Dispose);

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        for (var i = 0; i < renderBatch.UpdatedComponents.Count; i++)
        {
            Work += renderBatch.UpdatedComponents.Array[i].Edits.Count;
        }

        for (var i = 0; i < renderBatch.ReferenceFrames.Count; i++)
        {
            Work += renderBatch.ReferenceFrames.Array[i].FrameType == RenderTreeFrameType.Text ? 1 : 0;
        }

        _onRendered();
        return Task.CompletedTask;
    }

    protected override void HandleException(Exception exception) =>
        throw new InvalidOperationException("A viewer's page failed.", exception);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _services.Dispose();
    }

    private sealed class FixedAddress : NavigationManager
    {
        public FixedAddress() => Initialize("http://localhost/", "http://localhost/papan");
    }
}
