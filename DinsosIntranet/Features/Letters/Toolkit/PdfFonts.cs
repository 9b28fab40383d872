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
    private const string FamilyName = "Naskah";
    private static readonly Lazy<FontFaces> Registered = new(SetUp, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>The family really used on this machine, for the "about" page and for tests.</summary>
    public static string Family => Registered.Value.Family;

    public static void Register() => _ = Registered.Value;

    internal static XFont Create(TextStyle style, double size)
    {
        Register();
        var fontStyle = style switch
        {
            TextStyle.Bold => XFontStyleEx.Bold,
            TextStyle.Italic => XFontStyleEx.Italic,
            _ => XFontStyleEx.Regular,
        };
        return new XFont(FamilyName, size, fontStyle, new XPdfFontOptions(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset));
    }

    private static FontFaces SetUp()
    {
        var faces = FontFaces.Find(FontFaces.SystemFolders);
        PdfSharpLicense.SetAgplLicense();
        GlobalFontSettings.FontResolver = new Resolver(faces);
        return faces;
    }

    private sealed class Resolver(FontFaces faces) : IFontResolver
    {
        public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic)
        {
            if (bold)
            {
                return new FontResolverInfo("naskah-bold", mustSimulateBold: false, mustSimulateItalic: italic);
            }

            return italic && faces.Italic is not null
                ? new FontResolverInfo("naskah-italic")
                : new FontResolverInfo("naskah-regular", mustSimulateBold: false, mustSimulateItalic: italic);
        }

        public byte[]? GetFont(string faceName) => faceName switch
        {
            "naskah-bold" => faces.Bold,
            "naskah-italic" => faces.Italic,
            _ => faces.Regular,
        };
    }
}
