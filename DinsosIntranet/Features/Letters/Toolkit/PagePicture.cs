using System.Globalization;
using System.Text;
using System.Xml;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>
/// A paper of our own as one picture (SVG), its pages below each other: read back from the finished PDF and drawn with the
/// operators the toolkit uses, so the picture shows what the file says. For phones, whose browsers show no PDF inside a page.
/// Never for files from outside.
/// </summary>
public static class PagePicture
{
    public const string ContentType = "image/svg+xml";

    /// <summary>White space between two pages, in points.</summary>
    private const double Gap = 12;

    public static byte[] Draw(byte[] pdf)
    {
        using var source = new MemoryStream(pdf, writable: false);
        using var document = PdfReader.Open(source, PdfDocumentOpenMode.Modify);
        var pages = document.Pages.Cast<PdfPage>().ToList();
        var width = pages.Max(p => p.Width.Point);
        var height = pages.Sum(p => p.Height.Point + Gap) - Gap;
        using var output = new MemoryStream();
        using (var svg = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true }))
        {
            svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            svg.WriteAttributeString("viewBox", $"0 0 {Number(width)} {Number(height)}");
            svg.WriteAttributeString("width", Number(width));
            svg.WriteAttributeString("height", Number(height));
            var top = 0.0;
            foreach (var page in pages)
            {
                new PageDrawing(page, svg, top).Draw();
                top += page.Height.Point + Gap;
            }

            svg.WriteEndElement();
        }

        return output.ToArray();
    }

    internal static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
