namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>Papers are measured in millimetres, PDF in points.</summary>
internal static class Millimetres
{
    public static double Mm(this double millimetres) => millimetres * 72 / 25.4;

    public static double Mm(this int millimetres) => millimetres * 72 / 25.4;
}
