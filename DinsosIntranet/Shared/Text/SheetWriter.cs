using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace DinsosIntranet.Shared.Text;

public enum SheetFormat
{
    Text,
    Date,
}

/// <summary>A column of the sheet: its head, its width in letters, how its cells are shown.</summary>
public sealed record SheetColumn(string Head, int Width, SheetFormat Format = SheetFormat.Text);

/// <summary>One cell. Text is always text, whatever it begins with; see <see cref="SheetWriter"/>.</summary>
public readonly record struct SheetCell(string? Text, double? Figure)
{
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    public static SheetCell Number(int number) => new(null, number);

    public static SheetCell FromString(string? text) => new(text, null);

    public static SheetCell FromDateOnly(DateOnly? day) => new(null, day is { } given ? given.DayNumber - Epoch.DayNumber : null);

    public static implicit operator SheetCell(string? text) => FromString(text);

    public static implicit operator SheetCell(DateOnly? day) => FromDateOnly(day);

    public static implicit operator SheetCell(DateOnly day) => FromDateOnly(day);
}

/// <summary>
/// Writes one sheet of an Excel workbook (.xlsx) row by row into a stream that need not be seekable: nothing is kept in
/// memory. Text stands in the file as an inline string with the mark of quoted text, so that nothing typed by a
/// stranger ("=HYPERLINK(…)", "+62…") is ever read as a formula, not even when the cell is edited.
/// </summary>
public sealed class SheetWriter : IAsyncDisposable
{
    /// <summary>What one cell of Excel holds.</summary>
    private const int MostLetters = 32_767;

    /// <summary>So much is gathered before it goes out.</summary>
    private const int PushFrom = 16 * 1024;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int HeadStyle = 1;
    private const int TextStyle = 2;
    private const int DateStyle = 3;

    private static readonly XmlWriterSettings Form = new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false };

    private readonly Stream _target;
    private readonly PendingBytes _pending;
    private readonly ZipArchive _archive;
    private readonly Stream _part;
    private readonly XmlWriter _xml;
    private readonly IReadOnlyList<SheetColumn> _columns;
    private readonly CancellationToken _cancellation;
    private int _row;

    private SheetWriter(Stream target, PendingBytes pending, ZipArchive archive, Stream part, IReadOnlyList<SheetColumn> columns, CancellationToken cancellationToken)
    {
        (_target, _pending, _archive, _part, _columns, _cancellation) = (target, pending, archive, part, columns, cancellationToken);
        _xml = XmlWriter.Create(part, Form);
    }

    /// <summary>The workbook with its heads, ready for rows; it is a whole file once the writer is disposed.</summary>
    public static async Task<SheetWriter> BeginAsync(Stream target, string name, IReadOnlyList<SheetColumn> columns, CancellationToken cancellationToken)
    {
        var pending = new PendingBytes();
        var archive = new ZipArchive(pending, ZipArchiveMode.Create, leaveOpen: true);
        await AddAsync(archive, "[Content_Types].xml", ContentTypes, cancellationToken);
        await AddAsync(archive, "_rels/.rels", Relations("officeDocument", "xl/workbook.xml"), cancellationToken);
        await AddAsync(archive, "xl/workbook.xml", Workbook(name), cancellationToken);
        await AddAsync(archive, "xl/_rels/workbook.xml.rels", Relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"), cancellationToken);
        await AddAsync(archive, "xl/styles.xml", Styles, cancellationToken);
        var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
        var sheet = new SheetWriter(target, pending, archive, part, columns, cancellationToken);
        await sheet.BeginSheetAsync();
        return sheet;
    }

    /// <summary>The next row; one cell for each column.</summary>
    public async Task RowAsync(IReadOnlyList<SheetCell> cells)
    {
        if (cells.Count != _columns.Count)
        {
            throw new ArgumentException($"A row of this sheet has {_columns.Count} cells, not {cells.Count}.", nameof(cells));
        }

        _cancellation.ThrowIfCancellationRequested();
        await StartRowAsync();
        for (var i = 0; i < cells.Count; i++)
        {
            await CellAsync(i, cells[i], _columns[i].Format == SheetFormat.Date ? DateStyle : TextStyle);
        }

        await _xml.WriteEndElementAsync();
        await _pending.PushAsync(_target, PushFrom, _cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _xml.WriteEndElementAsync();
        await StartAsync("autoFilter");
        await _xml.WriteAttributeStringAsync(null, "ref", null, $"A1:{Letters(_columns.Count - 1)}{_row}");
        await _xml.WriteEndElementAsync();
        await _xml.WriteEndElementAsync();
        await _xml.FlushAsync();
        await _xml.DisposeAsync();
        await _part.DisposeAsync();
        _archive.Dispose();
        await _pending.PushAsync(_target, 0, _cancellation);
        await _pending.DisposeAsync();
    }

    /// <summary>"A" for the first column, "AA" for the twenty-seventh.</summary>
    internal static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return letters;
    }

    private async Task BeginSheetAsync()
    {
        await _xml.WriteStartDocumentAsync();
        await _xml.WriteStartElementAsync(null, "worksheet", Main);
        await _xml.WriteRawAsync("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        await StartAsync("cols");
        for (var i = 0; i < _columns.Count; i++)
        {
            await StartAsync("col");
            await _xml.WriteAttributeStringAsync(null, "min", null, Text(i + 1));
            await _xml.WriteAttributeStringAsync(null, "max", null, Text(i + 1));
            await _xml.WriteAttributeStringAsync(null, "width", null, Text(_columns[i].Width));
            await _xml.WriteAttributeStringAsync(null, "customWidth", null, "1");
            await _xml.WriteEndElementAsync();
        }

        await _xml.WriteEndElementAsync();
        await StartAsync("sheetData");
        await StartRowAsync();
        for (var i = 0; i < _columns.Count; i++)
        {
            await CellAsync(i, _columns[i].Head, HeadStyle);
        }

        await _xml.WriteEndElementAsync();
    }

    private async Task StartRowAsync()
    {
        await StartAsync("row");
        await _xml.WriteAttributeStringAsync(null, "r", null, Text(++_row));
    }

    private async Task CellAsync(int column, SheetCell cell, int style)
    {
        if (cell.Figure is null && string.IsNullOrEmpty(cell.Text))
        {
            return;
        }

        await StartAsync("c");
        await _xml.WriteAttributeStringAsync(null, "r", null, $"{Letters(column)}{_row}");
        await _xml.WriteAttributeStringAsync(null, "s", null, Text(style));
        if (cell.Figure is { } figure)
        {
            await StartAsync("v");
            await _xml.WriteStringAsync(figure.ToString(CultureInfo.InvariantCulture));
            await _xml.WriteEndElementAsync();
        }
        else
        {
            await _xml.WriteAttributeStringAsync(null, "t", null, "inlineStr");
            await StartAsync("is");
            await StartAsync("t");
            await _xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
            await _xml.WriteStringAsync(Clean(cell.Text!));
            await _xml.WriteEndElementAsync();
            await _xml.WriteEndElementAsync();
        }

        await _xml.WriteEndElementAsync();
    }

    private Task StartAsync(string name) => _xml.WriteStartElementAsync(null, name, Main);

    /// <summary>Without the signs XML cannot hold, and no longer than a cell.</summary>
    private static string Clean(string text)
    {
        var clean = text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
        return clean.Length > MostLetters ? clean[..MostLetters] : clean;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task AddAsync(ZipArchive archive, string path, string xml, CancellationToken cancellationToken)
    {
        await using var part = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
        await part.WriteAsync(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml), cancellationToken);
    }

    private const string ContentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
        """;

    /// <summary>Plain; bold heads; quoted text that wraps; dates.</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>
        """;

    private static string Workbook(string name) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"{name}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

    private static string Relations(params ReadOnlySpan<string> pairs)
    {
        var text = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (var i = 0; i < pairs.Length; i += 2)
        {
            text.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{(i / 2) + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{pairs[i]}\" Target=\"{pairs[i + 1]}\"/>");
        }

        return text.Append("</Relationships>").ToString();
    }

    /// <summary>
    /// Takes what the archive writes and holds it until it is pushed on. Closing an entry of an archive writes without
    /// waiting, which the body of an answer does not allow.
    /// </summary>
    private sealed class PendingBytes : Stream
    {
        private readonly MemoryStream _held = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public async Task PushAsync(Stream target, int least, CancellationToken cancellationToken)
        {
            if (_held.Length > least)
            {
                await target.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancellationToken);
                _held.SetLength(0);
            }
        }

        public override void Flush()
        {
            // What is held goes out when it is pushed.
        }

        public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _held.Dispose();
            base.Dispose(disposing);
        }
    }
}
