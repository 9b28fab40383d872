using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class IntakeFormTests
{
    [Fact]
    public async Task New_OneServiceWithOneChannel_HasBothChosen()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var choices = await ChoicesAsync(agency);

        var form = new IntakeForm(new IntakeDraft(), choices with { Services = [choices.Service("dtks")!] });

        Assert.Equal(("dtks", "tatap-muka", true), (form.Draft.StandardCode, form.Draft.ChannelCode, form.AsksPurpose));
    }

    [Fact]
    public async Task New_SeveralServices_NoneIsChosen()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var form = new IntakeForm(new IntakeDraft(), await ChoicesAsync(agency));

        Assert.Null(form.Service);
        Assert.Contains("StandardCode", form.Check(asComplete: false).Select(r => r.Field));
    }

    [Fact]
    public async Task Check_EmptyForm_NamesWhatIsMissingInOrder()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var form = new IntakeForm(new IntakeDraft { StandardCode = "dtks", ChannelCode = "tatap-muka" }, await ChoicesAsync(agency));

        Assert.Equal(["Search", "PurposeCode", "Requirements"], form.Check(asComplete: true).Select(r => r.Field));
    }

    [Fact]
    public async Task Check_PapersMissing_OnlyStandInTheWayOfACompleteRequest()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var form = await FilledAsync(agency);
        form.Draft.Present.Remove("formulir");

        Assert.Equal(["Requirements"], form.Check(asComplete: true).Select(r => r.Field));
        Assert.Empty(form.Check(asComplete: false));
    }

    [Fact]
    public async Task ChooseForOther_FirstTime_OffersWhatTheFamilyShares()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var form = await FilledAsync(agency);

        form.ChooseForOther(true);

        var (applicant, subject) = (form.Draft.Applicant, form.Draft.Subject);
        Assert.Equal(
            (applicant.FamilyCardNumber, applicant.Address, applicant.VillageCode, "", ""),
            (subject.FamilyCardNumber, subject.Address, subject.VillageCode, subject.Nik, subject.Phone));
        Assert.Equal(["Subject.Nik", "Subject.Name", "Relation"], form.Check(asComplete: true).Select(r => r.Field));
    }

    [Fact]
    public async Task ToCommand_FilledForm_IsTakenInByTheService()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var form = await FilledAsync(agency);
        form.ChooseForOther(true);
        form.Draft.Subject = TestData.Child();
        form.Draft.Relation = "Anak";

        var outcome = await agency.Get<IntakeService>().RegisterAsync(form.ToCommand(), await agency.ActAsync("nani"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal((form.Draft.RequestId, true), (outcome.Value.Id, outcome.Value.IsComplete));
    }

    private static async Task<IntakeForm> FilledAsync(TestAgency agency) => new(
        new IntakeDraft { StandardCode = "dtks", ChannelCode = "tatap-muka", Source = ApplicantSource.New, Applicant = TestData.Person(), PurposeCode = "pip", Present = ["kartu-identitas", "formulir"] },
        await ChoicesAsync(agency));

    private static async Task<IntakeChoices> ChoicesAsync(TestAgency agency) =>
        await agency.Get<IntakeQueries>().ChoicesAsync(null, await agency.ActorAsync("nani"));
}
