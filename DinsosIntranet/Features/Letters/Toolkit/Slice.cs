namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>Where a slice came to stand, and whether it opens or closes its page (a table row then draws its border).</summary>
internal readonly record struct SlicePlace(double X, double Y, bool StartsPage = false, bool EndsPage = false);

/// <summary>A strip of the paper that is never broken over pages: a line of text, a row of a table, a signature.</summary>
internal sealed class Slice(double height, Action<PaperCanvas, SlicePlace> draw)
{
    public double Height { get; } = height;

    /// <summary>Stays on the page of the slice that follows.</summary>
    public bool KeepsWithNext { get; set; }

    /// <summary>Must not be parted from the two lines before it: a signature.</summary>
    public bool KeepsWithPrevious { get; init; }

    /// <summary>Repeated on top of a page that this slice opens: the heading row of its table.</summary>
    public Slice? Head { get; init; }

    /// <summary>White space; it is dropped where a page begins or ends.</summary>
    public bool IsGap { get; private init; }

    /// <summary>Whatever follows begins a new page.</summary>
    public bool TurnsPage { get; private init; }

    public static Slice PageBreak() => new(0, static (_, _) => { }) { IsGap = true, TurnsPage = true };

    public static Slice Gap(double height) => new(height, static (_, _) => { }) { IsGap = true };

    public void Draw(PaperCanvas canvas, SlicePlace place) => draw(canvas, place);
}
