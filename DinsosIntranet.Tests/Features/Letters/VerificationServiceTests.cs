using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Letters;

public sealed class VerificationServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task CheckCode_Issued_GenuineWithNoMoreThanTheQrSays(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await IssuedAsync(agency);
        var expected = new VerifiedLetter(letter.Number, "Surat Keterangan DTKS/DTSEN", new DateOnly(2026, 11, 23), letter.HolderInitials, letter.NikLastFour, new DateOnly(2027, 2, 21));

        foreach (var code in (string[])[letter.VerificationText!, letter.VerificationCode!, $"Kode verifikasi {letter.VerificationCode}. Pindai kode ini"])
        {
            var outcome = await agency.Get<VerificationService>().CheckCodeAsync(code);

            Assert.Equal(new VerificationAnswer(VerificationVerdict.Genuine, expected), outcome.Value);
        }
    }

    [Fact]
    public async Task CheckCode_RecordGone_TheSignatureStillProvesIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await IssuedAsync(agency);
        await agency.SqlAsync($"DELETE FROM Letters WHERE Id = {letter.Id}");

        var bySignature = await agency.Get<VerificationService>().CheckCodeAsync(letter.VerificationText);
        var byRecord = await agency.Get<VerificationService>().CheckCodeAsync(letter.VerificationCode);

        Assert.Equal((VerificationVerdict.Genuine, letter.Number), (bySignature.Value.Verdict, bySignature.Value.Letter!.Number));
        Assert.Equal(new VerificationAnswer(VerificationVerdict.Unknown), byRecord.Value);
    }

    [Fact]
    public async Task CheckCode_OneLetterOfTheCodeChanged_NeverGenuine()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await IssuedAsync(agency);
        var code = letter.VerificationText!.ToCharArray();
        code[12] = code[12] == 'A' ? 'B' : 'A';

        var outcome = await agency.Get<VerificationService>().CheckCodeAsync(new string(code));

        Assert.Null(outcome.Value.Letter);
        Assert.Contains(outcome.Value.Verdict, (VerificationVerdict[])[VerificationVerdict.Altered, VerificationVerdict.Unknown]);
    }

    [Fact]
    public async Task CheckCode_AfterItsLastDay_Expired()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await IssuedAsync(agency);
        agency.Time.SetLocal(2027, 2, 22, 8, 0);

        var outcome = await agency.Get<VerificationService>().CheckCodeAsync(letter.VerificationText);

        Assert.Equal(VerificationVerdict.Expired, outcome.Value.Verdict);
    }

    [Fact]
    public async Task CheckCode_WetLetter_NotIssuedThenVoided()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await ApprovedAsync(agency, SigningMode.Wet);
        var service = agency.Get<VerificationService>();

        var waiting = await service.CheckCodeAsync(letter.VerificationCode);
        await agency.Get<LetterService>().VoidAsync(letter.Id, "Salah alamat", await agency.ActAsync("asep"));
        var voided = await service.CheckCodeAsync(letter.VerificationCode);

        Assert.Equal((VerificationVerdict.NotIssued, VerificationVerdict.Voided), (waiting.Value.Verdict, voided.Value.Verdict));
    }

    [Theory]
    [InlineData("VRF-202611-ZZZZZZZZ", VerificationVerdict.Unknown)]
    [InlineData("DTKS-2026-0412", VerificationVerdict.RequestNumber)]
    public async Task CheckCode_NoLetter_SaysSo(string code, VerificationVerdict verdict)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(new VerificationAnswer(verdict), (await agency.Get<VerificationService>().CheckCodeAsync(code)).Value);
    }

    [Fact]
    public async Task CheckFile_Sealed_GenuineAsIssuedAndAlteredByOneByte()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await IssuedAsync(agency);
        var pdf = await agency.Get<PaperArchive>().ReadAsync(letter.IssuedFileId!.Value);

        var genuine = await CheckFileAsync(agency, pdf);
        pdf[pdf.AsSpan().IndexOf("/MediaBox"u8) + 1] ^= 1;
        var altered = await CheckFileAsync(agency, pdf);

        Assert.Equal((VerificationVerdict.Genuine, letter.Number), (genuine.Verdict, genuine.Letter!.Number));
        Assert.Equal(new VerificationAnswer(VerificationVerdict.Altered), altered);
    }

    [Fact]
    public async Task CheckFile_SomebodyElses_Unknown()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(new VerificationAnswer(VerificationVerdict.Unknown), await CheckFileAsync(agency, SampleFiles.Pdf()));
    }

    [Fact]
    public async Task CheckFile_TooBigOrNoLetter_RefusedAtItsField()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var service = agency.Get<VerificationService>();

        var tooBig = await service.CheckFileAsync(new MemoryStream(new byte[VerificationService.MaxFileBytes + 1]));
        var text = await service.CheckFileAsync(new MemoryStream("halo"u8.ToArray()));
        var nothing = await service.CheckCodeAsync(" ");

        Assert.Equal(["Berkas", "Berkas", "Kode"], new[] { tooBig, text, nothing }.Select(o => Assert.Single(o.Refusals).Field));
    }

    [Fact]
    public async Task Check_EachTime_InTheTrailWithoutWhoOrWhence()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await IssuedAsync(agency);

        await agency.Get<VerificationService>().CheckCodeAsync(letter.VerificationCode);

        var record = (await agency.TrailAsync())[^1];
        Assert.Equal(("surat.verifikasi", letter.Id.ToString(), Guid.Empty), (record.Act, record.RecordId, record.ActorId));
        Assert.Equal("""{"facts":{"cara":"kode","hasil":"Genuine"},"origin":"halaman verifikasi"}""", record.Text);
    }

    private static async Task<VerificationAnswer> CheckFileAsync(TestAgency agency, byte[] content) =>
        (await agency.Get<VerificationService>().CheckFileAsync(new MemoryStream(content, writable: false))).Value;

    private static Task<Letter> IssuedAsync(TestAgency agency) => ApprovedAsync(agency, SigningMode.AgencySeal);

    private static async Task<Letter> ApprovedAsync(TestAgency agency, SigningMode mode)
    {
        var request = await agency.Data.RequestAtAsync(TestData.Signing);
        var draft = await agency.Data.LetterOfAsync(request.Id);
        return (await agency.Get<LetterService>().ApproveAsync(TestData.Approve(draft.Id, mode), await agency.ActAsync("asep"))).Value;
    }
}
