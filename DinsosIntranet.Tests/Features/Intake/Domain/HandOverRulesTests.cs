using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Tests.Features.Standards;

namespace DinsosIntranet.Tests.Features.Intake.Domain;

public sealed class HandOverRulesTests
{
    private const string ApplicantNik = "3602995206850001";

    private static readonly PersonRules.Context Context = new(
        new DateOnly(2026, 11, 23), RegionCatalog.Load(Path.Combine(StandardFixtures.DataFolder, "regions")), "36.02");

    private static readonly Dictionary<string, (HandOverInput Input, string Field)> Faults = new()
    {
        ["no NIK"] = (InPerson() with { IdentityNumber = "" }, "IdentityNumber"),
        ["NIK too short"] = (InPerson() with { IdentityNumber = "360299520685" }, "IdentityNumber"),
        ["another NIK than the applicant's"] = (InPerson() with { IdentityNumber = "3602994107820005" }, "IdentityNumber"),
        ["unknown card"] = (InPerson() with { IdentityKind = "Kartu pelajar" }, "IdentityKind"),
        ["short number of a passport"] = (InPerson() with { IdentityKind = "Paspor", IdentityNumber = "A12" }, "IdentityNumber"),
        ["long number of a passport"] = (InPerson() with { IdentityKind = "Paspor", IdentityNumber = new string('7', 41) }, "IdentityNumber"),
        ["note too long"] = (InPerson() with { Note = new string('x', HandOverRules.NoteMaxLength + 1) }, "Note"),
        ["proxy without name"] = (Proxy() with { CollectorName = " " }, "CollectorName"),
        ["proxy without relation"] = (Proxy() with { ProxyRelation = "" }, "ProxyRelation"),
        ["proxy without power of attorney"] = (Proxy() with { ProxyLetter = "" }, "ProxyLetter"),
        ["proxy with NIK of no date"] = (Proxy() with { IdentityNumber = "3602993002850001" }, "IdentityNumber"),
    };

    public static TheoryData<string> FaultNames { get; } = [.. Faults.Keys];

    [Theory, MemberData(nameof(FaultNames))]
    public void Check_OneFault_RefusedAtItsField(string fault)
    {
        var (input, field) = Faults[fault];

        Assert.Equal([field], HandOverRules.Check(input, ApplicantNik, Context).Select(r => r.Field));
    }

    [Fact]
    public void Check_ApplicantWithTheRecordedNik_Accepted() => Assert.Empty(HandOverRules.Check(InPerson(), ApplicantNik, Context));

    [Fact]
    public void Check_RecordedNikOfNoDate_NeedsNoSecondReason() =>
        Assert.Empty(HandOverRules.Check(InPerson() with { IdentityNumber = "3602993002850001" }, "3602993002850001", Context));

    [Fact]
    public void Check_AnotherNikWithReason_Accepted() =>
        Assert.Empty(HandOverRules.Check(InPerson() with { IdentityNumber = "3602994107820005", Note = "salah catat di loket" }, ApplicantNik, Context));

    [Fact]
    public void Check_ApplicantRecordedWithoutNik_AnyNikAccepted() => Assert.Empty(HandOverRules.Check(InPerson(), null, Context));

    [Fact]
    public void Check_Proxy_Accepted() => Assert.Empty(HandOverRules.Check(Proxy(), ApplicantNik, Context));

    [Fact]
    public void StoredNumber_NikWithSpaces_DigitsOnly() =>
        Assert.Equal(ApplicantNik, HandOverRules.StoredNumber(InPerson() with { IdentityNumber = "3602 9952 0685 0001" }, Context));

    private static HandOverInput InPerson() => new() { IdentityNumber = ApplicantNik };

    private static HandOverInput Proxy() => new()
    {
        IsProxy = true,
        CollectorName = "Ujang Suherman",
        IdentityNumber = "3602990904740008",
        ProxyRelation = "penerima kuasa",
        ProxyLetter = "Surat kuasa tanggal 23 November 2026",
    };
}
