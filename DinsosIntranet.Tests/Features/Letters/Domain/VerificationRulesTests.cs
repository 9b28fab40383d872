using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Features.Letters.Domain;

public sealed class VerificationRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("VRF-202611-7K4M9QXA", VerificationCodeKind.PrintedCode, "VRF-202611-7K4M9QXA")]
    [InlineData("  vrf-202611-7k4m9qxa ", VerificationCodeKind.PrintedCode, "VRF-202611-7K4M9QXA")]
    [InlineData("Kode verifikasi VRF-202611-7K4M9QXA. Pindai kode ini atau tulis kodenya", VerificationCodeKind.PrintedCode, "VRF-202611-7K4M9QXA")]
    [InlineData("Kode verifikasi VRF-202611-\r\n7K4M9QXA. Pindai", VerificationCodeKind.PrintedCode, "VRF-202611-7K4M9QXA")]
    [InlineData("DI1.ABCD23.EFGH45", VerificationCodeKind.QrText, "DI1.ABCD23.EFGH45")]
    [InlineData("di1.abcd\r\n23.efgh 45", VerificationCodeKind.QrText, "DI1.ABCD23.EFGH45")]
    [InlineData("DTKS-2026-0412", VerificationCodeKind.RequestNumber, "DTKS-2026-0412")]
    [InlineData("TT/412/2026", VerificationCodeKind.RequestNumber, "TT/412/2026")]
    [InlineData("VRF-202611-7K4M9QX", VerificationCodeKind.None, "")]
    [InlineData("VRF-202611-7K4M9QXAB", VerificationCodeKind.None, "")]
    [InlineData("400.9.14.1/247/Dinsos/XI/2026", VerificationCodeKind.None, "")]
    [InlineData("DI1.ABCD", VerificationCodeKind.None, "")]
    [InlineData(null, VerificationCodeKind.None, "")]
    public void Recognise_Input_FindsTheCode(string? input, VerificationCodeKind kind, string code) =>
        Assert.Equal((kind, code), VerificationRules.Recognise(input));

    [Fact]
    public void Recognise_TooLong_NotLookedAt() =>
        Assert.Equal(VerificationCodeKind.None, VerificationRules.Recognise("VRF-202611-7K4M9QXA" + new string(' ', VerificationRules.LongestInput)).Kind);

    [Theory]
    [InlineData(LetterStatus.Issued, 0, VerificationVerdict.Genuine)]
    [InlineData(LetterStatus.Issued, -1, VerificationVerdict.Expired)]
    [InlineData(LetterStatus.Issued, null, VerificationVerdict.Genuine)]
    [InlineData(LetterStatus.AwaitingSignature, 30, VerificationVerdict.NotIssued)]
    [InlineData(LetterStatus.Voided, 30, VerificationVerdict.Voided)]
    [InlineData(LetterStatus.Revoked, -1, VerificationVerdict.Revoked)]
    [InlineData(LetterStatus.Draft, null, VerificationVerdict.Unknown)]
    public void Judge_Standing_OnTheLastDayStillGenuine(LetterStatus status, int? validForDays, VerificationVerdict verdict) =>
        Assert.Equal(verdict, VerificationRules.Judge(status, validForDays is { } days ? Today.AddDays(days) : null, Today));

    [Theory]
    [InlineData(StaffRole.HeadOfAgency, null, "Kepala Dinas")]
    [InlineData(StaffRole.HeadOfAgency, "Plh. Kepala Dinas", "Plh. Kepala Dinas")]
    [InlineData(StaffRole.HeadOfDivision, null, "a.n. Kepala Dinas, Kabid Linjamsos")]
    public void Capacity_Role_AsTheLetterNamesIt(StaffRole role, string? acting, string capacity) =>
        Assert.Equal(capacity, LetterRules.Capacity(new RoleInUnit(role, null, acting), new Actor(Guid.NewGuid(), "Asep Mulyadi", "Kabid Linjamsos", [])));

    [Fact]
    public void FromCode_EachOfTheBook_ComesBack() =>
        Assert.All(LetterStandings.InBook, s => Assert.Equal(s, LetterStandings.FromCode(s.Code())));
}
