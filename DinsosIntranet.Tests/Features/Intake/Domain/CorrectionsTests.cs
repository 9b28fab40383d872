using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Intake.Domain;

public sealed class CorrectionsTests
{
    [Fact]
    public void Summary_Nothing_Null() => Assert.Null(Corrections.Summary(Data(), Data()));

    [Fact]
    public void Summary_SeveralKinds_NamesEntriesAndNobody()
    {
        var before = Data();
        var after = before.Copy();
        after.Applicant.Address = "Kp. Baru RT 001/RW 002";
        after.Applicant.Phone = "081200000002";
        after.ChannelCode = "online";

        Assert.Equal("Perbaikan data pemohon: alamat, telepon; permohonan: saluran", Corrections.Summary(before, after));
    }

    /// <summary>The certificate says when its holder was born, the receipt does not; nobody's telephone stands in either.</summary>
    [Theory]
    [InlineData("lahir", true, false)]
    [InlineData("alamat", true, false)]
    [InlineData("nama", true, true)]
    [InlineData("nik", true, true)]
    [InlineData("telepon", false, false)]
    public void Touch_EachParticular_LetterAndReceipt(string code, bool letter, bool receipt)
    {
        var before = Data();
        var after = before.Copy();
        PersonParticulars.All.Single(p => p.Code == code).Copy(
            TestData.Person("Dewi Lestari") with { BirthDate = new DateOnly(1990, 1, 2), Address = "Kp. Lain", Phone = "081299999999" }, after.Applicant);

        Assert.Equal((letter, receipt), (Corrections.TouchLetter(before, after), Corrections.TouchReceipt(before, after)));
    }

    [Fact]
    public void Touch_ApplicantWhoAsksForSomebodyElse_OnlyTheNameStandsInTheLetter()
    {
        var before = Data() with { IsForOther = true, Subject = TestData.Child() with { PersonId = Guid.NewGuid() }, Relation = "Anak" };
        var after = before.Copy();
        after.Applicant.Address = "Kp. Baru RT 001/RW 002";
        Assert.False(Corrections.TouchLetter(before, after));
        after.Applicant.Name = "Siti Aminah Lestari";
        Assert.True(Corrections.TouchLetter(before, after));
    }

    [Fact]
    public void Rebase_OthersWroteMeanwhile_OwnTypingOnTop()
    {
        var opened = Data();
        var (typed, now) = (opened.Copy(), opened.Copy());
        typed.Applicant.Name = "Siti Aminah Lestari";
        now.Applicant.Address = "Kp. Baru RT 001/RW 002";
        now.PurposeCode = "pln";

        var rebased = Corrections.Rebase(opened, typed, now);

        Assert.Equal(("Siti Aminah Lestari", "Kp. Baru RT 001/RW 002", "pln"), (rebased.Applicant.Name, rebased.Applicant.Address, rebased.PurposeCode));
    }

    private static CorrectionData Data() => new()
    {
        Applicant = TestData.Person() with { PersonId = Guid.Parse("11111111-1111-1111-1111-111111111111"), Nik = "3602995206850001", FamilyCardNumber = "3602990703120001" },
        ChannelCode = "tatap-muka",
        PurposeCode = "pip",
        Present = ["kartu-identitas", "formulir"],
    };
}
