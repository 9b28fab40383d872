using DinsosIntranet.Features.Assignments.Domain;

namespace DinsosIntranet.Tests.Features.Assignments.Domain;

/// <summary>What a letter of assignment must say.</summary>
public sealed class AssignmentRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Check_Complete_Nothing() => Assert.Empty(AssignmentRules.Check(Good(), Today));

    [Theory]
    [InlineData("Members")]
    [InlineData("Basis")]
    [InlineData("Task")]
    [InlineData("Place")]
    [InlineData("From")]
    [InlineData("Until")]
    public void Check_Empty_NamesEachField(string field) => Assert.Contains(AssignmentRules.Check(new AssignmentInput(), Today), r => r.Field == field);

    [Theory]
    [InlineData("Members[1].Name")]
    [InlineData("Members[1].Position")]
    [InlineData("Members[1].Duty")]
    [InlineData("Members[1].Nip")]
    public void Check_OutsiderWithoutParticulars_NamesTheirField(string field)
    {
        var input = Good();
        input.Members.Add(new MemberInput { Nip = "12" });

        Assert.Contains(AssignmentRules.Check(input, Today), r => r.Field == field);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Check_NotOneLead_Refused(int leads)
    {
        var input = Good();
        input.Members.Add(new MemberInput { StaffId = Guid.NewGuid(), Duty = "Anggota", IsLead = leads == 2 });
        input.Members[0].IsLead = leads == 2;

        Assert.Equal("Pilih satu ketua.", Assert.Single(AssignmentRules.Check(input, Today)).Message);
    }

    [Fact]
    public void Check_SamePersonTwice_Refused()
    {
        var input = Good();
        input.Members.Add(input.Members[0] with { IsLead = false });

        Assert.Equal("Seorang pegawai tercantum dua kali.", Assert.Single(AssignmentRules.Check(input, Today)).Message);
    }

    [Theory]
    [InlineData(24, 23, "Tanggal selesai sebelum tanggal mulai.")]
    [InlineData(20, 22, "Tanggal selesai sudah lewat.")]
    public void Check_DaysThatCannotBe_Refused(int from, int until, string message)
    {
        var input = Good();
        (input.From, input.Until) = (new DateOnly(2026, 11, from), new DateOnly(2026, 11, until));

        Assert.Equal(message, Assert.Single(AssignmentRules.Check(input, Today)).Message);
    }

    [Fact]
    public void Check_LongerThanAYear_Refused()
    {
        var input = Good();
        input.Until = Today.AddYears(2);

        Assert.Equal("Until", Assert.Single(AssignmentRules.Check(input, Today)).Field);
    }

    private static AssignmentInput Good() => new()
    {
        Members = [new MemberInput { StaffId = Guid.NewGuid(), Duty = "Ketua", IsLead = true }],
        Basis = "Disposisi",
        Task = "Meninjau",
        Place = "Cikulur",
        From = Today,
        Until = Today.AddDays(3),
    };
}
