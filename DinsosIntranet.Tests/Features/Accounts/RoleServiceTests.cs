using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Accounts;

public sealed class RoleServiceTests
{
    private static readonly RoleChoice Ppid = new(StaffRole.PpidOfficer, "sekretariat");
    private static readonly RoleChoice Social = new(StaffRole.SocialWorker, "pppa");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_OrdinaryRole_HoldsAtOnceAndIsInTheTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await AddAsync(agency, "tati", Ppid);

        Assert.Equal(RoleGrant.Holds, outcome.Value);
        Assert.True((await agency.ActorAsync("tati")).Has(StaffRole.PpidOfficer));
        var record = (await agency.TrailAsync())[^1];
        Assert.Equal(("peran.beri", agency.UserId("tati").ToString()), (record.Act, record.RecordId));
        Assert.Contains("\"new\":{\"peran\":\"staf-ppid\",\"unit\":\"sekretariat\"}", record.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_OpensSecretFiles_DoesNotHoldUntilApproved(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var grant = await AddAsync(agency, "tati", Social);
        var before = await agency.ActorAsync("tati");

        var outcome = await agency.Get<RoleService>().ApproveAsync(await WaitingIdAsync(agency), await agency.ActAsync("hendra"));

        Assert.Equal(RoleGrant.AwaitsApproval, grant.Value);
        Assert.False(before.Has(StaffRole.SocialWorker));
        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Contains(new RoleInUnit(StaffRole.SocialWorker, "pppa"), (await agency.ActorAsync("tati")).Roles);
        Assert.Equal(["peran.usulkan", "peran.setujui"], (await agency.TrailAsync()).Select(r => r.Act));
    }

    [Theory]
    [InlineData(StaffRole.SocialWorker, "rehsos", true)]
    [InlineData(StaffRole.SocialWorker, null, true)]
    [InlineData(StaffRole.HeadOfAgency, null, true)]
    [InlineData(StaffRole.AgencySecretary, "sekretariat", true)]
    [InlineData(StaffRole.HeadOfDivision, "rehsos", true)]
    [InlineData(StaffRole.HeadOfDivision, "pppa", true)]
    [InlineData(StaffRole.HeadOfDivision, "linjamsos", false)]
    [InlineData(StaffRole.FrontOffice, null, false)]
    [InlineData(StaffRole.Administrator, null, false)]
    public void NeedsApproval_EachRole_AsTheRuleSays(StaffRole role, string? unit, bool expected) =>
        Assert.Equal(expected, RoleRules.NeedsApproval(role, unit));

    [Theory, DemoStaff(except: ["ratna", "hendra"])]
    public async Task Approve_NotHeadNorSecretary_ForbiddenAndStillWaiting(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await AddAsync(agency, "tati", Social);
        var id = await WaitingIdAsync(agency);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<RoleService>().ApproveAsync(id, await agency.ActAsync(userName))).Kind);
        Assert.Equal(id, await WaitingIdAsync(agency));
    }

    [Fact]
    public async Task Approve_AboutOneself_ForbiddenForTheHeadButNotTheSecretary()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await AddAsync(agency, "ratna", Social);
        var id = await WaitingIdAsync(agency);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<RoleService>().ApproveAsync(id, await agency.ActAsync("ratna"))).Kind);
        Assert.True((await agency.Get<RoleService>().ApproveAsync(id, await agency.ActAsync("hendra"))).IsOk);
    }

    [Fact]
    public async Task Approve_ByTheProposer_Forbidden()
    {
        // Somebody who is secretary and administrator at once.
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await AddAsync(agency, "hendra", new RoleChoice(StaffRole.Administrator, null));
        await agency.Get<RoleService>().AddAsync(agency.UserId("tati"), Social, await agency.ActAsync("hendra"));
        var id = await WaitingIdAsync(agency);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<RoleService>().ApproveAsync(id, await agency.ActAsync("hendra"))).Kind);
        Assert.Equal(0, await agency.Get<StaffQueries>().CountWaitingAsync(await agency.ActorAsync("hendra")));
        Assert.Equal(1, await agency.Get<StaffQueries>().CountWaitingAsync(await agency.ActorAsync("ratna")));
    }

    [Fact]
    public async Task Approve_StandInForTheHead_Allowed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await AddAsync(agency, "tati", Social);
        await agency.StandInAsync("asep", "ratna");

        Assert.True((await agency.Get<RoleService>().ApproveAsync(await WaitingIdAsync(agency), await agency.ActAsync("asep"))).IsOk);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Approve_ByBothAtOnce_OneRoleOnly(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await AddAsync(agency, "tati", Social);
        var id = await WaitingIdAsync(agency);
        var (head, secretary) = (await agency.ActAsync("ratna"), await agency.ActAsync("hendra"));
        var roles = agency.Get<RoleService>();

        var outcomes = await Task.WhenAll(roles.ApproveAsync(id, head), roles.ApproveAsync(id, secretary));

        Assert.Equal([OutcomeKind.Ok, OutcomeKind.Conflict], outcomes.Select(o => o.Kind).Order());
        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.RoleAssignments.CountAsync(r => r.UserId == agency.UserId("tati") && r.Role == StaffRole.SocialWorker));
    }

    [Fact]
    public async Task Approve_DisabledMeanwhile_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await AddAsync(agency, "tati", Social);
        await agency.Get<AccountService>().DisableAsync(agency.UserId("tati"), await agency.ActAsync("admin"));

        Assert.Equal(OutcomeKind.Refused, (await agency.Get<RoleService>().ApproveAsync(await WaitingIdAsync(agency), await agency.ActAsync("ratna"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Decline_WithReason_ToldToTheAdministrator(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await AddAsync(agency, "tati", Social);

        var outcome = await agency.Get<RoleService>().DeclineAsync(await WaitingIdAsync(agency), " Belum dilatih ", await agency.ActAsync("ratna"));

        Assert.True(outcome.IsOk, outcome.Message);
        var proposal = Assert.Single((await agency.Get<StaffQueries>().FindAsync(agency.UserId("tati")))!.Proposals);
        Assert.Equal((RoleProposalState.Declined, "Belum dilatih", "Ratna Kusumawardani"), (proposal.State, proposal.Reason, proposal.DecidedBy));
        Assert.False((await agency.ActorAsync("tati")).Has(StaffRole.SocialWorker));
        Assert.Contains("\"reason\":\"Belum dilatih\"", (await agency.TrailAsync())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decline_NoReason_RefusedAtReason()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await AddAsync(agency, "tati", Social);

        var outcome = await agency.Get<RoleService>().DeclineAsync(await WaitingIdAsync(agency), "  ", await agency.ActAsync("ratna"));

        Assert.Equal("reason", Assert.Single(outcome.Refusals).Field);
    }

    [Fact]
    public async Task Withdraw_Waiting_NothingLeftToDecide()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await AddAsync(agency, "tati", Social);
        var id = await WaitingIdAsync(agency);

        Assert.True((await agency.Get<RoleService>().WithdrawAsync(id, await agency.ActAsync("admin"))).IsOk);

        Assert.Equal(OutcomeKind.Conflict, (await agency.Get<RoleService>().ApproveAsync(id, await agency.ActAsync("ratna"))).Kind);
        Assert.Equal(OutcomeKind.Conflict, (await agency.Get<RoleService>().WithdrawAsync(id, await agency.ActAsync("admin"))).Kind);
        Assert.Empty(await agency.Get<StaffQueries>().WaitingAsync());
    }

    [Fact]
    public async Task Add_HeldOrWaiting_RefusedAtRole()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await AddAsync(agency, "tati", Social);

        Assert.Equal(nameof(RoleChoice.Role), Assert.Single((await AddAsync(agency, "tati", Social)).Refusals).Field);
        Assert.Equal(nameof(RoleChoice.Role), Assert.Single((await AddAsync(agency, "tati", new RoleChoice(StaffRole.FrontOffice, null))).Refusals).Field);
    }

    [Fact]
    public async Task AddAndRemove_OwnRoles_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(RoleService.Own, (await AddAsync(agency, "admin", Ppid)).Message);
        Assert.Equal(RoleService.Own, (await agency.Get<RoleService>().RemoveAsync(agency.UserId("admin"), new RoleChoice(StaffRole.Administrator, null), await agency.ActAsync("admin"))).Message);
    }

    [Theory, DemoStaff(except: "admin")]
    public async Task AddAndRemove_NotAdministrator_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var act = await agency.ActAsync(userName);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<RoleService>().AddAsync(agency.UserId("opik"), new RoleChoice(StaffRole.FrontOffice, null), act)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<RoleService>().RemoveAsync(agency.UserId("opik"), new RoleChoice(StaffRole.ComplaintOfficer, "sekretariat"), act)).Kind);
        Assert.Equal(["ditolak:peran.beri", "ditolak:peran.cabut"], (await agency.TrailAsync()).Select(r => r.Act));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Remove_SecretRole_AtOnceWithoutApproval(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await agency.Get<RoleService>().RemoveAsync(agency.UserId("gilang"), new RoleChoice(StaffRole.SocialWorker, "rehsos"), await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Empty((await agency.ActorAsync("gilang")).Roles);
        Assert.Contains("\"old\":{\"peran\":\"pekerja-sosial\",\"unit\":\"rehsos\"}", (await agency.TrailAsync())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_LastAdministratorBySystem_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<RoleService>().RemoveAsync(
            agency.UserId("admin"), new RoleChoice(StaffRole.Administrator, null), ActionContext.For(Actor.System, agency.Time, "tes"));

        Assert.Equal(RoleService.LastAdministrator, outcome.Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_SecretaryWhereNobodyCanApprove_HoldsAtOnce(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var act = await agency.ActAsync("admin");
        foreach (var approver in new[] { "ratna", "hendra" })
        {
            await agency.Get<AccountService>().DisableAsync(agency.UserId(approver), act);
        }

        var secretary = await AddAsync(agency, "dedi", new RoleChoice(StaffRole.AgencySecretary, "sekretariat"));
        var second = await AddAsync(agency, "opik", new RoleChoice(StaffRole.AgencySecretary, "sekretariat"));

        Assert.Equal((RoleGrant.Holds, RoleGrant.AwaitsApproval), (secretary.Value, second.Value));
    }

    [Fact]
    public async Task Add_NewPersonWithSecretRole_ProposedOnly()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var issued = await agency.Get<AccountAdministration>().AddAsync(
            new AddAccount { UserName = "baru", FullName = "Orang Baru", Position = "Pekerja Sosial", Roles = [Social] }, await agency.ActAsync("admin"));

        var person = (await agency.Get<StaffQueries>().FindAsync(issued.Value.UserId))!;
        Assert.Empty(person.Roles);
        Assert.Equal(RoleProposalState.Waiting, Assert.Single(person.Proposals).State);
    }

    [Fact]
    public async Task Add_UnknownUnit_RefusedAtUnit()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(nameof(RoleChoice.UnitCode), Assert.Single((await AddAsync(agency, "tati", new RoleChoice(StaffRole.SocialWorker, "antariksa"))).Refusals).Field);
    }

    private static async Task<Outcome<RoleGrant>> AddAsync(TestAgency agency, string userName, RoleChoice choice) =>
        await agency.Get<RoleService>().AddAsync(agency.UserId(userName), choice, await agency.ActAsync("admin"));

    private static async Task<Guid> WaitingIdAsync(TestAgency agency) => Assert.Single(await agency.Get<StaffQueries>().WaitingAsync()).Id;
}
