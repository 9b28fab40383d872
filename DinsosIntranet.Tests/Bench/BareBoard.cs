using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace DinsosIntranet.Tests.Bench;

/// <summary>Tells every open bare board of a change; what one change costs without rules, rights or data.</summary>
internal sealed class BareFeed
{
    private readonly Lock _lock = new();
    private readonly List<Action> _listeners = [];

    public int Number { get; private set; }

    public void Subscribe(Action listener)
    {
        lock (_lock)
        {
            _listeners.Add(listener);
        }
    }

    public void Publish()
    {
        Number++;
        Parallel.ForEach(_listeners, l => l());
    }
}

/// <summary>As many rows and cells as the real board, hard-coded, in one component.</summary>
internal sealed class BareBoard : ComponentBase
{
    private const int Rows = 8;
    private const int Tiles = 25;

    [Inject]
    public BareFeed Feed { get; set; } = null!;

    protected override void OnInitialized() => Feed.Subscribe(() => _ = InvokeAsync(StateHasChanged));

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        for (var row = 0; row < Rows; row++)
        {
            builder.OpenElement(1, "div");
            builder.SetKey(row);
            builder.AddContent(2, "Meja");
            for (var tile = 0; tile < Tiles; tile++)
            {
                builder.OpenElement(3, "a");
                builder.SetKey(tile);
                builder.AddAttribute(4, "class", "ubin hijau");
                builder.AddAttribute(5, "href", "/permohonan/1");
                builder.OpenElement(6, "b");
                builder.AddContent(7, "DTKS 0412");
                builder.CloseElement();
                builder.OpenElement(8, "span");
                builder.AddContent(9, row == 0 && tile == 0 ? Feed.Number.ToString(CultureInfo.InvariantCulture) : "sisa 9 menit");
                builder.CloseElement();
                builder.CloseElement();
            }

            builder.CloseElement();
        }

        builder.CloseElement();
    }
}
