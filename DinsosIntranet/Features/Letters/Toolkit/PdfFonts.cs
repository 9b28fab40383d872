using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>
/// The process-wide set-up of PDFsharp: licence and fonts. PDFsharp keeps its font resolver in a static field, so it is
/// set once, by whoever prints or seals first.
/// </summary>
public static class PdfFonts
{
    private static readonly Lazy<IReadOnlyList<(string Family, Lazy<FontFaces> Faces)>> Registered = new(SetUp, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The family papers are printed in unless they name another.</summary>
    public static string Family => Registered.Value[0].Family;

    /// <summary>The families this machine can print with, the preferred first.</summary>
    public static IReadOnlyList<string> Families => [.. Registered.Value.Select(f => f.Family)];

    public static void Register() => _ = Registered.Value;

    internal static XFont Create(string? family, TextStyle style, double size)
    {
        var fontStyle = style switch
        {
            TextStyle.Bold => XFontStyleEx.Bold,
            TextStyle.Italic => XFontStyleEx.Italic,
            _ => XFontStyleEx.Regular,
        };
        var known = Registered.Value.Any(f => f.Family == family) ? family! : Family;
        return new XFont(known, size, fontStyle, new XPdfFontOptions(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset));
    }

    private static IReadOnlyList<(string Family, Lazy<FontFaces> Faces)> SetUp()
    {
        var families = FontFaces.FindAll(FontFaces.SystemFolders);
        PdfSharpLicense.SetAgplLicense();
        GlobalFontSettings.FontResolver = new Resolver(families.ToDictionary(f => f.Family, f => f.Faces));
        return families;
    }

    private sealed class Resolver(Dictionary<string, Lazy<FontFaces>> families) : IFontResolver
    {
        private const string Regular = "|regular";
        private const string Bold = "|bold";
        private const string Italic = "|italic";

        public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic)
        {
            if (!families.TryGetValue(familyName, out var family))
            {
                return null;
            }

            if (bold)
            {
                return new FontResolverInfo(familyName + Bold, mustSimulateBold: false, mustSimulateItalic: italic);
            }

            return italic && family.Value.Italic is not null
                ? new FontResolverInfo(familyName + Italic)
                : new FontResolverInfo(familyName + Regular, mustSimulateBold: false, mustSimulateItalic: italic);
        }

        public byte[]? GetFont(string faceName)
        {
            var end = faceName.LastIndexOf('|');
            var faces = families[faceName[..end]].Value;
            return faceName[end..] switch
            {
                Bold => faces.Bold,
                Italic => faces.Italic,
                _ => faces.Regular,
            };
        }
    }
}
