using System.Text;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Agency.Domain;

public sealed class HolidayFileTests
{
    private const string Header = "tanggal;nama;jenis;sumber;sementara\n";

    [Theory]
    [InlineData("tanggal;nama;jenis;sumber;sementara\n2028-01-01;Tahun Baru;libur-nasional;SKB 2027;tidak\n")]
    [InlineData("Tanggal,Nama,Jenis,Sumber,Sementara\r\n1/1/2028,Tahun Baru,Libur nasional,SKB 2027,\r\n\r\n")]
    [InlineData("jenis\ttanggal\tnama\tsumber\nlibur-nasional\t01-01-2028\t\"Tahun Baru\"\tSKB 2027\n")]
    [InlineData("tanggal;nama;jenis;;;\n2028-01-01;Tahun Baru;libur-nasional;;;\n;;;;;\n")]
    public void Read_CsvForms_SameDay(string text) =>
        Assert.Equal([new CalendarDay(new DateOnly(2028, 1, 1), "Tahun Baru", CalendarDayKind.NationalHoliday, "SKB 2027")], Read(text, source: "SKB 2027").Days);

    [Fact]
    public void Read_ByteOrderMarkAndQuotedComma_Taken()
    {
        byte[] content = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("tanggal,nama,jenis,sumber,sementara\n2028-05-27,\"Iduladha, 1449 \"\"H\"\"\",libur-nasional,SKB,ya\n")];

        var day = Assert.Single(HolidayFile.Read(content, 2028, null).Days);

        Assert.Equal(("Iduladha, 1449 \"H\"", true), (day.Name, day.Provisional));
    }

    [Fact]
    public void Read_ProjectsOwnJson_SameAsTheCalendarOfTheDataFolder()
    {
        var path = RepositoryRoot.Data("calendar");
        var expected = WorkCalendarFiles.ReadDays(path).Where(d => d.Date.Year == 2027);

        var file = HolidayFile.Read(File.ReadAllBytes(Path.Combine(path, "holidays-2027.json")), 2027, null);

        Assert.True(file.IsGood);
        Assert.Equal(expected, file.Days);
    }

    [Theory]
    [InlineData("2028-02-30;Hari;libur-nasional;SKB;", "Baris 2: '2028-02-30' bukan tanggal. Tulis misalnya 2028-12-25 atau 25/12/2028.")]
    [InlineData("2027-12-25;Natal;libur-nasional;SKB;", "Baris 2: tanggal 2027-12-25 bukan tahun 2028.")]
    [InlineData("2028-12-25;;libur-nasional;SKB;", "Baris 2: nama kosong.")]
    [InlineData("2028-12-25;Natal;libur;SKB;", "Baris 2: jenis 'libur' tidak dikenal. Pilih salah satu: libur-nasional, cuti-bersama, libur-daerah, hari-kerja-khusus.")]
    [InlineData("2028-12-25;Natal;libur-nasional;;", "Baris 2: sumber (nomor keputusan) kosong. Isi di berkas atau di atas.")]
    [InlineData("2028-12-25;Natal;libur-nasional;SKB;mungkin", "Baris 2: kolom sementara berisi 'mungkin'; tulis ya atau tidak.")]
    [InlineData("2028-12-25;\"Natal;libur-nasional;SKB;", "Baris 2: tanda kutip tidak ditutup.")]
    [InlineData("2028-12-25;Natal;libur-nasional;SKB;ya;lagi", "Baris 2: 6 kolom, padahal judulnya 5. Nama yang berisi ';' harus di dalam tanda kutip.")]
    public void Read_WrongLine_NamedWithItsNumber(string line, string expected) =>
        Assert.Equal([expected], Read(Header + line + "\n").Problems.Select(p => p.Text));

    [Fact]
    public void Read_TwoWrongLinesAmongGoodOnes_BothNamedNothingTaken()
    {
        var file = Read(Header + "2028-01-01;Tahun Baru;libur-nasional;SKB;\n\nx;Hari;libur-nasional;SKB;\n2028-12-25;;cuti-bersama;SKB;\n");

        Assert.Equal([4, 5], file.Problems.Select(p => p.Line!.Value));
        Assert.Empty(file.Days);
    }

    [Fact]
    public void Read_SameDateAndKindTwice_NamesBothLines() =>
        Assert.Equal(
            ["Baris 3: tanggal dan jenisnya sama dengan baris 2."],
            Read(Header + "2028-12-25;Natal;libur-nasional;SKB;\n25/12/2028;Natal lagi;Libur nasional;SKB;\n").Problems.Select(p => p.Text));

    [Fact]
    public void Read_SameDateOfAnotherKind_Taken() =>
        Assert.Equal(2, Read(Header + "2028-12-25;Natal;libur-nasional;SKB;\n2028-12-25;Piket;hari-kerja-khusus;Edaran;\n").Days.Count);

    [Theory]
    [InlineData("nama;jenis\nNatal;libur-nasional", "Baris 1: baris judul harus berisi kolom tanggal, nama, jenis; tidak ada tanggal.")]
    [InlineData("tanggal;nama;jenis;warna\n", "Baris 1: kolom warna tidak dikenal. Kolom yang boleh ada: tanggal, nama, jenis, sumber, sementara.")]
    [InlineData("tanggal;nama;jenis;nama\n", "Baris 1: ada kolom yang disebut dua kali.")]
    [InlineData("", "Berkas kosong.")]
    [InlineData("tanggal;nama;jenis\n", "Berkas tidak berisi satu pun hari libur.")]
    [InlineData("[1, 2]", "Berkas JSON harus berisi \"year\", \"source\", dan daftar \"days\".")]
    [InlineData("{\"year\": 2027, \"source\": \"SKB\", \"days\": []}", "\"year\" di berkas JSON harus 2028.")]
    [InlineData("{\"year\": 2028,\n \"days\": [\n}", "Baris 3: bukan JSON yang benar.")]
    [InlineData("{\"year\": 2028, \"source\": \"SKB\", \"days\": [\n {\"date\": \"2028-01-01\", \"name\": \"A\", \"kind\": \"libur-nasional\"},\n 7,\n {\"name\": {}, \"kind\": \"libur-nasional\",\n \"date\": \"x\"}]}", "Baris 3: bukan entri hari libur. Baris 4: 'x' bukan tanggal. Tulis misalnya 2028-12-25 atau 25/12/2028.")]
    public void Read_WrongForm_SaysWhatIsWrong(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Read(text).Problems.Select(p => p.Text)));

    [Fact]
    public void Read_OneMegabyteOfRubbish_RefusedWithoutReading()
    {
        var content = new byte[1024 * 1024];
        new Random(7).NextBytes(content);

        Assert.Equal("Berkas lebih dari 128 KB; daftar hari libur setahun jauh lebih kecil. Periksa lagi berkasnya.", Assert.Single(HolidayFile.Read(content, 2028, null).Problems).Text);
        Assert.StartsWith("Berkas ini bukan teks UTF-8.", Assert.Single(HolidayFile.Read(content[..4096], 2028, null).Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HundredWrongLines_FortyNamed()
    {
        var file = Read(Header + string.Concat(Enumerable.Repeat("x;Hari;libur-nasional;SKB;\n", 100)));

        Assert.Equal(41, file.Problems.Count);
        Assert.Equal("dan 60 baris lain.", file.Problems[^1].Text);
    }

    private static HolidayFile Read(string text, string? source = null) => HolidayFile.Read(Encoding.UTF8.GetBytes(text), 2028, source);
}
