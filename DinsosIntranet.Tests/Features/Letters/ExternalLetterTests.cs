using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Letters;

public sealed class ExternalLetterTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Upload_SignedOutside_IssuedAsItCameBack(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await ApprovedAsync(agency);
        var sent = await agency.Get<PaperArchive>().ReadAsync(letter.ApprovedFileId!.Value);
        var signed = ExternalSigner.Sign(sent, ExternalSigner.Certificate("Asep Mulyadi"));

        var outcome = await UploadAsync(agency, letter.Id, signed);

        Assert.True(outcome.IsOk, outcome.Message);
        var issued = await agency.Data.LetterAsync(letter.Id);
        Assert.Equal((LetterStatus.Issued, "Asep Mulyadi"), (issued.Status, issued.SignedNames));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(signed)), issued.IssuedSha256);
        Assert.Equal(signed, await agency.Get<PaperArchive>().ReadAsync(issued.IssuedFileId!.Value));
        Assert.Equal(VerificationVerdict.Genuine, (await agency.Get<VerificationService>().CheckFileAsync(new MemoryStream(signed))).Value.Verdict);

        // What went out to be signed bears the same code, but is not what was issued.
        var unsigned = (await agency.Get<VerificationService>().CheckFileAsync(new MemoryStream(sent))).Value;
        Assert.Equal((VerificationVerdict.OtherFile, letter.Number), (unsigned.Verdict, unsigned.Letter!.Number));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_External_NumberedWithQrAndNoWordOfBsre(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var letter = await ApprovedAsync(agency);

        Assert.Equal((LetterStatus.AwaitingSignature, "400.9.14.1/001/Dinsos/XI/2026"), (letter.Status, letter.Number));
        var text = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(letter.ApprovedFileId!.Value));
        Assert.Contains(letter.VerificationCode!, text, StringComparison.Ordinal);
        Assert.DoesNotContain("BSrE", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandOver_BeforeItCameBack_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await ApprovedAsync(agency);

        Assert.False((await agency.Data.HandOverAsync(letter.RequestId)).IsOk);
    }

    public static TheoryData<string, string> WrongFiles { get; } = new()
    {
        { "unsigned", "belum ditandatangani" },
        { "other", "bukan surat nomor" },
        { "truncated", "tidak" },
        { "png", "bukan gambar" },
        { "scan", "belum ditandatangani" },
    };

    [Theory, MemberData(nameof(WrongFiles))]
    public async Task Upload_WrongFile_RefusedAndNothingKept(string kind, string sentence)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await ApprovedAsync(agency);
        var other = await ApprovedAsync(agency);
        var sent = await agency.Get<PaperArchive>().ReadAsync(letter.ApprovedFileId!.Value);
        var otherSent = await agency.Get<PaperArchive>().ReadAsync(other.ApprovedFileId!.Value);
        var certificate = ExternalSigner.Certificate();
        var content = kind switch
        {
            "unsigned" => sent,
            "other" => ExternalSigner.Sign(otherSent, certificate),
            "truncated" => [.. ExternalSigner.Sign(sent, certificate)[..^4000], .. "%%EOF"u8],
            "png" => SampleFiles.Png(),
            _ => SampleFiles.Pdf(body: "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1>>\nendobj\ntrailer <</Root 1 0 R>>\n"),
        };
        var files = agency.VaultFiles();

        var outcome = await UploadAsync(agency, letter.Id, content);

        Assert.Equal((OutcomeKind.Refused, files), (outcome.Kind, agency.VaultFiles()));
        Assert.Contains(sentence, outcome.Message, StringComparison.Ordinal);
        Assert.Equal(LetterStatus.AwaitingSignature, (await agency.Data.LetterAsync(letter.Id)).Status);
    }

    [Fact]
    public async Task Void_WaitingForTheSignature_NumberStaysWithReason()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await ApprovedAsync(agency);

        var outcome = await agency.Get<LetterService>().VoidAsync(letter.Id, "aplikasi TTE gangguan", await agency.ActAsync("dedi"));

        Assert.True(outcome.IsOk, outcome.Message);
        var voided = await agency.Data.LetterAsync(letter.Id);
        Assert.Equal((LetterStatus.Voided, "aplikasi TTE gangguan", "Dedi Supriatna, Sekretariat"), (voided.Status, voided.EndedReason, voided.EndedByText));
    }

    private static async Task<Letter> ApprovedAsync(TestAgency agency) =>
        (await agency.Data.ApproveAsync((await agency.Data.LetterToSignAsync()).Id, SigningMode.External)).Value;

    private static async Task<Outcome> UploadAsync(TestAgency agency, Guid letterId, byte[] content) =>
        await agency.Get<LetterService>().UploadSignedAsync(letterId, new MemoryStream(content), await agency.ActAsync("yusup"));
}
