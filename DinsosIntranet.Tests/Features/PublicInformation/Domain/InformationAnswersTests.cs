using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.PublicInformation.Domain;

public sealed class InformationAnswersTests
{
    /// <summary>Answers changed from a right form, and the fields that must then be refused.</summary>
    private static readonly Dictionary<string, ((string Field, string Text)[] Changed, string[] Refused)> Cases = new()
    {
        ["all there"] = ([], []),
        ["no kind"] = ([(InformationAnswers.Kind, "")], [InformationAnswers.Kind]),
        ["unknown kind"] = ([(InformationAnswers.Kind, "raja")], [InformationAnswers.Kind]),
        ["legal entity without name and decree"] = ([(InformationAnswers.Kind, "badan-hukum")], [InformationAnswers.OrganisationName, InformationAnswers.OrganisationProof]),
        ["legal entity"] = ([(InformationAnswers.Kind, "badan-hukum"), (InformationAnswers.OrganisationName, "LSM Contoh"), (InformationAnswers.OrganisationProof, "AHU-0001")], []),
        ["group without authority"] = ([(InformationAnswers.Kind, "kelompok"), (InformationAnswers.OrganisationName, "Warga RT 8")], [InformationAnswers.OrganisationProof]),
        ["no occupation"] = ([(InformationAnswers.Occupation, " ")], [InformationAnswers.Occupation]),
        ["by e-mail without address"] = ([(InformationAnswers.Email, "")], [InformationAnswers.Email]),
        ["e-mail unreadable"] = ([(InformationAnswers.Email, "bukan surel")], [InformationAnswers.Email]),
        ["e-mail with a name"] = ([(InformationAnswers.Email, "Siti <siti@contoh.id>")], [InformationAnswers.Email]),
        ["proxy without anything"] = ([(InformationAnswers.IsProxy, "ya")], [InformationAnswers.ProxyName, InformationAnswers.ProxyIdentity, InformationAnswers.ProxyLetter]),
        ["proxy"] = ([(InformationAnswers.IsProxy, "ya"), (InformationAnswers.ProxyName, "Ujang"), (InformationAnswers.ProxyIdentity, "3602990904740008"), (InformationAnswers.ProxyLetter, "SK-1")], []),
        ["no detail"] = ([(InformationAnswers.Detail, "")], [InformationAnswers.Detail]),
        ["detail too long"] = ([(InformationAnswers.Detail, new string('x', InformationRequest.DetailMaxLength + 1))], [InformationAnswers.Detail]),
        ["no purpose"] = ([(InformationAnswers.Purpose, "")], [InformationAnswers.Purpose]),
        ["no way"] = ([(InformationAnswers.Obtain, "")], [InformationAnswers.Obtain]),
        ["copy without form and delivery"] = ([(InformationAnswers.CopyForm, ""), (InformationAnswers.Delivery, "")], [InformationAnswers.CopyForm, InformationAnswers.Delivery]),
        ["only looked at"] = ([(InformationAnswers.Obtain, "melihat"), (InformationAnswers.CopyForm, ""), (InformationAnswers.Delivery, ""), (InformationAnswers.Email, "")], []),
        ["fax without number"] = ([(InformationAnswers.Delivery, "faksimili")], [InformationAnswers.DeliveryAddress]),
        ["courier to the own address"] = ([(InformationAnswers.Delivery, "kurir")], []),
    };

    public static TheoryData<string> CaseNames { get; } = [.. Cases.Keys];

    [Theory, MemberData(nameof(CaseNames))]
    public void Check_EachCase_RefusedAtTheseFieldsOnly(string name)
    {
        var (changed, refused) = Cases[name];
        var answers = TestData.InformationAnswersOfAPerson();
        foreach (var (field, text) in changed)
        {
            answers[field] = text;
        }

        Assert.Equal(refused, new InformationAnswers(answers).Check().Select(r => r.Field));
    }

    [Fact]
    public void Copy_OfSomethingOnlyLookedAt_IsNotRead()
    {
        var answers = TestData.InformationAnswersOfAPerson();
        answers[InformationAnswers.Obtain] = "melihat";

        var read = new InformationAnswers(answers);

        Assert.Equal((null, null), (read.Copy, read.DeliveryWay));
    }
}
