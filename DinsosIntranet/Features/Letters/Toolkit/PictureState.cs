using System.Numerics;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>The graphics state of a PDF page that these papers change.</summary>
internal sealed record PictureState
{
    public Matrix3x2 Matrix { get; init; } = Matrix3x2.Identity;

    public string Fill { get; init; } = "#000";

    public string Stroke { get; init; } = "#000";

    public double LineWidth { get; init; } = 1;

    public string? Dashes { get; init; }

    public bool IsRound { get; init; }

    public double Opacity { get; init; } = 1;

    public PictureFont? Font { get; init; }

    public double FontSize { get; init; }
}
