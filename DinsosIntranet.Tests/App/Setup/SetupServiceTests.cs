using DinsosIntranet.App.Setup;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.App.Setup;

public sealed class SetupServiceTests
{
    private const string Password = "tujuh gajah berenang pelan";

    private static readonly SetupAgency Agency = new()
    {
        Name = " Dinas Sosial ",
        RegencyCode = "36.02",
        Seat = "Rangkasbitung",
        TimeZoneId = "Asia/Jakarta",
        AddressLines = "Jl. Contoh No. 1\r\n\r\nTelepon (0252) 000000\r\n",
        UnitCodeInNumbers = "Dinsos",
        HelpLine = "Administrator, pesawat 114",
    };

    private static readonly SaveAdministrator Administrator = new() { UserName = "rudi", FullName = "Rudi Hartono", Nip = "198902302015031016", Password = Password, Repeated = Password };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finish_BothStepsSaved_AgencyAndAdministratorAreReal(DatabaseProvider provider)
    {
        await using var agency = await EmptyAgency.StartAsync(provider);
        var setup = agency.Get<SetupService>();
        await setup.SaveAgencyAsync(Agency);
        await setup.SaveAdministratorAsync(Administrator);

        var outcome = await setup.FinishAsync("tes");

        Assert.True(outcome.IsOk, outcome.Message);
        var profile = (await agency.Get<AgencyDirectory>().GetAsync()).Profile;
        Assert.Equal(("Dinas Sosial", "Kabupaten Lebak", "Jl. Contoh No. 1\nTelepon (0252) 000000"), (profile.Name, profile.Regency, profile.AddressLines));
        Assert.False(agency.Door.IsOpen);
        // Outside Development an administrator owes the second step at once.
        Assert.Equal(SignInResultKind.NeedsEnrolment, (await agency.Get<AccountService>().SignInAsync("rudi", Password, "tes")).Kind);
        await using var db = agency.OpenDb();
        Assert.Equal(["instansi.siapkan", "akun.buat", "masuk.langkah-pertama"], await db.AuditRecords.OrderBy(r => r.Sequence).Select(r => r.Act).ToListAsync());
        Assert.False(await db.Drafts.AnyAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Finish_TwoAtOnce_OneAgency(DatabaseProvider provider)
    {
        await using var agency = await EmptyAgency.StartAsync(provider);
        var setup = agency.Get<SetupService>();
        await setup.SaveAgencyAsync(Agency);
        await setup.SaveAdministratorAsync(Administrator);

        var outcomes = await Task.WhenAll(setup.FinishAsync("a"), setup.FinishAsync("b"));

        Assert.Single(outcomes, o => o.IsOk);
        await using var db = agency.OpenDb();
        Assert.Equal((1, 1), (await db.AgencyProfiles.CountAsync(), await db.Users.CountAsync()));
    }

    [Fact]
    public async Task Finish_StepMissing_RefusedAndNothingWritten()
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Get<SetupService>().SaveAgencyAsync(Agency);

        Assert.Equal(OutcomeKind.Refused, (await agency.Get<SetupService>().FinishAsync("tes")).Kind);
        Assert.Null(await agency.Get<AgencyDirectory>().FindAsync());
        Assert.True(agency.Door.IsOpen);
    }

    [Fact]
    public async Task SaveAdministrator_AgainWithoutPassword_TheSavedOneStays()
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite);
        var setup = agency.Get<SetupService>();
        await setup.SaveAgencyAsync(Agency);
        await setup.SaveAdministratorAsync(Administrator);

        await setup.SaveAdministratorAsync(Administrator with { UserName = "rudih", Password = "", Repeated = "" });
        await setup.FinishAsync("tes");

        Assert.Equal(SignInResultKind.NeedsEnrolment, (await agency.Get<AccountService>().SignInAsync("rudih", Password, "tes")).Kind);
    }

    public static TheoryData<string, Func<SetupAgency, SetupAgency>> WrongAgency { get; } = new()
    {
        { nameof(SetupAgency.Name), a => a with { Name = " " } },
        { nameof(SetupAgency.RegencyCode), a => a with { RegencyCode = "99.99" } },
        { nameof(SetupAgency.Seat), a => a with { Seat = "" } },
        { nameof(SetupAgency.TimeZoneId), a => a with { TimeZoneId = "Europe/Berlin" } },
        { nameof(SetupAgency.AddressLines), a => a with { AddressLines = "a\nb\nc\nd\ne" } },
        { nameof(SetupAgency.UnitCodeInNumbers), a => a with { UnitCodeInNumbers = "Din/sos" } },
        { nameof(SetupAgency.HelpLine), a => a with { HelpLine = "" } },
    };

    [Theory, MemberData(nameof(WrongAgency))]
    public async Task SaveAgency_WrongInput_RefusedAtItsFieldAndNotSaved(string field, Func<SetupAgency, SetupAgency> change)
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<SetupService>().SaveAgencyAsync(change(Agency));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        Assert.Null((await agency.Get<SetupService>().ReadAsync()).Agency);
    }

    public static TheoryData<string, Func<SaveAdministrator, SaveAdministrator>> WrongAdministrator { get; } = new()
    {
        { nameof(SaveAdministrator.UserName), a => a with { UserName = "nama saya" } },
        { nameof(SaveAdministrator.FullName), a => a with { FullName = "" } },
        { nameof(SaveAdministrator.Nip), a => a with { Nip = "12" } },
        { nameof(ChangePassword.New), a => a with { Password = "pendek", Repeated = "pendek" } },
        { nameof(SaveAdministrator.Repeated), a => a with { Repeated = "lain" } },
    };

    [Theory, MemberData(nameof(WrongAdministrator))]
    public async Task SaveAdministrator_WrongInput_RefusedAtItsFieldAndNotSaved(string field, Func<SaveAdministrator, SaveAdministrator> change)
    {
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<SetupService>().SaveAdministratorAsync(change(Administrator));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        Assert.Null((await agency.Get<SetupService>().ReadAsync()).Administrator);
    }
}
