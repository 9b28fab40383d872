using System.IO.Compression;
using DinsosIntranet.Shared.Text;
using Radzen.Documents.Spreadsheet;

namespace DinsosIntranet.Tests.Shared.Text;

/// <summary>The workbook, opened with a library that did not write it.</summary>
public sealed class SheetWriterTests
{
    private static readonly SheetColumn[] Columns = [new("No.", 6), new("Nama", 20), new("Tanggal", 12, SheetFormat.Date)];

    [Theory]
    [InlineData("=HYPERLINK(\"http://contoh.id\",\"klik\")")]
    [InlineData("+62812")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tlaju")]
    [InlineData("a < b & \"c\"")]
    public async Task Row_TextOfAStranger_StaysTextAsTyped(string text)
    {
        var file = await WriteAsync(text);

        var sheet = Open(file);

        Assert.Equal(text, Convert.ToString(sheet.Cells[1, 1].Value, System.Globalization.CultureInfo.InvariantCulture));
        var xml = Part(file, "xl/worksheets/sheet1.xml");
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        Assert.Contains("quotePrefix=\"1\"", Part(file, "xl/styles.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_HeadsFiguresAndDates_ReadBackAsSuch()
    {
        var sheet = Open(await WriteAsync("Siti Aminah"));

        Assert.Equal(["No.", "Nama", "Tanggal"], Enumerable.Range(0, 3).Select(c => sheet.Cells[0, c].Value?.ToString()));
        Assert.Equal(7d, Convert.ToDouble(sheet.Cells[1, 0].Value, System.Globalization.CultureInfo.InvariantCulture));
        var date = sheet.Cells[1, 2].Value;
        Assert.Equal(new DateTime(2026, 11, 23), date is DateTime day ? day : DateTime.FromOADate(Convert.ToDouble(date, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Write_ToAStreamThatCannotSeek_IsAWholeFile()
    {
        using var target = new MemoryStream();
        await using (var narrow = new ForwardOnly(target))
        {
            await using var sheet = await SheetWriter.BeginAsync(narrow, "Uji", Columns, default);
            for (var i = 0; i < 2000; i++)
            {
                await sheet.RowAsync([SheetCell.Number(i), "Nama " + i, new DateOnly(2026, 11, 23)]);
            }
        }

        Assert.Equal("Nama 1999", Open(target.ToArray()).Cells[2000, 1].Value?.ToString());
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Letters_OfAColumn(int column, string letters) => Assert.Equal(letters, SheetWriter.Letters(column));

    [Fact]
    public async Task Row_OfAnotherLength_Throws()
    {
        using var target = new MemoryStream();
        await using var sheet = await SheetWriter.BeginAsync(target, "Uji", Columns, default);

        await Assert.ThrowsAsync<ArgumentException>(() => sheet.RowAsync(["satu"]));
    }

    internal static Worksheet Open(byte[] file) => Workbook.LoadFromStream(new MemoryStream(file)).Sheets[0];

    internal static string Part(byte[] file, string path)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        using var reader = new StreamReader(archive.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private static async Task<byte[]> WriteAsync(string text)
    {
        using var target = new MemoryStream();
        await using (var sheet = await SheetWriter.BeginAsync(target, "Uji", Columns, default))
        {
            await sheet.RowAsync([SheetCell.Number(7), text, new DateOnly(2026, 11, 23)]);
        }

        return target.ToArray();
    }

    /// <summary>As the body of an answer over HTTP: written forward, never at once, never sought in.</summary>
    private sealed class ForwardOnly(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);
    }
}
